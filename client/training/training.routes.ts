import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const trainingRoutes: RouteObject[] = [
  { path: paths.training.path, lazy: () => import('#client/training/training.page.tsx') },
];
