import type { Generated, Selectable } from 'kysely';

/** Tiến độ: how far a member has come with a promise by the end of a quarter (scaled as the target). */
export interface PledgeProgressTable {
  pledgeId: string;
  unitId: string;
  indicatorVersionId: string;
  /** 1 to 4, of the emulation year. */
  quarter: number;
  value: number | null;
  note: Generated<string>;
  savedAt: string;
  savedBy: string;
  version: Generated<number>;
}
export type PledgeProgressRow = Selectable<PledgeProgressTable>;

/** A quarter of one member: the day its figures are of; its documents (minh chứng) hang on it. */
export interface PledgeQuarterTable {
  id: string;
  pledgeId: string;
  unitId: string;
  quarter: number;
  /** Số liệu tính đến ngày (YYYY-MM-DD); null: not said. */
  asOf: string | null;
  savedAt: string;
  savedBy: string;
  version: Generated<number>;
}
export type PledgeQuarterRow = Selectable<PledgeQuarterTable>;
