import type { Generated, Insertable, Selectable } from 'kysely';

/** One figure of what a model brought, or of what came of adopting it: before and after, scaled by EFFECT_DECIMALS. */
export interface EffectTable {
  subjectKind: 'exemplar' | 'replication';
  subjectId: string;
  position: number;
  what: string;
  /** `what` without accents, for searching. */
  whatFold: string;
  beforeValue: number | null;
  afterValue: number;
  unitOfMeasure: string;
  source: Generated<string>;
}
export type EffectRow = Selectable<EffectTable>;
export type NewEffect = Insertable<EffectTable>;

/** Which field (lĩnh vực) an indicator belongs to in a cluster: what models are suggested by. */
export interface IndicatorFieldTable {
  clusterId: string;
  indicatorId: string;
  field: string;
  fieldFold: string;
}

/** A suggestion that a unit set aside for the year. */
export interface SuggestionDismissalTable {
  clusterYearId: string;
  unitId: string;
  exemplarId: string;
  indicatorId: string;
}
