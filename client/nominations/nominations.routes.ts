import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const nominationRoutes: RouteObject[] = [
  { path: paths.nominations.path, lazy: () => import('#client/nominations/nomination-list.page.tsx') },
  { path: paths.nomination.path, lazy: () => import('#client/nominations/nomination.page.tsx') },
];
