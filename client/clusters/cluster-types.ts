import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Clusters = inferRouterOutputs<AppRouter>['clusters'];
export type ClusterList = Clusters['catalogue'];
export type ClusterRow = ClusterList['rows'][number];
export type Cluster = Clusters['byId'];
export type Member = Cluster['members'][number];
export type Year = Cluster['years'][number];
export type YearForm = Clusters['yearForm'];
export type YearPlan = Clusters['yearPlan'];
export type UnitFound = Clusters['unitsToAdd'][number];
export type HandOver = Clusters['handOver'];
