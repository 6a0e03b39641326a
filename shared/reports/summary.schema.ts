import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { indicatorVersionId, reportPeriod } from '#shared/reports/reports.schema.ts';
import { unitView } from '#shared/units/units.schema.ts';

/** `paper`: cách ghi trong báo cáo; `stock-flow`: why a stock does not go with the flow of the year. */
export const summaryNoteKind = z.enum(['paper', 'stock-flow']);
export type SummaryNoteKind = z.infer<typeof summaryNoteKind>;

/** Keeps a word beside a figure of the summary; '' takes it back. `seenVersion` 0: there was none. */
export const saveSummaryNote = z.strictObject({
  clusterYearId,
  period: reportPeriod,
  indicatorVersionId,
  kind: summaryNoteKind,
  content: z.string().check(z.trim(), z.maxLength(500)),
  seenVersion: z.int().check(z.minimum(0)),
});

/** Which flow of the year the change of a stock is checked against; null: none. */
export const setStockFlow = z.strictObject({
  clusterYearId,
  stockVersionId: indicatorVersionId,
  flowVersionId: z.nullable(indicatorVersionId),
  seenFlowVersionId: z.nullable(indicatorVersionId),
});

/** One indicator of a summary over the years. */
export const seriesOfFigure = z.strictObject({ clusterYearId, period: reportPeriod, indicatorVersionId });

/** A summary as a file: of which year and period, by the units of the report or of today. */
export const summaryFilters = z.strictObject({ clusterYearId, period: reportPeriod, view: z.optional(unitView) });

/** A series goes back so far, the year of the summary among them. */
export const SERIES_YEARS = 10;
