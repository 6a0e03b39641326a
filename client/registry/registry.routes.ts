import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const registryRoutes: RouteObject[] = [
  { path: paths.registry.path, lazy: () => import('#client/registry/registry.page.tsx') },
];
