import type { RouteObject } from 'react-router';
import { paths } from '#client/core/paths.ts';

export const clusterRoutes: RouteObject[] = [
  { path: paths.clusterYear.path, lazy: () => import('#client/clusters/workspace.page.tsx') },
  { path: paths.yearPlan.path, lazy: () => import('#client/clusters/year-plan.page.tsx') },
  { path: paths.handOver.path, lazy: () => import('#client/clusters/hand-over.page.tsx') },
  { path: paths.clusters.path, lazy: () => import('#client/clusters/cluster-list.page.tsx') },
  { path: paths.cluster.path, lazy: () => import('#client/clusters/cluster.page.tsx') },
];
