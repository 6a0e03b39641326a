import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const clusterRoutes: RouteObject[] = [
  { path: paths.clusterYear.path, lazy: () => import('#client/clusters/workspace.page.tsx') },
];
