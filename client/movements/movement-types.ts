import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { LaunchDraft, MovementDraft } from '#shared/movements/movements.schema.ts';

/** Movements and launch of one year. */
export type MovementsOfYear = inferRouterOutputs<AppRouter>['movements']['ofYear'];
export type Movement = MovementsOfYear['movements'][number];
export type Available = MovementsOfYear['available'][number];
export type Launch = NonNullable<MovementsOfYear['launch']>;

export const inputOf = (clusterYearId: string | undefined) => ({
  clusterYearId: (clusterYearId ?? '') as ClusterYearId,
});

/** The part of a movement that people write. */
export function draftOf(movement: Movement): MovementDraft {
  const { name, kind, launchedBy, goal, periodFrom, periodTo, document } = movement;
  return { name, kind, launchedBy, goal, periodFrom, periodTo, document: document ?? '' };
}

export function launchDraftOf({ launchedOn, place, launchedBy, contents }: Launch): LaunchDraft {
  return { launchedOn, place, launchedBy, contents };
}
