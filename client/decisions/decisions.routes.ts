import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

/** Quyết định, and each of its bằng. */
export const decisionRoutes: RouteObject[] = [
  { path: paths.decisions.path, lazy: () => import('#client/decisions/decision-list.page.tsx') },
  { path: paths.decision.path, lazy: () => import('#client/decisions/decision.page.tsx') },
  { path: paths.certificate.path, lazy: () => import('#client/decisions/certificate.page.tsx') },
];
