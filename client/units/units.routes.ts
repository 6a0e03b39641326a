import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const unitRoutes: RouteObject[] = [
  { path: paths.units.path, lazy: () => import('#client/units/units.page.tsx') },
  { path: paths.unit.path, lazy: () => import('#client/units/unit.page.tsx') },
];
