import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const dashboardRoutes: RouteObject[] = [
  { path: paths.home.path, lazy: () => import('#client/dashboard/overview.page.tsx') },
];
