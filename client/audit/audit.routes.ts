import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const auditRoutes: RouteObject[] = [
  { path: paths.audit.path, lazy: () => import('#client/audit/audit-log.page.tsx') },
];
