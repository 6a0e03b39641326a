import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const replicationRoutes: RouteObject[] = [
  { path: paths.replications.path, lazy: () => import('#client/replications/replication-list.page.tsx') },
  { path: paths.replication.path, lazy: () => import('#client/replications/replication.page.tsx') },
];
