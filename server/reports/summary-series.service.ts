import type * as z from 'zod/mini';
import { findVersionLinks, findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { findReportingYear } from '#db/reports/reports.queries.ts';
import {
  findAskedVersions,
  findFiguresOfYears,
  findMemberSpans,
  findPriorsOfYears,
  findYearsOfSeries,
} from '#db/reports/summary.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';
import type { Aggregated } from '#shared/indicators/indicators.rules.ts';
import {
  type JoinedVersion,
  joinVersion,
  type NotJoined,
  readAs,
  type SeriesFigure,
  totalOfYear,
} from '#shared/reports/figure-series.rules.ts';
import { SERIES_YEARS, type seriesOfFigure } from '#shared/reports/summary.schema.ts';

export type SeriesYear = {
  year: number;
  /** Null: the cluster has no such year in reach; what is known of it was stated by the year after. */
  clusterYearId: string | null;
  total: Aggregated;
  /** '1.000 triệu đồng = 1 tỷ đồng' where the figures of the year were counted otherwise. */
  conversion: string | null;
  /** Why figures of the year's own reports are not read. */
  gap: NotJoined | null;
  /** `reportId`: where the figure was reported; the page leads there. */
  members: (SeriesFigure & { reportId: string | null })[];
};

/**
 * One indicator of a summary over up to ten years, the oldest first, read as it is counted in the shown year. A figure
 * comes from the report of its year, else from what the year after stated about it. Stored figures are never changed.
 * Figures are scaled by the decimals of the shown indicator; a missing one is null.
 */
export async function viewSeries(
  ctx: ActorContext,
  { clusterYearId, period, indicatorVersionId }: z.infer<typeof seriesOfFigure>,
) {
  const db = ctx.db.reads;
  const shownYear = await findReportingYear(db, ctx.access, clusterYearId);
  if (!shownYear) throw notFound('cluster-year');
  const { clusterId, year: toYear } = shownYear;
  const span = { clusterId, fromYear: toYear - SERIES_YEARS + 1, toYear };
  const [indicators, found, links, spans] = await Promise.all([
    findYearIndicators(db, clusterYearId),
    findYearsOfSeries(db, ctx.access, span),
    findVersionLinks(db),
    findMemberSpans(db, clusterId),
  ]);
  const shown = indicators.find(({ id }) => id === indicatorVersionId);
  if (!shown) throw new Refusal('refused', [{ code: 'report.summary-unknown-indicator' }]);
  const { id, year, startsOn, endsOn } = shownYear;
  const years = found.some((one) => one.id === id) ? found : [...found, { id, year, startsOn, endsOn }];
  const ids = years.map((one) => one.id);
  const asked = Map.groupBy(await findAskedVersions(db, ids), (row) => row.clusterYearId);

  const ways = years.map(({ id: of, ...one }) => {
    const there = asked.get(of) ?? [];
    const joined = joinVersion(
      links,
      shown.id,
      there.map((row) => row.id),
    );
    const weightId = there.find(({ indicatorId }) => indicatorId === shown.weightIndicatorId)?.id;
    return {
      id: of,
      ...one,
      joined: isJoined(joined) ? joined : null,
      gap: isJoined(joined) ? null : joined,
      weightId,
    };
  });
  const versionIds = [...new Set(ways.flatMap(({ joined, weightId }) => [joined?.id, weightId]))].filter(
    (one) => one !== undefined,
  );
  const of = { clusterYearIds: ids, versionIds };
  const none = versionIds.length === 0;
  const [figures, priors] = await Promise.all([
    none ? [] : findFiguresOfYears(db, of, { period, now: ctx.now().toISOString() }),
    none || period !== 'year-end' ? [] : findPriorsOfYears(db, of),
  ]);
  const figureOf = new Map(figures.map((row) => [`${row.clusterYearId} ${row.unitId} ${row.indicatorVersionId}`, row]));
  const priorOf = new Map(priors.map((row) => [`${row.clusterYearId} ${row.unitId} ${row.indicatorVersionId}`, row]));

  const series: SeriesYear[] = [];
  for (let at = span.fromYear; at <= toYear; at += 1) {
    const own = ways.find((one) => one.year === at);
    const next = ways.find((one) => one.year === at + 1);
    if (!own && !next?.joined) continue;
    const when = own ?? next!;
    const unitIds = spans
      .filter(
        ({ validFrom, validTo }) =>
          (validFrom === null || validFrom <= when.endsOn) && (validTo === null || validTo >= when.startsOn),
      )
      .map(({ unitId }) => unitId);
    const members = [...new Set(unitIds)].map((unitId) => {
      const reported = own?.joined && figureOf.get(`${own.id} ${unitId} ${own.joined.id}`);
      const stated = next?.joined && priorOf.get(`${next.id} ${unitId} ${next.joined.id}`);
      const weightOfOwn = own?.weightId && figureOf.get(`${own.id} ${unitId} ${own.weightId}`)?.value;
      const weightOfNext = next?.weightId && priorOf.get(`${next.id} ${unitId} ${next.weightId}`)?.value;
      const value = reported
        ? readAs(reported.value, own!.joined!)
        : stated
          ? readAs(stated.value, next!.joined!)
          : null;
      const source = value === null ? null : reported ? ('report' as const) : ('prior' as const);
      const weight = weightOfOwn ?? weightOfNext;
      return {
        unitId,
        value,
        weight: typeof weight === 'number' ? weight : null,
        source,
        reportId: source === 'report' ? (reported?.reportId ?? null) : null,
      };
    });
    series.push({
      year: at,
      clusterYearId: own?.id ?? null,
      total: totalOfYear(shown.aggregation, members),
      conversion: (own?.joined ?? next?.joined)?.text ?? null,
      gap: own?.gap ?? null,
      members,
    });
  }
  const first = series.findIndex(
    ({ clusterYearId: of, members }) => of !== null || members.some((m) => m.value !== null),
  );
  const names = new Map(spans.map(({ unitId, name }) => [unitId, name]));
  return {
    indicatorVersionId: shown.id,
    decimals: shown.decimals,
    unitOfMeasure: shown.unitOfMeasure,
    years: first < 0 ? [] : series.slice(first),
    units: [...names].map(([unitId, name]) => ({ unitId, name })),
  };
}

const isJoined = (joined: JoinedVersion | NotJoined): joined is JoinedVersion => typeof joined === 'object';
