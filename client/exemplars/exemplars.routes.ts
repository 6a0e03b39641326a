import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const exemplarRoutes: RouteObject[] = [
  { path: paths.exemplars.path, lazy: () => import('#client/exemplars/exemplar-list.page.tsx') },
  { path: paths.exemplarBank.path, lazy: () => import('#client/exemplars/bank.page.tsx') },
  { path: paths.exemplar.path, lazy: () => import('#client/exemplars/exemplar.page.tsx') },
];
