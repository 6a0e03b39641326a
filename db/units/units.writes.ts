import { sql } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import { engineOf } from '#db/core/schema.ts';
import type { Writer } from '#db/database.ts';
import type { NewUnitChange } from '#db/units/units.table.ts';
import { addDays } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { viSortKey } from '#shared/core/vi-sort-key.ts';
import type { ParentSpan, UnitEffects } from '#shared/units/unit-plan.ts';
import { dayBefore } from '#shared/units/unit-spans.ts';

/** Any number that nothing else locks: the catalogue of units as a whole. */
const CATALOGUE_LOCK = 1400;
const GSO = 'gso';

/**
 * Lets one transaction at a time look for and add recipients and awards of a unit, so that two people recording the
 * same one do not both find it missing.
 */
export async function lockUnit(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'unit', [id]);
}

/** One change of the catalogue at a time: whether a name or a code is free is asked of all units. */
export async function lockCatalogue(tx: Writer): Promise<void> {
  if (engineOf(tx) === 'postgres') await sql`select pg_advisory_xact_lock(${CATALOGUE_LOCK})`.execute(tx);
}

/**
 * Writes the effects of a change. Only units, their names, codes, parents and lines of descent; no record is touched.
 * @returns the ids of the units made, by their reference in the effects
 */
export async function applyEffects(
  tx: Writer,
  change: NewUnitChange,
  effects: UnitEffects,
  newId: () => string,
): Promise<ReadonlyMap<string, string>> {
  await tx.insertInto('unitChange').values(change).execute();
  const ids = new Map(effects.made.map(({ ref }) => [ref, newId()]));
  const idOf = (ref: string) => ids.get(ref) ?? ref;
  const work = { tx, changeId: change.id, source: change.document, newId, idOf };
  for (const { unitId, lastDay } of effects.ended) await endUnit(tx, unitId, lastDay);
  // A unit made can stand below another one made.
  for (const made of effects.made) await insertUnit(work, made);
  for (const { ref, parents } of effects.made) await setParents(work, idOf(ref), parents, []);
  for (const renamed of effects.renamed) await renameUnit(work, renamed);
  for (const { unitId, fromParentId, parents } of effects.moved) {
    await setParents(work, unitId, parents, await spanBefore(tx, unitId, fromParentId, parents));
    await countUp(tx, unitId);
  }
  for (const { ancestorId, descendant, sharePermille, fromOn } of effects.lines) {
    const descendantId = idOf(descendant);
    await tx
      .insertInto('unitLineage')
      .values({
        id: newId(),
        ancestorId,
        descendantId,
        fromOn,
        sharePermille,
        source: change.document,
        changeId: change.id,
      })
      .execute();
    if (!ids.has(descendant)) await countUp(tx, descendantId);
  }
  return ids;
}

type Work = {
  tx: Writer;
  changeId: string;
  source: string;
  newId: () => string;
  idOf: (ref: string) => string;
};

async function endUnit(tx: Writer, unitId: string, lastDay: string): Promise<void> {
  await tx
    .updateTable('unit')
    .set((eb) => ({ validTo: lastDay, version: eb('version', '+', 1) }))
    .where('id', '=', unitId)
    .execute();
  const open = { validTo: lastDay };
  await tx.updateTable('unitName').set(open).where('unitId', '=', unitId).where('validTo', 'is', null).execute();
  await tx.updateTable('unitCode').set(open).where('unitId', '=', unitId).where('validTo', 'is', null).execute();
}

async function insertUnit(
  { tx, changeId, source, newId, idOf }: Work,
  made: UnitEffects['made'][number],
): Promise<void> {
  const { ref, kind, name, fullName, code, validFrom } = made;
  const id = idOf(ref);
  await tx
    .insertInto('unit')
    .values({ id, kind, parentId: null, name, fullName, nameFold: fold(name), validFrom, validTo: null, source })
    .execute();
  await insertName(tx, { id: newId(), unitId: id, name, fullName, validFrom, validTo: null, changeId });
  if (code !== null)
    await tx
      .insertInto('unitCode')
      .values({ id: newId(), unitId: id, scheme: GSO, code, validFrom, validTo: null })
      .execute();
}

async function insertName(
  tx: Writer,
  row: {
    id: string;
    unitId: string;
    name: string;
    fullName: string;
    validFrom: string;
    validTo: string | null;
    changeId: string;
  },
): Promise<void> {
  const { name } = row;
  await tx
    .insertInto('unitName')
    .values({ ...row, nameFold: fold(name), nameSort: viSortKey(name) })
    .execute();
}

/** The name so far ends on the day before; the new one takes over its end. */
async function renameUnit(
  { tx, changeId, newId }: Work,
  { unitId, name, fullName, from }: UnitEffects['renamed'][number],
): Promise<void> {
  const last = await tx
    .selectFrom('unitName')
    .select(['id', 'validTo', 'fullName'])
    .where('unitId', '=', unitId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', from)]))
    .executeTakeFirst();
  if (last)
    await tx
      .updateTable('unitName')
      .set({ validTo: dayBefore(from) })
      .where('id', '=', last.id)
      .execute();
  const validTo = last?.validTo ?? null;
  await insertName(tx, { id: newId(), unitId, name, fullName, validFrom: from, validTo, changeId });
  await tx
    .updateTable('unit')
    .set((eb) => ({ name, fullName, nameFold: fold(name), version: eb('version', '+', 1) }))
    .where('id', '=', unitId)
    .execute();
}

/** The parent so far as a former one, when it was the parent for at least a day. */
async function spanBefore(tx: Writer, unitId: string, parentId: string, parents: readonly ParentSpan[]) {
  const unit = await tx.selectFrom('unit').select('validFrom').where('id', '=', unitId).executeTakeFirstOrThrow();
  const since = await tx
    .selectFrom('unitFormerParent')
    .select((eb) => eb.fn.max('validTo').as('last'))
    .where('unitId', '=', unitId)
    .executeTakeFirst();
  const from = parents[0]!.validFrom!;
  const validFrom = since?.last ? addDays(since.last, 1) : unit.validFrom;
  return validFrom !== null && validFrom >= from ? [] : [{ parentId, validFrom, validTo: dayBefore(from) }];
}

async function setParents(
  { tx, changeId, newId, idOf }: Work,
  unitId: string,
  parents: readonly ParentSpan[],
  before: readonly { parentId: string; validFrom: string | null; validTo: string }[],
): Promise<void> {
  const last = parents.at(-1);
  if (!last) return;
  const former = [
    ...before,
    ...parents.slice(0, -1).map((span) => ({
      parentId: idOf(span.parent),
      validFrom: span.validFrom,
      validTo: span.validTo!,
    })),
  ];
  for (const row of former)
    await tx
      .insertInto('unitFormerParent')
      .values({ id: newId(), unitId, changeId, ...row })
      .execute();
  await tx
    .updateTable('unit')
    .set({ parentId: idOf(last.parent) })
    .where('id', '=', unitId)
    .execute();
}

async function countUp(tx: Writer, unitId: string): Promise<void> {
  await tx
    .updateTable('unit')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', unitId)
    .execute();
}
