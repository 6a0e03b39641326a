import type { Generated, Insertable, Selectable } from 'kysely';
import type { CommendationWay, NominationStatus } from '#shared/nominations/nominations.schema.ts';
import type { AreaClass, PersonClass, RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';

/** Đề nghị khen thưởng: one recipient put forward for one award. */
export interface NominationTable {
  id: string;
  clusterYearId: string;
  unitId: string;
  awardCode: string;
  recipientId: string | null;
  recipientKind: RecipientKind;
  way: CommendationWay;
  name: Generated<string>;
  nameFold: Generated<string>;
  printedName: Generated<string>;
  printedPlace: Generated<string>;
  salutation: string | null;
  sex: Sex | null;
  birthYear: number | null;
  positionHeld: Generated<string>;
  workplace: Generated<string>;
  personClass: PersonClass | null;
  areaClass: AreaClass | null;
  isBorderArea: Generated<number>;
  isSmallCollective: Generated<number>;
  headcount: number | null;
  field: Generated<string>;
  achievement: Generated<string>;
  proposalNumber: Generated<string>;
  proposalOn: string | null;
  status: Generated<NominationStatus>;
  submittedAt: string | null;
  supplementReason: string | null;
  supplementDueOn: string | null;
  checkNote: string | null;
  duplicateNote: string | null;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type NominationRow = Selectable<NominationTable>;
export type NewNomination = Insertable<NominationTable>;
