import type { Generated, Insertable, Selectable } from 'kysely';
import type { Aggregation, Better, IndicatorKind } from '#shared/indicators/indicators.schema.ts';

/** Chỉ tiêu over the years. */
export interface IndicatorTable {
  id: string;
  code: string;
  /** The unit that keeps it; null: common to all clusters. */
  ownerUnitId: string | null;
  isDemo: Generated<number>;
}
export type IndicatorRow = Selectable<IndicatorTable>;
export type NewIndicator = Insertable<IndicatorTable>;

/** What the indicator says in a span of time. */
export interface IndicatorVersionTable {
  id: string;
  indicatorId: string;
  name: string;
  unitOfMeasure: string;
  kind: IndicatorKind;
  aggregation: Aggregation;
  weightIndicatorId: string | null;
  better: Better;
  decimals: number;
  sourceOffice: string;
  paperWording: string | null;
  validFrom: string;
  validTo: string | null;
  definition: Generated<string>;
  /** The version whose series this one goes on: an earlier one of the indicator, or of one asked in other words. */
  predecessorId: string | null;
  /** predecessor × factorNum / factorDen = a figure of this version, both in their unit of measure. */
  factorNum: number | null;
  factorDen: number | null;
  predecessorNote: Generated<string>;
  version: Generated<number>;
}
export type IndicatorVersionRow = Selectable<IndicatorVersionTable>;
export type NewIndicatorVersion = Insertable<IndicatorVersionTable>;

/** Which indicators a year asks for, in which order. */
export interface ClusterYearIndicatorTable {
  clusterYearId: string;
  indicatorVersionId: string;
  position: number;
  isHeadline: Generated<number>;
}
export type ClusterYearIndicatorRow = Selectable<ClusterYearIndicatorTable>;
export type NewClusterYearIndicator = Insertable<ClusterYearIndicatorTable>;
