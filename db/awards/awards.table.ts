import type { Insertable, Selectable } from 'kysely';
import type { Certainty } from '#shared/awards/awards.schema.ts';

/** Danh hiệu or hình thức khen thưởng. */
export interface AwardFormTable {
  code: string;
  kind: string;
  name: string;
  nameEn: string | null;
  level: string;
  appliesTo: string;
  position: number;
}
export type AwardFormRow = Selectable<AwardFormTable>;
export type NewAwardForm = Insertable<AwardFormTable>;

/** Rules of an award form in a span of time, with source and certainty. */
export interface AwardFormVersionTable {
  id: string;
  awardCode: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  certainty: Certainty;
  json: string;
}
export type AwardFormVersionRow = Selectable<AwardFormVersionTable>;
export type NewAwardFormVersion = Insertable<AwardFormVersionTable>;

/** Mức lương cơ sở by date, đồng a month. */
export interface BaseSalaryTable {
  id: string;
  validFrom: string;
  validTo: string | null;
  amountVnd: number;
  source: string;
  certainty: Certainty;
}
export type BaseSalaryRow = Selectable<BaseSalaryTable>;
export type NewBaseSalary = Insertable<BaseSalaryTable>;
