import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

export type Workspace = inferRouterOutputs<AppRouter>['clusters']['workspace'];
export type MatrixRow = Workspace['matrix'][number];
export type Cell = MatrixRow['cells'][number];
export type Stage = Workspace['stages'][number];
