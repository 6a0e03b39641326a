import type { Reader } from '#db/database.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { findReport, findReportValues, findTargets } from '#db/reports/reports.queries.ts';
import {
  findGivenRequest,
  findGivenRequests,
  findRequestCells,
  findRequestsOfReport,
  findUnitsBelow,
  type RequestDetail,
} from '#db/reports/requests.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { priorFigures } from '#server/indicators/series.service.ts';
import { standing } from '#server/reports/reports.service.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';
import { ownUnitReasons } from '#shared/reports/reports.policy.ts';
import { editReasons } from '#shared/reports/reports.rules.ts';
import { overdueDays } from '#shared/reports/requests.rules.ts';
import { inSentence } from '#shared/units/unit-names.ts';

const MOST_GIVEN = 200;

/** What a report asked of its offices: who has not answered, and each answer beside the report's own figure. */
export async function listRequests(ctx: ActorContext, { reportId }: { reportId: string }) {
  const db = ctx.db.reads;
  const report = await findReport(db, accessFor(ctx.actor, 'reports.byId') ?? NO_ACCESS, reportId);
  if (!report) throw notFound('report');
  const grounds = ownUnitReasons(ctx.actor, report);
  if (grounds.length > 0) throw new Refusal('forbidden', grounds);
  const today = vietnamDate(ctx.now());
  const requests = await findRequestsOfReport(db, reportId);
  const cells = Map.groupBy(
    await findRequestCells(
      db,
      requests.map(({ id }) => id),
    ),
    ({ requestId }) => requestId,
  );
  const own = new Map((await findReportValues(db, reportId)).map((row) => [row.indicatorVersionId, row]));
  const indicators = await findYearIndicators(db, report.clusterYearId);
  return {
    report: {
      id: report.id,
      clusterYearId: report.clusterYearId,
      year: report.year,
      period: report.period,
      unitName: inSentence(report.unitFullName),
      closed: editReasons(standing(report, ctx)),
    },
    today,
    indicators: indicators.map(({ id, name, unitOfMeasure, decimals, sourceOffice }) => ({
      ...{ id, name, unitOfMeasure, decimals, sourceOffice },
      isFilled: (own.get(id)?.value ?? null) !== null,
    })),
    units: await findUnitsBelow(db, report.unitId, today),
    requests: requests.map((request) => ({
      ...headOf(request, today),
      hasLink: request.linkHash !== null && (request.linkUntil ?? '') > ctx.now().toISOString(),
      cells: indicators.flatMap(({ id }) => {
        const cell = cells.get(request.id)?.find((one) => one.indicatorVersionId === id);
        if (!cell) return [];
        const mine = own.get(id);
        return [
          {
            indicatorVersionId: id,
            value: cell.value,
            valueStatus: cell.valueStatus,
            note: cell.note,
            outcome: cell.outcome,
            mine: mine?.value ?? null,
            mineStatus: mine?.valueStatus ?? null,
            mineSource: mine?.sourceOffice ?? '',
            mineVersion: mine?.version ?? 0,
          },
        ];
      }),
    })),
  };
}

/** What the person's own office was asked for. */
export async function listGiven(ctx: ActorContext) {
  const today = vietnamDate(ctx.now());
  const requests = await findGivenRequests(ctx.db.reads, ctx.access, MOST_GIVEN);
  return requests.map((request) => headOf(request, today));
}

export async function viewGiven(ctx: ActorContext, { id }: { id: string }) {
  const request = await findGivenRequest(ctx.db.reads, ctx.access, id);
  if (!request) throw notFound('collecting');
  return sheetOf(ctx.db.reads, request, vietnamDate(ctx.now()));
}

/** The figures to fill in, each beside last year and the target; nothing else of the report. */
export async function sheetOf(db: Reader, request: RequestDetail, today: string) {
  const { clusterYearId, reportUnitId } = request;
  const cells = new Map((await findRequestCells(db, [request.id])).map((one) => [one.indicatorVersionId, one]));
  const priors = new Map(
    (await priorFigures(db, clusterYearId, reportUnitId)).map((row) => [row.indicatorVersionId, row.value]),
  );
  const targets = new Map(
    (await findTargets(db, clusterYearId, reportUnitId)).map((row) => [row.indicatorVersionId, row.value]),
  );
  const indicators = (await findYearIndicators(db, clusterYearId)).filter(({ id }) => cells.has(id));
  return {
    ...headOf(request, today),
    cells: indicators.map(({ id, name, unitOfMeasure, decimals, kind }) => {
      const { value, valueStatus, note } = cells.get(id)!;
      const [prior, target] = [priors.get(id) ?? null, targets.get(id) ?? null];
      return { indicatorVersionId: id, name, unitOfMeasure, decimals, kind, value, valueStatus, note, prior, target };
    }),
  };
}

const headOf = (request: RequestDetail, today: string) => ({
  id: request.id,
  version: request.version,
  officeName: request.officeName,
  unitId: request.unitId,
  note: request.note,
  dueOn: request.dueOn,
  status: request.status,
  overdueDays: overdueDays(request, today),
  askedAt: request.askedAt,
  askedBy: request.askedBy,
  answeredAt: request.answeredAt,
  answeredBy: request.answeredBy,
  linkUntil: request.linkUntil,
  isDemo: request.isDemo === 1,
  period: request.period,
  year: request.year,
  forUnit: inSentence(request.unitFullName),
});
