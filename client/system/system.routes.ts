import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const systemRoutes: RouteObject[] = [
  { path: paths.system.path, lazy: () => import('#client/system/system.page.tsx') },
];
