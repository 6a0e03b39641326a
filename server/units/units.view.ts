import * as z from 'zod/mini';
import { findUnitLabels } from '#db/units/lineage.queries.ts';
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
import { unitsToday } from '#server/units/units-today.service.ts';
import { addDays, vietnamDate } from '#shared/core/dates.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import { notFound } from '#shared/core/refusal.ts';
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
