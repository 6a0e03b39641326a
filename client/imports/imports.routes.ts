import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

/** Nhập từ Excel: the list with the start of a new one, and one address for each import from file to result. */
export const importRoutes: RouteObject[] = [
  { path: paths.imports.path, lazy: () => import('#client/imports/import-list.page.tsx') },
  { path: paths.importRun.path, lazy: () => import('#client/imports/import-run.page.tsx') },
];
