import type { LikenessRow } from '#db/duplicates/likeness.queries.ts';
import type { PairCollector } from '#server/duplicates/pair-collector.ts';
import { collectiveName } from '#shared/duplicates/collective-name.ts';
import { similarityKeys } from '#shared/duplicates/similar-name.ts';

/** How far collectives of a unit are compared down the list of names: a letter late in the name keeps them near. */
const WINDOW = 4;
const KEYED_AT_ONCE = 200;

/** Rows arrive in order; those with one key stand together and are handed on as a group. */
export async function* groupsOf<Row extends LikenessRow>(
  pages: AsyncIterable<readonly Row[]>,
  keyOf: (row: Row) => string,
): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  let key = '';
  for await (const page of pages)
    for (const row of page) {
      const next = keyOf(row);
      if (next !== key && group.length > 0) {
        yield group;
        group = [];
      }
      key = next;
      group.push(row);
    }
  if (group.length > 0) yield group;
}

/** Names within a group that differ by a letter or a middle word; equal names are another pass's business. */
export async function compareSimilarNames(pairs: PairCollector, group: readonly LikenessRow[]): Promise<void> {
  const people = group.filter(({ kind }) => kind !== 'collective');
  if (people.length < 2) return;
  const byKey = new Map<string, LikenessRow[]>();
  for (const [at, person] of people.entries()) {
    for (const key of similarityKeys(person.nameFold)) {
      const met = byKey.get(key);
      // Those who met here before, the latest first: a key of a common name is not compared all through.
      for (const other of met?.slice(-WINDOW) ?? [])
        if (other.nameFold !== person.nameFold) pairs.compare(person, other);
      if (met) met.push(person);
      else byKey.set(key, [person]);
    }
    if (at % KEYED_AT_ONCE === 0) await pairs.pause();
    await pairs.breathe();
  }
}

/** Collectives of one family of units, unit by unit in the order of the list of names. */
export class CollectiveNames {
  readonly #pairs: PairCollector;
  readonly #byCore = new Map<string, LikenessRow[]>();
  readonly #near: LikenessRow[] = [];

  constructor(pairs: PairCollector) {
    this.#pairs = pairs;
  }

  async add(row: LikenessRow): Promise<void> {
    if (row.kind !== 'collective') return;
    const { core } = collectiveName(row.nameFold);
    const same = this.#byCore.get(core);
    for (const other of same?.slice(-WINDOW * 3) ?? []) this.#pairs.compare(row, other);
    if (same) same.push(row);
    else this.#byCore.set(core, [row]);
    for (const other of this.#near) this.#pairs.compare(row, other);
    this.#near.push(row);
    if (this.#near.length > WINDOW) this.#near.shift();
    await this.#pairs.breathe();
  }
}
