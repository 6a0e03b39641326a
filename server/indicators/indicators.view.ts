import type * as z from 'zod/mini';
import { findUnit } from '#db/clusters/catalogue.queries.ts';
import {
  countYearsByVersion,
  findIndicator,
  findSeenYears,
  findVersions,
  findYearsAsking,
  type VersionOfCatalogue,
} from '#db/indicators/indicators.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { contentOf, continuationOf } from '#server/indicators/indicators.audit.ts';
import { isKeeper } from '#server/indicators/indicators.policy.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { notFound } from '#shared/core/refusal.ts';
import type { listIndicators } from '#shared/indicators/indicators.schema.ts';
import { conversionText } from '#shared/indicators/series.rules.ts';

/** Danh mục chỉ tiêu: the newest version of each, those in use unless asked for all. */
export async function indicatorList(ctx: ActorContext, { q, withClosed }: z.infer<typeof listIndicators>) {
  const [versions, years] = await Promise.all([findVersions(ctx.db.reads), countYearsByVersion(ctx.db.reads)]);
  const today = vietnamDate(ctx.now());
  const groups = [...Map.groupBy(versions, ({ indicatorId }) => indicatorId).values()];
  const word = fold(q);
  const nameOf = namesOf(versions);
  const rows = groups.map((own) => {
    const current = own.at(-1)!;
    return {
      ...lineOf(current, nameOf),
      versionCount: own.length,
      yearCount: own.reduce((sum, { id }) => sum + (years.get(id) ?? 0), 0),
      isClosed: current.validTo !== null && current.validTo < today,
    };
  });
  const shown = rows
    .filter(({ isClosed }) => withClosed || !isClosed)
    .filter((row) => word === '' || fold(`${row.name} ${row.definition} ${row.sourceOffice}`).includes(word));
  return {
    today,
    rows: shown.toSorted((a, b) => a.name.localeCompare(b.name, 'vi')),
    allCount: rows.length,
    owners: await ownersOf(ctx),
    choices: choicesOf(versions),
  };
}

const namesOf = (versions: readonly VersionOfCatalogue[]) => (indicatorId: string | null) =>
  indicatorId === null ? null : (versions.findLast((one) => one.indicatorId === indicatorId)?.name ?? null);

function lineOf(version: VersionOfCatalogue, nameOf: (id: string | null) => string | null) {
  return {
    id: version.indicatorId,
    versionId: version.id,
    ...contentOf(version),
    weightName: nameOf(version.weightIndicatorId),
    ownerUnitId: version.ownerUnitId,
    ownerName: version.ownerName,
    validFrom: version.validFrom,
    validTo: version.validTo,
  };
}

/** For whom this person may add indicators; null in it: the common ones. Empty: none at all. */
async function ownersOf(ctx: ActorContext): Promise<({ id: string; name: string } | null)[]> {
  const access = accessFor(ctx.actor, 'indicators.create');
  if (!access) return [];
  const units = await Promise.all(access.own.map((id) => findUnit(ctx.db.reads, id)));
  const own = units.flatMap((unit) => (unit ? [{ id: unit.id, name: unit.name }] : []));
  return access.all ? [null, ...own] : own;
}

/**
 * One indicator: every version with the days it holds, how its series goes on, and the years that ask it, of those the
 * person may see.
 */
export async function indicatorPage(ctx: ActorContext, id: string) {
  const db = ctx.db.reads;
  const indicator = await findIndicator(db, id);
  if (!indicator) throw notFound('indicator');
  const catalogue = await findVersions(db);
  const own = catalogue.filter(({ indicatorId }) => indicatorId === id);
  const nameOf = namesOf(catalogue);
  const years = await findYearsAsking(
    db,
    own.map((version) => version.id),
  );
  const seen = await findSeenYears(
    db,
    ctx.access,
    years.map(({ clusterYearId }) => clusterYearId),
  );
  const followers = catalogue.filter(
    ({ predecessorId, indicatorId }) => indicatorId !== id && own.some((version) => version.id === predecessorId),
  );
  const readable = accessFor(ctx.actor, 'audit.ofRecord');
  return {
    id,
    today: vietnamDate(ctx.now()),
    ownerUnitId: indicator.ownerUnitId,
    ownerName: indicator.ownerName,
    mayChange: isKeeper(ctx, indicator.ownerUnitId),
    mayReadHistory: readable?.all === true,
    versions: own.toReversed().map((version) => ({
      ...lineOf(version, nameOf),
      version: version.version,
      continues: continuationOf(version),
      series: seriesOf(version, catalogue),
      isFixed: years.some((year) => year.indicatorVersionId === version.id && year.status !== 'draft'),
      years: years
        .filter((year) => year.indicatorVersionId === version.id && seen.has(year.clusterYearId))
        .map(({ clusterYearId, year, yearKind, status, shortName, startsOn }) => ({
          clusterYearId,
          year,
          yearKind,
          status,
          shortName,
          startsOn,
        })),
    })),
    followers: followers.map((version) => ({
      id: version.indicatorId,
      name: version.name,
      validFrom: version.validFrom,
    })),
    choices: choicesOf(catalogue),
  };
}

/** What a series can go on from, and what can be weighed by. */
const choicesOf = (versions: readonly VersionOfCatalogue[]) =>
  versions.map((version) => ({
    versionId: version.id,
    indicatorId: version.indicatorId,
    name: version.name,
    unitOfMeasure: version.unitOfMeasure,
    validFrom: version.validFrom,
    validTo: version.validTo,
  }));

/** Whose series a version goes on, and how figures are converted; null: it begins anew. */
export function seriesOf(version: VersionOfCatalogue, catalogue: readonly VersionOfCatalogue[]) {
  const continues = continuationOf(version);
  const predecessor = continues && catalogue.find(({ id }) => id === continues.predecessorId);
  if (!continues || !predecessor) return null;
  const factor = { num: BigInt(continues.num), den: BigInt(continues.den) };
  return {
    indicatorId: predecessor.indicatorId,
    name: predecessor.name,
    unitOfMeasure: predecessor.unitOfMeasure,
    isOther: predecessor.indicatorId !== version.indicatorId,
    conversion: conversionText(factor, predecessor, version),
    note: continues.note,
  };
}
