import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';

type Answers = inferRouterOutputs<AppRouter>['nominations'];
/** One nomination with everything its page shows. */
export type Nomination = Answers['byId'];
export type NominationList = Answers['list'];
export type NominationRow = NominationList['rows'][number];
