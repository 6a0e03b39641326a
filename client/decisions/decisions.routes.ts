import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const decisionRoutes: RouteObject[] = [
  { path: paths.decisions.path, lazy: () => import('#client/decisions/decision-list.page.tsx') },
  { path: paths.decision.path, lazy: () => import('#client/decisions/decision.page.tsx') },
];
