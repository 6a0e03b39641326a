import type { Generated, Insertable, Selectable } from 'kysely';
import type { OpinionStance, PledgeStatus } from '#shared/pledges/pledges.schema.ts';

/** Giao ước thi đua of a cluster-year. */
export interface PledgeTable {
  id: string;
  clusterYearId: string;
  status: PledgeStatus;
  jointText: string;
  /** SHA-256 of the frozen content (hex); null until it is agreed. */
  contentHash: string | null;
  consultDueOn: string | null;
  /** When opinions were last asked for: an opinion given before is about an earlier text. */
  consultOpenedAt: string | null;
  frozenAt: string | null;
  publishedOn: string | null;
  place: string | null;
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
  /** What the member says to a figure that looks wrong. */
  note: Generated<string>;
  version: Generated<number>;
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
  isDemo: Generated<number>;
}
export type PledgeSignatureRow = Selectable<PledgeSignatureTable>;
export type NewPledgeSignature = Insertable<PledgeSignatureTable>;

/** What a member says of the draft (ý kiến của đơn vị thành viên). */
export interface PledgeOpinionTable {
  pledgeId: string;
  unitId: string;
  stance: OpinionStance;
  opinion: Generated<string>;
  givenAt: string;
  givenByName: string;
}
export type PledgeOpinionRow = Selectable<PledgeOpinionTable>;
export type NewPledgeOpinion = Insertable<PledgeOpinionTable>;

/** A signature that lost its force because the content changed after it. */
export interface PledgeVoidedSignatureTable {
  id: string;
  pledgeId: string;
  unitId: string;
  signedOn: string;
  capacity: string | null;
  signatoryName: string | null;
  contentHash: string | null;
  fileId: string | null;
  voidedAt: string;
  voidedByName: string;
  reason: string;
}
export type PledgeVoidedSignatureRow = Selectable<PledgeVoidedSignatureTable>;
export type NewPledgeVoidedSignature = Insertable<PledgeVoidedSignatureTable>;
