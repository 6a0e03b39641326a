import type { Generated, Insertable, Selectable } from 'kysely';
import type { Certainty } from '#shared/awards/awards.schema.ts';
import type { CommendationWay } from '#shared/nominations/nominations.schema.ts';
import type { AreaClass, PersonClass, RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';

/** Sổ khen thưởng: one award as it was given. */
export interface AwardTable {
  id: string;
  recipientId: string;
  decisionId: string | null;
  nominationId: string | null;
  clusterYearId: string | null;
  awardCode: string;
  awardVersionId: string | null;
  unitId: string;
  issuingUnitId: string;
  year: number;
  decisionNumber: string;
  decidedOn: string;
  recipientKind: RecipientKind;
  printedName: string;
  printedPlace: Generated<string>;
  nameFold: string;
  sentence: Generated<string>;
  achievement: Generated<string>;
  way: CommendationWay;
  sex: Sex | null;
  personClass: PersonClass | null;
  areaClass: AreaClass | null;
  isBorderArea: Generated<number>;
  isSmallCollective: Generated<number>;
  field: Generated<string>;
  coefficientHundredths: number | null;
  baseSalaryVnd: number | null;
  prizeRawVnd: number | null;
  prizeVnd: number | null;
  prizeCertainty: Certainty | null;
  status: Generated<'active' | 'cancelled'>;
  isDemo: Generated<number>;
  version: Generated<number>;
  /** The import that wrote it last; null: none did. */
  importRunId: string | null;
  /** Words it is found by (awardSearchText). */
  searchText: Generated<string>;
  /** Its place in a list of names (nameSortKey). */
  nameSort: Generated<string>;
}
export type AwardRow = Selectable<AwardTable>;
export type NewAward = Insertable<AwardTable>;

/** How many awards of a unit ('' = all) and year have a value of a property; kept by the database. */
export interface AwardCountTable {
  unitId: string;
  year: number;
  dimension: string;
  value: string;
  awards: number;
}

/** How often a word stands in the registry, in a million rows: by it a search chooses its plan. */
export interface SearchWordTable {
  subject: 'award' | 'recipient';
  word: string;
  perMillion: number;
}
