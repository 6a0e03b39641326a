import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import {
  findReportingMembers,
  findReportingYear,
  findReportsOfYear,
  findTargets,
  findValuesOfYear,
} from '#db/reports/reports.queries.ts';
import { findStockFlows, findSummaryNotes } from '#db/reports/summary.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { priorFigures } from '#server/indicators/series.service.ts';
import { ruleOfYear } from '#server/pledges/pledge-rule.service.ts';
import { consolidatorReasons, undoerReasons } from '#server/reports/consolidation.service.ts';
import { headOf } from '#server/reports/report-view.service.ts';
import { standing } from '#server/reports/reports.service.ts';
import { notesOf } from '#server/reports/summary-words.service.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { consolidateReasons, undoReasons } from '#shared/reports/consolidation.rules.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';
import { checkStockFlow, isApart } from '#shared/reports/stock-flow.rules.ts';
import { summarise } from '#shared/reports/summary.rules.ts';

type OfYear = { clusterYearId: string; period: ReportPeriod };

/** Biểu tổng hợp of one period, computed from the reports as they are now. */
export async function summariseReports(ctx: ActorContext, { clusterYearId, period }: OfYear) {
  const db = ctx.db.reads;
  const year = await findReportingYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const indicators = await findYearIndicators(db, clusterYearId);
  const stored = await findReportsOfYear(db, clusterYearId, period);
  const reports = new Map(stored.map((row) => [row.unitId, standing(row, ctx)]));
  const members = (await findReportingMembers(db, year)).map((member) => ({
    ...member,
    reportId: reports.get(member.unitId)?.id ?? null,
    status: reports.get(member.unitId)?.status ?? null,
    version: reports.get(member.unitId)?.version ?? 0,
  }));
  const rule = period === 'year-end' ? await ruleOfYear(db, clusterYearId) : null;
  const lines = summarise({
    rule,
    year: year.year,
    period,
    indicators,
    members,
    cells: await findValuesOfYear(db, clusterYearId, period),
    targets: await findTargets(db, clusterYearId),
    priors: await priorFigures(db, clusterYearId),
  });
  const [noteRows, pairs] = await Promise.all([
    findSummaryNotes(db, { clusterYearId, period }),
    findStockFlows(db, year.clusterId),
  ]);
  const paperNotes = notesOf(noteRows, 'paper');
  const stockFlowNotes = notesOf(noteRows, 'stock-flow');
  const flowOf = new Map(pairs.map(({ stockIndicatorId, flowIndicatorId }) => [stockIndicatorId, flowIndicatorId]));
  const stockFlowOf = (stockId: string) => {
    const at = indicators.findIndex(({ id }) => id === stockId);
    const flowAt = indicators.findIndex(({ indicatorId }) => indicatorId === flowOf.get(indicators[at]!.indicatorId));
    if (flowAt < 0) return null;
    const [stock, flow] = [indicators[at]!, indicators[flowAt]!];
    const check = checkStockFlow({ ...stock, ...lines[at]! }, { ...flow, ...lines[flowAt]! });
    const note = stockFlowNotes.get(stockId) ?? null;
    return { flowId: flow.id, flowName: flow.name, ...check, isApart: isApart(check), note };
  };
  return {
    clusterYear: headOf(year),
    period,
    members,
    /** From where on a promise of the year counts as kept, exceeded; null at half of the year, which is not judged. */
    pledgeRule: rule && { keptFrom: rule.keptFrom, exceededFrom: rule.exceededFrom, source: rule.source },
    actions: {
      consolidate: orElse(consolidatorReasons(ctx.actor, year), () => consolidateReasons(members)),
      undoConsolidation: orElse(undoerReasons(ctx.actor, year), () => undoReasons(members)),
    },
    mayKeepWords: consolidatorReasons(ctx.actor, year).length === 0,
    indicators: indicators.map((indicator, index) => ({
      id: indicator.id,
      name: indicator.name,
      unitOfMeasure: indicator.unitOfMeasure,
      decimals: indicator.decimals,
      aggregation: indicator.aggregation,
      weightName: indicators.find(({ indicatorId }) => indicatorId === indicator.weightIndicatorId)?.name ?? null,
      weightIndicatorId: indicators.find(({ indicatorId }) => indicatorId === indicator.weightIndicatorId)?.id ?? null,
      better: indicator.better,
      isHeadline: indicator.isHeadline === 1,
      kind: indicator.kind,
      ...lines[index]!,
      /** What the office keeps in place of the computed wording; null: never anything. */
      paperNote: paperNotes.get(indicator.id) ?? null,
      stockFlow: stockFlowOf(indicator.id),
    })),
  };
}

const orElse = (person: Reason[], state: () => Reason[]) => (person.length > 0 ? person : state());
