import type { Generated, Insertable, Selectable } from 'kysely';
import type { PledgeStatus } from '#shared/pledges/pledges.schema.ts';

/** Giao ước thi đua of a cluster-year. */
export interface PledgeTable {
  id: string;
  clusterYearId: string;
  status: PledgeStatus;
  jointText: string;
  contentHash: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type PledgeRow = Selectable<PledgeTable>;
export type NewPledge = Insertable<PledgeTable>;

/** One promise: indicator, member, target (scaled). */
export interface PledgeTargetTable {
  pledgeId: string;
  unitId: string;
  indicatorVersionId: string;
  value: number | null;
}
export type PledgeTargetRow = Selectable<PledgeTargetTable>;
export type NewPledgeTarget = Insertable<PledgeTargetTable>;

/** Chữ ký of one member. */
export interface PledgeSignatureTable {
  id: string;
  pledgeId: string;
  unitId: string;
  signedOn: string | null;
  capacity: string | null;
  signatoryName: string | null;
  contentHash: string | null;
  fileId: string | null;
}
export type PledgeSignatureRow = Selectable<PledgeSignatureTable>;
export type NewPledgeSignature = Insertable<PledgeSignatureTable>;
