import { setImmediate as turn } from 'node:timers/promises';
import { findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import {
  findReportingMembers,
  findReportingYear,
  findReportsOfYear,
  findTargets,
  findValuesOfYear,
} from '#db/reports/reports.queries.ts';
import { countThreads } from '#db/reports/reviewing.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { priorFigures } from '#server/indicators/series.service.ts';
import { headOf, timing } from '#server/reports/report-view.service.ts';
import { standing } from '#server/reports/reports.service.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { notFound } from '#shared/core/refusal.ts';
import { measureOf, type PeerSpread, peerSpread, spreadsOfOthers } from '#shared/reports/peers.rules.ts';
import { type Doubt, openReportDoubts } from '#shared/reports/plausibility.rules.ts';
import { readerOf } from '#shared/reports/reports.policy.ts';
import { isContentOpen, isCounted } from '#shared/reports/reports.rules.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

type OfYear = { clusterYearId: string; period: ReportPeriod };
type NamedDoubt = Doubt & { indicatorVersionId: string; indicator: string };

/** After so many figures the others get their turn: a cluster of 150 communes has thousands. */
const FIGURES_AT_ONCE = 1_000;

/** The standing office's list: every member with the state of its report and what looks wrong in it. */
export async function listReports(ctx: ActorContext, { clusterYearId, period }: OfYear) {
  const db = ctx.db.longReads;
  const year = await findReportingYear(db, ctx.access, clusterYearId);
  if (!year) throw notFound('cluster-year');
  const indicators = await findYearIndicators(db, clusterYearId);
  const stored = await findReportsOfYear(db, clusterYearId, period);
  const reports = new Map(stored.map((row) => [row.unitId, standing(row, ctx)]));
  const threads = Map.groupBy(await countThreads(db, [clusterYearId]), ({ reportId }) => reportId);
  const values = await findValuesOfYear(db, clusterYearId, period);
  const priors = keyed(await priorFigures(db, clusterYearId));
  const targets = keyed(await findTargets(db, clusterYearId));
  const cellOf = new Map(values.map((row) => [`${row.unitId} ${row.indicatorVersionId}`, row]));
  const counted = new Set([...reports.values()].filter(({ status }) => isCounted(status)).map(({ id }) => id));
  const peersOf = await spreads(
    indicators,
    values.filter(({ reportId }) => counted.has(reportId)),
    priors,
  );
  const today = vietnamDate(ctx.now());
  const members = [];
  let looked = 0;
  for (const member of await findReportingMembers(db, year)) {
    const report = reports.get(member.unitId);
    const reader = readerOf(ctx.actor, { unitId: member.unitId, chairUnitId: year.chairUnitId });
    const isOpen = report !== undefined && isContentOpen(report.status, reader);
    const isOurs = reader.isOwn || reader.isChair || reader.seesAll;
    let filledCount = 0;
    const doubts: NamedDoubt[] = [];
    for (const indicator of isOpen ? indicators : []) {
      const key = `${member.unitId} ${indicator.id}`;
      const { value = null, note = '' } = cellOf.get(key) ?? {};
      if (value === null) continue;
      filledCount += 1;
      looked += 1;
      const beside = { prior: priors.get(key) ?? null, target: targets.get(key) ?? null };
      const figure = { ...indicator, value, period, ...beside, peers: peersOf(indicator.id, member.unitId) };
      for (const doubt of openReportDoubts(figure, note))
        doubts.push({ ...doubt, indicatorVersionId: indicator.id, indicator: indicator.name });
      if (looked % FIGURES_AT_ONCE === 0) await turn();
    }
    members.push({
      ...member,
      reportId: report?.id ?? null,
      status: report?.stored ?? ('draft' as const),
      /** Until when it is open again for its unit; null: it is not. */
      reopenedUntil: report?.isReopened ? report.reopenedUntil : null,
      comments: threadCounts(isOurs ? threads.get(report?.id ?? '') : undefined),
      dueOn: report?.dueOn ?? null,
      sentAt: report?.sentAt ?? null,
      receivedAt: report?.receivedAt ?? null,
      ...(report
        ? timing({ ...report, status: report.stored }, today)
        : { openDueOn: null, lateDays: 0, overdueDays: 0 }),
      filledCount: isOpen ? filledCount : null,
      doubts,
    });
  }
  return { clusterYear: headOf(year), period, today, indicatorCount: indicators.length, members };
}

type Value = { unitId: string; indicatorVersionId: string; value: number | null };

/**
 * How the reports that others have sent lie, by indicator and unit. One sort for each indicator; a unit whose own report
 * does not count yet is held against all that do.
 */
async function spreads(
  indicators: readonly YearIndicator[],
  values: readonly Value[],
  priors: ReadonlyMap<string, number | null>,
): Promise<(indicatorId: string, unitId: string) => PeerSpread | null> {
  const byIndicator = Map.groupBy(values, ({ indicatorVersionId }) => indicatorVersionId);
  const found = new Map<string, PeerSpread | null>();
  const whole = new Map<string, PeerSpread | null>();
  let looked = 0;
  for (const indicator of indicators) {
    const rows = byIndicator.get(indicator.id) ?? [];
    const measures = rows.map(({ unitId, value }) =>
      measureOf({ ...indicator, value, prior: priors.get(`${unitId} ${indicator.id}`) ?? null }),
    );
    const others = spreadsOfOthers(measures);
    for (const [at, { unitId }] of rows.entries()) found.set(`${unitId} ${indicator.id}`, others[at]!);
    whole.set(indicator.id, peerSpread(measures.filter((one) => one !== undefined)));
    looked += rows.length;
    if (looked > FIGURES_AT_ONCE) {
      looked = 0;
      await turn();
    }
  }
  return (indicatorId, unitId) => {
    const key = `${unitId} ${indicatorId}`;
    return (found.has(key) ? found.get(key) : whole.get(indicatorId)) ?? null;
  };
}

/** How many threads of a report wait for the unit, and how many for the office to look at the answer. */
function threadCounts(rows: readonly { status: string; count: number | string }[] = []) {
  const count = (wanted: string) => Number(rows.find(({ status }) => status === wanted)?.count ?? 0);
  return { open: count('open'), answered: count('answered') };
}

const keyed = (rows: readonly Value[]) =>
  new Map(rows.map(({ unitId, indicatorVersionId, value }) => [`${unitId} ${indicatorVersionId}`, value]));
