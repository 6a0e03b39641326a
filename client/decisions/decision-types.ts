import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';

type Answers = inferRouterOutputs<AppRouter>['decisions'];
/** One decision with everything its page shows. */
export type Decision = Answers['byId'];
export type DecisionRow = Answers['list'][number];
export type DecisionAction = Decision['actions']['save'];

/** What a step sends: which decision, and which version of it is on the screen. */
export const seenOf = ({ id, version }: Pick<Decision, 'id' | 'version'>) => ({
  id: id as DecisionId,
  seenVersion: version,
});
