import type * as z from 'zod/mini';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Reader } from '#db/database.ts';
import { findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import { findReportingYear, type ReportingYear } from '#db/reports/reports.queries.ts';
import { findStockFlows, findSummaryNotes } from '#db/reports/summary.queries.ts';
import { insertSummaryNote, setStockFlow as writeStockFlow } from '#db/reports/summary.writes.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { consolidatorReasons } from '#server/reports/consolidation.service.ts';
import { NothingToSave, unlessThere } from '#server/reports/reports.service.ts';
import { summariseReports } from '#server/reports/summary-view.service.ts';
import { notesOf } from '#server/reports/summary-words.service.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { usualFactor } from '#shared/indicators/series.rules.ts';
import { REPORT_PERIOD_LABELS } from '#shared/reports/reports.schema.ts';
import type {
  saveSummaryNote as saveNoteInput,
  setStockFlow as setStockFlowInput,
} from '#shared/reports/summary.schema.ts';

/**
 * Keeps a word beside a figure: how it is written on paper, or why a stock does not go with its flow. The figure it was
 * written about is kept with it, so that the page can say when the figure has moved since.
 * @throws Refusal report.summary-note-changed-meanwhile when somebody else saved one since `seenVersion`
 */
export async function saveSummaryNote(ctx: ActorContext, input: z.infer<typeof saveNoteInput>) {
  const { clusterYearId, period, indicatorVersionId, kind, content, seenVersion } = input;
  const summary = await summariseReports(ctx, input);
  const line = summary.indicators.find(({ id }) => id === indicatorVersionId);
  const figure = (kind === 'paper' ? line?.total.value : line?.stockFlow?.difference) ?? null;
  const saving = commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    const year = await ledYear(ctx, tx, clusterYearId);
    const { name } = oneOf(await findYearIndicators(tx, clusterYearId), indicatorVersionId);
    const was = notesOf(await findSummaryNotes(tx, input), kind).get(indicatorVersionId);
    const version = seenVersion + 1;
    if ((was?.version ?? 0) === seenVersion && (was?.content ?? '') === content && (was?.figure ?? null) === figure)
      throw new NothingToSave({ version: seenVersion });
    const key = { clusterYearId, period, indicatorVersionId, kind, version };
    const saved = { savedAt: ctx.now().toISOString(), savedBy: ctx.actor.name };
    const isNext = (was?.version ?? 0) === seenVersion;
    if (!isNext || !(await insertSummaryNote(tx, { ...key, content, figure, ...saved }))) {
      const facts = { indicator: name, who: was?.savedBy ?? '…', changedAt: was?.savedAt ?? '…' };
      throw conflict([{ code: 'report.summary-note-changed-meanwhile', facts }]);
    }
    const field = kind === 'paper' ? 'paperWording' : 'stockFlowWord';
    return {
      result: { version },
      audit: [
        {
          action: 'report.summary-note-saved',
          subjectKind: 'cluster-year',
          subjectId: clusterYearId,
          subjectLabel: `${REPORT_PERIOD_LABELS[period].vi} ${year.year}, ${year.clusterName}: ${name}`,
          clusterYearId,
          changes: [{ field, from: was?.content || null, to: content || null }],
        },
      ],
    };
  });
  return unlessThere(saving);
}

/**
 * Chooses which flow of the year the change of a stock is checked against, for every year of the cluster.
 * @throws Refusal report.stock-flow-kinds, report.stock-flow-units; report.stock-flow-changed-meanwhile
 */
export async function setStockFlow(ctx: ActorContext, input: z.infer<typeof setStockFlowInput>) {
  const { clusterYearId, stockVersionId, flowVersionId, seenFlowVersionId } = input;
  const saving = commit(ctx, async (tx): Promise<Outcome<undefined>> => {
    const year = await ledYear(ctx, tx, clusterYearId);
    await lockRows(tx, 'cluster', [year.clusterId]);
    const indicators = await findYearIndicators(tx, clusterYearId);
    const stock = oneOf(indicators, stockVersionId);
    const flow = flowVersionId === null ? null : oneOf(indicators, flowVersionId);
    if (flow && (stock.kind !== 'stock' || flow.kind !== 'flow'))
      refuseIf([{ code: 'report.stock-flow-kinds', facts: { stock: stock.name, flow: flow.name } }]);
    if (flow && !usualFactor(flow.unitOfMeasure, stock.unitOfMeasure)) {
      const units = { stockUnit: stock.unitOfMeasure, flowUnit: flow.unitOfMeasure };
      refuseIf([{ code: 'report.stock-flow-units', facts: { stock: stock.name, flow: flow.name, ...units } }]);
    }
    const pairs = await findStockFlows(tx, year.clusterId);
    const was = pairs.find(({ stockIndicatorId }) => stockIndicatorId === stock.indicatorId);
    const before = indicators.find(({ indicatorId }) => indicatorId === was?.flowIndicatorId);
    if ((before?.id ?? null) !== seenFlowVersionId)
      throw conflict([{ code: 'report.stock-flow-changed-meanwhile', facts: { indicator: stock.name } }]);
    if (before?.id === flow?.id) throw new NothingToSave(undefined);
    const pair = { stockIndicatorId: stock.indicatorId, flowIndicatorId: flow?.indicatorId ?? null };
    await writeStockFlow(tx, { clusterId: year.clusterId, ...pair });
    return {
      result: undefined,
      audit: [
        {
          action: 'report.stock-flow-set',
          subjectKind: 'cluster-year',
          subjectId: clusterYearId,
          subjectLabel: `${year.clusterName}: ${stock.name}`,
          clusterYearId,
          changes: [{ field: 'stockFlow', from: before?.name ?? null, to: flow?.name ?? null }],
        },
      ],
    };
  });
  return unlessThere(saving);
}

async function ledYear(ctx: ActorContext, tx: Reader, clusterYearId: string): Promise<ReportingYear> {
  const year = await findReportingYear(tx, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const person = consolidatorReasons(ctx.actor, year);
  if (person.length > 0) throw new Refusal('forbidden', person);
  return year;
}

function oneOf(indicators: readonly YearIndicator[], id: string): YearIndicator {
  const found = indicators.find((one) => one.id === id);
  if (!found) throw new Refusal('refused', [{ code: 'report.summary-unknown-indicator' }]);
  return found;
}
