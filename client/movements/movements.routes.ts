import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const movementRoutes: RouteObject[] = [
  { path: paths.movements.path, lazy: () => import('#client/movements/movements.page.tsx') },
];
