import * as z from 'zod/mini';
import type { Reader } from '#db/database.ts';
import { findUnitLabels, linesDown, linesUp } from '#db/units/lineage.queries.ts';
import {
  countUnits,
  findCodes,
  findFormerParents,
  findLinesOf,
  findMemberships,
  findNames,
  findParentChain,
  findUnit,
  listUnits,
} from '#db/units/units.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { addDays, vietnamDate } from '#shared/core/dates.ts';
import { compareVi } from '#shared/core/fold.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import { notFound } from '#shared/core/refusal.ts';
import { type LineageFact, todayOf } from '#shared/units/lineage.rules.ts';
import { holdsOn } from '#shared/units/unit-spans.ts';
import { UNITS_ON_A_PAGE, type UnitFilters, type UnitId, unitId } from '#shared/units/units.schema.ts';

const cursorKey = z.tuple([z.string().check(z.maxLength(400)), unitId]);

/** Danh mục đơn vị: of one day, or, when something is sought, of all times. In the order of the Vietnamese alphabet. */
export async function unitList(ctx: ActorContext, filters: UnitFilters) {
  const db = ctx.db.reads;
  const on = filters.on ?? vietnamDate(ctx.now());
  const query = { ...filters, on };
  const [rows, counts, parent] = await Promise.all([
    listUnits(db, { ...query, after: decodeCursor(cursorKey, filters.cursor), limit: UNITS_ON_A_PAGE + 1 }),
    countUnits(db, query),
    filters.parentId ? findUnit(db, filters.parentId) : undefined,
  ]);
  const page = pageOf(rows, UNITS_ON_A_PAGE, ({ nameSort, id }) => [nameSort, id]);
  const ids = page.rows.map(({ id }) => id);
  const parentIds = page.rows.flatMap(({ parentId }) => parentId ?? []);
  const [codes, names, parents] = await Promise.all([
    findCodes(db, ids),
    findNames(db, ids),
    findUnitLabels(db, parentIds),
  ]);
  const parentName = new Map(parents.map(({ id, name }) => [id, name]));
  const chain = parent ? [...(await findParentChain(db, parent.id, on)).toReversed(), parent] : [];
  return {
    on,
    counts,
    /** The line of units above those listed, the highest first; empty without a filter by parent. */
    parents: chain.map(({ id, name, fullName }) => ({ id, name, fullName })),
    nextCursor: page.nextCursor,
    rows: page.rows.map(({ nameSort: _, parentId, lastFullName, fullName, ...row }) => ({
      ...row,
      fullName: fullName ?? lastFullName,
      parentId,
      parentName: parentId === null ? null : (parentName.get(parentId) ?? null),
      childCount: Number(row.childCount),
      isThere: holdsOn(row, on),
      codes: codes.filter(({ unitId }) => unitId === row.id).map(({ unitId: _unit, ...code }) => code),
      otherNames: names
        .filter((one) => one.unitId === row.id && one.name !== row.name)
        .map(({ name, validFrom, validTo }) => ({ name, validFrom, validTo })),
    })),
  };
}

/** One unit with its names, codes, parents, lines of descent and clusters, and where it is today. */
export async function unitPage(ctx: ActorContext, id: UnitId) {
  const db = ctx.db.reads;
  const unit = await findUnit(db, id);
  if (!unit) throw notFound('unit');
  const today = vietnamDate(ctx.now());
  // Of a unit that is gone what stood below it on its last day.
  const on = unit.validTo !== null && unit.validTo < today ? unit.validTo : later(unit.validFrom, today);
  const [names, codes, former, chain, lines, memberships, children, mapping] = await Promise.all([
    findNames(db, [id]),
    findCodes(db, [id]),
    findFormerParents(db, [id]),
    findParentChain(db, id),
    findLinesOf(db, id),
    findMemberships(db, id),
    countUnits(db, { on, parentId: id }),
    unitsToday(db, [id]),
  ]);
  const last = former.at(-1);
  const { nameFold: _, parentId, ...shown } = unit;
  return {
    ...shown,
    today,
    childrenOn: on,
    children,
    names: names.map(({ id: _id, unitId: _unit, ...name }) => name),
    codes: codes.map(({ unitId: _unit, ...code }) => code),
    /** The line of parents as last recorded, the highest first. */
    above: chain.toReversed(),
    parents: [
      ...former.map(({ unitId: _unit, ...span }) => span),
      ...(parentId === null
        ? []
        : [
            {
              parentId,
              parentName: chain[0]?.name ?? parentId,
              validFrom: last ? addDays(last.validTo, 1) : unit.validFrom,
              validTo: unit.validTo,
            },
          ]),
    ],
    ...lines,
    memberships,
    todayUnits: mapping.of[0]!.parts.map((part) => ({
      ...part,
      name: mapping.units.find((one) => one.unitId === part.unitId)!.name,
    })),
    todaySinceOn: mapping.of[0]!.sinceOn,
  };
}

const later = (from: string | null, today: string) => (from !== null && from > today ? from : today);

/** A unit of today and what it came from. */
export type TodayUnit = {
  unitId: string;
  name: string;
  fullName: string;
  validFrom: string | null;
  /** The units of the beginning that it was formed from, this one among them when it was there before; empty: none. */
  formedFrom: { unitId: string; name: string }[];
};
export type UnitsToday = {
  /** The day of the latest change on the way; null: all of them are as they were. */
  sinceOn: string | null;
  of: { unitId: string; parts: { unitId: string; sharePermille: number }[]; sinceOn: string | null }[];
  units: TodayUnit[];
};

/**
 * Quy về đơn vị hiện nay: where each of these units is today, by every line of descent that is known. A reading of the
 * catalogue only; no record is touched.
 */
export async function unitsToday(db: Reader, ids: readonly string[]): Promise<UnitsToday> {
  const asked = [...new Set(ids)];
  const down = await linesDown(db, asked);
  const of = asked.map((id) => ({ unitId: id, ...todayOf(id, down) }));
  const ends = [...new Set(of.flatMap(({ parts }) => parts.map((part) => part.unitId)))];
  const up = await linesUp(db, ends);
  const labels = await findUnitLabels(db, [...ends, ...up.map(({ ancestorId }) => ancestorId)]);
  const label = new Map(labels.map((one) => [one.id, one]));
  const units = ends.flatMap((id): TodayUnit[] => {
    const unit = label.get(id);
    if (!unit) return [];
    const formedFrom = originsOf(id, up, (one) => label.get(one)?.validFrom ?? null).map((one) => ({
      unitId: one,
      name: label.get(one)?.name ?? one,
    }));
    const { name, fullName, validFrom } = unit;
    return [
      { unitId: id, name, fullName, validFrom, formedFrom: formedFrom.toSorted((a, b) => compareVi(a.name, b.name)) },
    ];
  });
  const dates = of.flatMap(({ sinceOn }) => sinceOn ?? []).toSorted();
  return { sinceOn: dates.at(-1) ?? null, of, units: units.toSorted((a, b) => compareVi(a.name, b.name)) };
}

/** The first generation: those that came from nobody, and each that was there before it took another one over. */
function originsOf(id: string, lines: readonly LineageFact[], bornOn: (id: string) => string | null): string[] {
  const origins = new Set<string>();
  const seen = new Set<string>();
  const walk = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const taken = lines.filter(({ descendantId }) => descendantId === at);
    const born = bornOn(at);
    if (at !== id || taken.length > 0) if (taken.every(({ fromOn }) => born === null || born < fromOn)) origins.add(at);
    for (const { ancestorId } of taken) walk(ancestorId);
  };
  walk(id);
  return [...origins];
}
