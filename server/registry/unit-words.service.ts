import { setImmediate as turn } from 'node:timers/promises';
import type { Db } from '#db/core/connect.ts';
import { listUnitsWithAwards } from '#db/registry/registry.queries.ts';
import { listBorneNames } from '#db/units/borne-names.queries.ts';
import { linesDown, linesUp } from '#db/units/lineage.queries.ts';
import { searchWords } from '#shared/registry/search-text.ts';
import { UnitWords } from '#shared/registry/unit-words.rules.ts';
import { ancestorsOf } from '#shared/units/lineage.rules.ts';

type Borne = Awaited<ReturnType<typeof listBorneNames>>[number] & { words: string[] };
type Known = { at: number; names: Borne[]; index: UnitWords };

const CACHED_MS = 60_000;
const NAMES_A_TURN = 500;
const known = new WeakMap<Db, Promise<Known>>();

/** Names of units of all times, read again every minute. */
export async function unitNames(db: Db): Promise<Known> {
  const cached = await known.get(db);
  if (cached && Date.now() - cached.at < CACHED_MS) return cached;
  const reading = read(db);
  known.set(db, reading);
  reading.catch(() => known.delete(db));
  return reading;
}

/** A country has twelve thousand names of communes, old and new: at once they would hold up everybody. */
async function read(db: Db): Promise<Known> {
  const rows = await listBorneNames(db.longReads);
  const names: Borne[] = [];
  const index = new UnitWords();
  for (let from = 0; from < rows.length; from += NAMES_A_TURN) {
    const part = rows.slice(from, from + NAMES_A_TURN);
    for (const row of part) names.push({ ...row, words: searchWords(`${row.name} ${row.fullName ?? ''}`) });
    index.add(part);
    await turn();
  }
  return { at: Date.now(), names, index };
}

export type UnitReading = { unitIds: string[]; rest: string[]; shown: { id: string; name: string }[] };

/**
 * Units whose name of some time stands among the words: with the view of today also what they were formed from and
 * what became of them. Only such as have an award.
 */
export async function unitReading(
  db: Db,
  words: readonly string[],
  view: 'khi-khen' | 'hien-nay',
): Promise<UnitReading | undefined> {
  const { index, names } = await unitNames(db);
  const found = index.find(words);
  if (!found) return undefined;
  const meant = new Set(found.unitIds);
  if (view === 'hien-nay') {
    const [up, down] = await Promise.all([linesUp(db.reads, found.unitIds), linesDown(db.reads, found.unitIds)]);
    for (const id of found.unitIds) for (const ancestor of ancestorsOf(id, up)) meant.add(ancestor);
    for (const { descendantId } of down) meant.add(descendantId);
  }
  const unitIds = await listUnitsWithAwards(db.reads, [...meant]);
  if (unitIds.length === 0) return undefined;
  const nameOf = new Map(names.map(({ unitId, lastName }) => [unitId, lastName]));
  return { unitIds, rest: found.rest, shown: unitIds.map((id) => ({ id, name: nameOf.get(id) ?? id })) };
}
