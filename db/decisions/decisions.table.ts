import type { Generated, Insertable, Selectable } from 'kysely';
import type { CancelGround, DecisionStatus } from '#shared/decisions/decisions.schema.ts';
import type { CommendationWay } from '#shared/nominations/nominations.schema.ts';

/** Quyết định khen thưởng. */
export interface DecisionTable {
  id: string;
  clusterYearId: string | null;
  numberingUnitId: string;
  documentType: Generated<string>;
  status: Generated<DecisionStatus>;
  number: string | null;
  numberNorm: string | null;
  numberYear: number | null;
  decidedOn: string | null;
  achievementYear: number;
  awardCode: string;
  way: CommendationWay;
  subject: Generated<string>;
  issuerLine: Generated<string>;
  headerOrg: Generated<string>;
  place: Generated<string>;
  commonSentence: Generated<string>;
  signatoryCapacity: Generated<string>;
  signatoryName: Generated<string>;
  legalBases: Generated<string>;
  articles: Generated<string>;
  submissionLetter: Generated<string>;
  submittedAt: string | null;
  signedOn: string | null;
  issuedAt: string | null;
  cancelGround: CancelGround | null;
  cancelReason: string | null;
  cancelNumber: string | null;
  cancelledOn: string | null;
  qrOnCertificates: Generated<number>;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type DecisionRow = Selectable<DecisionTable>;
export type NewDecision = Insertable<DecisionTable>;

/** A nomination placed on a decision. */
export interface DecisionItemTable {
  id: string;
  decisionId: string;
  nominationId: string;
  position: number;
  sentenceOverride: string | null;
}
export type DecisionItemRow = Selectable<DecisionItemTable>;
export type NewDecisionItem = Insertable<DecisionItemTable>;
