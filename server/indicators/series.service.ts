import type { Reader } from '#db/database.ts';
import { findVersionLinks, findYearIndicators } from '#db/indicators/indicators.queries.ts';
import { findLastYearFigures } from '#db/indicators/series.queries.ts';
import { findPriorValues } from '#db/reports/reports.queries.ts';
import { conversionsTo, conversionText, convertScaled } from '#shared/indicators/series.rules.ts';

export type PriorFigure = {
  unitId: string;
  indicatorVersionId: string;
  value: number | null;
  /** '1.000 triệu đồng = 1 tỷ đồng' where last year counted otherwise; null: as it was reported. */
  conversion: string | null;
};

/**
 * Thực hiện năm trước of one unit or of all members, by the indicators of this year: what was stated for the year,
 * else what the members' year-end reports of the year before say. An indicator whose unit of measure changed, or that
 * was asked in other words, is read through its chain; where the chain breaks there is no figure. Stored figures stay
 * as they were reported.
 */
export async function priorFigures(db: Reader, clusterYearId: string, unitId?: string): Promise<PriorFigure[]> {
  const [stated, reported, asked] = await Promise.all([
    findPriorValues(db, clusterYearId, unitId),
    findLastYearFigures(db, clusterYearId, unitId),
    findYearIndicators(db, clusterYearId),
  ]);
  const found = new Map<string, PriorFigure>(
    stated.map((row) => [`${row.unitId} ${row.indicatorVersionId}`, { ...row, conversion: null }]),
  );
  if (reported.length === 0) return [...found.values()];
  const then = new Set(reported.map(({ indicatorVersionId }) => indicatorVersionId));
  // Only a year that asks other versions than the last one has to look at the chains.
  const links = asked.every(({ id }) => then.has(id)) ? [] : await findVersionLinks(db);
  const linkOf = new Map(links.map((link) => [link.id, link]));
  const figures = Map.groupBy(reported, ({ indicatorVersionId }) => indicatorVersionId);
  for (const indicator of asked) {
    const source = links.length === 0 || then.has(indicator.id) ? { from: indicator.id } : sourceOf(indicator.id);
    if (!source) continue;
    for (const { unitId: of, value } of figures.get(source.from) ?? []) {
      const key = `${of} ${indicator.id}`;
      if (found.has(key)) continue;
      found.set(key, {
        unitId: of,
        indicatorVersionId: indicator.id,
        value: value === null || !('factor' in source) ? value : convertScaled(value, source.factor, source.decimals),
        conversion: 'factor' in source ? source.conversion : null,
      });
    }
  }
  return [...found.values()];

  /** The version of last year that this one goes on, with the way between them. */
  function sourceOf(versionId: string) {
    const own = linkOf.get(versionId);
    if (!own) return undefined;
    for (const [from, factor] of conversionsTo(links, versionId)) {
      const link = linkOf.get(from);
      if (!link || !then.has(from)) continue;
      const decimals = { from: link.decimals, to: own.decimals };
      return { from, factor, decimals, conversion: conversionText(factor, link, own) };
    }
    return undefined;
  }
}
