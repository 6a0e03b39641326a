import type { Generated, Selectable } from 'kysely';

/** From how many tenths of a percent of the target a promise of the year is kept (đạt), exceeded (vượt). */
export interface PledgeRuleTable {
  clusterYearId: string;
  keptFrom: number;
  exceededFrom: number;
  /** Where it stands: Quy chế … điều …, as it was entered. */
  source: string;
  enteredAt: string;
  enteredBy: string;
  version: Generated<number>;
}
export type PledgeRuleRow = Selectable<PledgeRuleTable>;
