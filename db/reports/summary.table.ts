import type { Insertable, Selectable } from 'kysely';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';
import type { SummaryNoteKind } from '#shared/reports/summary.schema.ts';

/** A word kept beside a figure of a summary. Every saving adds a row: the highest version holds, the others are history. */
export interface SummaryNoteTable {
  clusterYearId: string;
  period: ReportPeriod;
  indicatorVersionId: string;
  kind: SummaryNoteKind;
  version: number;
  /** '' takes the word back: the wording of the indicator holds again. */
  content: string;
  /** What the word was written about: the total (paper) or the difference (stock-flow), scaled; null: none then. */
  figure: number | null;
  savedAt: string;
  savedBy: string;
}
export type SummaryNoteRow = Selectable<SummaryNoteTable>;
export type NewSummaryNote = Insertable<SummaryNoteTable>;

/** In this cluster the change of a stock over the year should be the flow of the year. */
export interface StockFlowTable {
  clusterId: string;
  stockIndicatorId: string;
  flowIndicatorId: string;
}
