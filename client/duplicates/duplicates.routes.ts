import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const duplicateRoutes: RouteObject[] = [
  { path: paths.duplicates.path, lazy: () => import('#client/duplicates/duplicate-list.page.tsx') },
  { path: paths.duplicate.path, lazy: () => import('#client/duplicates/duplicate.page.tsx') },
];
