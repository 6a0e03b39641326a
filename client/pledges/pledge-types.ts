import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#client/core/api.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { PledgeId } from '#shared/pledges/pledges.schema.ts';

type OfYear = inferRouterOutputs<AppRouter>['pledges']['ofYear'];
/** Theo dõi thực hiện giao ước. */
export type Ledger = NonNullable<inferRouterOutputs<AppRouter>['pledges']['ledger']['ledger']>;
export type LedgerMember = Ledger['members'][number];
export type LedgerIndicator = Ledger['indicators'][number];
export type LedgerCell = LedgerIndicator['cells'][number];
/** Cách đánh giá of a year. */
export type PledgeRuleView = inferRouterOutputs<AppRouter>['pledges']['rule'];
/** A year with its pledge, as the page shows it. */
export type PledgeYear = Extract<OfYear, { pledge: { id: string } }>;
export type Pledge = PledgeYear['pledge'];
export type Members = OfYear['members'];
export type PledgeIndicator = Pledge['indicators'][number];
export type TargetCell = PledgeIndicator['cells'][number];
export type PledgeSignature = Pledge['signatures'][number];

/** What a step sends: which pledge, and which version of it is on the screen. */
export const seenOf = ({ id, version }: Pick<Pledge, 'id' | 'version'>) => ({
  id: id as PledgeId,
  seenVersion: version,
});

export const yearInput = (clusterYearId: string | undefined) => ({
  clusterYearId: (clusterYearId ?? '') as ClusterYearId,
});
