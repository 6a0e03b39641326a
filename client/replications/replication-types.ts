import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

/** One adoption with everything its page shows. */
export type Replication = inferRouterOutputs<AppRouter>['replications']['byId'];
