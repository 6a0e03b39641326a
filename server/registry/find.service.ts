import type { Kysely } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import type { Engine } from '#db/core/schema.ts';
import type { Database } from '#db/database.ts';
import {
  countBehind,
  type Found,
  gatherRows,
  hasWord,
  type Order,
  peekWords,
  placeAhead,
  type Test,
  type Walk,
  walkRows,
  wordRows,
} from '#db/registry/search.queries.ts';
import { Lane } from '#server/core/lane.ts';
import { type Costs, type Frequencies, planSearch, worthGathering } from '#shared/registry/search-plan.rules.ts';

/**
 * What a row costs in millionths of a second, measured on a registry of a million (docs/adr/0022). Rows follow each
 * other on the disk as decisions follow each other, so a walk by date is cheap and one by name is not.
 */
const COSTS: Record<
  Engine,
  { posting: number; match: number; probe?: number; walked: Record<Order['column'], number> }
> = {
  sqlite: { posting: 0.07, probe: 0.1, match: 8, walked: { decided_on: 0.4, name_sort: 4 } },
  postgres: { posting: 0.1, probe: 0.1, match: 3, walked: { decided_on: 0.5, name_sort: 3 } },
};

/** As many pieces as there are long reads; each is short, so that everybody gets a turn. */
const AT_ONCE = 2;
const lanes = new WeakMap<Db, Lane>();

/** One short question to the database; not asked when whoever waits for it has gone away meanwhile. */
export function ask<Result>(
  db: Db,
  question: (reads: Kysely<Database>) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const lane = lanes.get(db) ?? new Lane(AT_ONCE);
  lanes.set(db, lane);
  return lane.run(() => question(db.longReads), signal);
}

/** What is looked for: rows behind any of the doors that have the words and pass the tests. */
export type Hunt = Omit<Walk, 'door' | 'tests'> & {
  /** Ways in, each with an index in the order asked for; undefined: the index of the order alone. */
  doors?: readonly Test[] | undefined;
  /** No row stands behind two of the doors. */
  areApart?: boolean | undefined;
  /** Ways in whose index has another order; taken where few rows stand behind them, or without counting (`isFew`). */
  sideDoors?: readonly Test[] | undefined;
  isFew?: boolean | undefined;
  /** What the doors leave over. */
  tests: readonly Test[];
  /** Everything, doors included, for a plan that does not come through them. */
  allTests: readonly Test[];
  words: readonly string[];
  limit: number;
};

/** By which a plan is chosen; tests force one. */
export type Forced = 'walk' | 'words' | 'gather' | undefined;

/** The first rows of a hunt in its order. Every plan gives the same rows. */
export async function find(
  db: Db,
  hunt: Hunt,
  frequencies: Frequencies,
  signal?: AbortSignal,
  forced?: Forced,
): Promise<Found[]> {
  const { order, words, limit, doors } = hunt;
  if (doors?.length === 0) return [];
  const known = COSTS[db.engine];
  const costs: Costs = { ...known, walked: known.walked[order.column] };
  const plan = planSearch(words, frequencies, { costs, limit, walks: doors?.length ?? 1 });
  const most = worthGathering(frequencies, { share: 1 }, costs, limit);
  const byHunt = { ...hunt, tests: withWords(db.engine, hunt, plan.indexed) };
  const byWords = () => ask(db, (reads) => wordRows(reads, db.engine, byHunt, plan.indexed, limit), signal);
  if (forced === 'words') return byWords();
  if (forced !== 'walk') {
    if (forced === undefined && plan.by === 'words' && !hunt.isFew) {
      const seen = await ask(db, (reads) => peekWords(reads, db.engine, byHunt, plan.indexed, most + 1), signal);
      // Words that go together (hộ gia đình) are found more often than their shares say; then a walk is short.
      if (seen.length <= most)
        return seen
          .flatMap(({ passes, ...row }) => (passes ? row : []))
          .sort(inOrder(order))
          .slice(0, limit);
    }
    const few = worthGathering(frequencies, plan, costs, limit);
    const gathered = await gather(db, hunt, forced === 'gather' || hunt.isFew ? undefined : few, signal);
    if (gathered) return gathered;
  }
  const budget =
    forced === 'walk'
      ? Number.POSITIVE_INFINITY
      : Math.max(plan.budget, (PATIENCE * (most * costs.match)) / costs.walked);
  return (await walkDoors(db, hunt, budget, signal)) ?? byWords();
}

/** A walk may cost so many times what the rows by words would have. */
const PATIENCE = 2;

/** The words that the index has not looked for are tried on each row. */
function withWords(engine: Engine, { allTests, words }: Hunt, indexed: readonly string[]): Test[] {
  return [...allTests, ...words.filter((word) => !indexed.includes(word)).map((word) => hasWord(engine, word))];
}

/**
 * Where few rows stand behind doors of another order, all of them are fetched and put in order.
 *
 * @param most how many rows are few; undefined: they are known to be
 */
async function gather(
  db: Db,
  hunt: Hunt,
  most: number | undefined,
  signal: AbortSignal | undefined,
): Promise<Found[] | undefined> {
  const { order, sideDoors, limit } = hunt;
  if (!sideDoors) return undefined;
  let behind = 0;
  for (const door of most === undefined ? [] : sideDoors) {
    behind += await ask(db, (reads) => countBehind(reads, order, door, most! + 1), signal);
    if (behind > most!) return undefined;
  }
  const tests = withWords(db.engine, hunt, []);
  return ask(db, (reads) => gatherRows(reads, db.engine, { ...hunt, tests }, sideDoors, limit), signal);
}

/** The first rows behind each door, then the first of those; undefined when the budget is used up before. */
async function walkDoors(
  db: Db,
  { doors, tests, words, limit, ...walk }: Hunt,
  budget: number,
  signal: AbortSignal | undefined,
): Promise<Found[] | undefined> {
  const all = [...tests, ...words.map((word) => hasWord(db.engine, word))];
  const left = { rows: budget };
  const found = new Map<string, Found>();
  for (const door of doors ?? [undefined]) {
    const rows = await walkOne(db, { ...walk, door, tests: all }, limit, left, signal);
    if (!rows) return undefined;
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()].sort(inOrder(walk.order)).slice(0, limit);
}

/** Bytes, as both databases compare; every value here is plain ASCII. */
export function inOrder({ descending }: Order): (a: Found, b: Found) => number {
  const way = descending ? -1 : 1;
  return (a, b) => way * (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

const FIRST_STRETCH = 2_000;
const LONGEST_STRETCH = 30_000;

/**
 * One walk, stretch by stretch: each is a question of its own of some ten milliseconds, so that a search for what
 * hardly exists holds up nobody and ends when nobody waits for it.
 */
async function walkOne(
  db: Db,
  walk: Walk,
  limit: number,
  left: { rows: number },
  signal: AbortSignal | undefined,
): Promise<Found[] | undefined> {
  if (walk.tests.length === 0) return ask(db, (reads) => walkRows(reads, walk, undefined, limit), signal);
  const found: Found[] = [];
  let { after } = walk;
  for (let length = FIRST_STRETCH; ; length = Math.min(LONGEST_STRETCH, length * 4)) {
    if (left.rows <= 0) return undefined;
    const from = { ...walk, after };
    const stretch = Math.ceil(Math.min(length, Math.max(left.rows, 1)));
    const [upTo, rows] = await ask(
      db,
      async (reads) => {
        const place = await placeAhead(reads, from, stretch);
        return [place, await walkRows(reads, from, place, limit - found.length)] as const;
      },
      signal,
    );
    found.push(...rows);
    if (found.length >= limit || !upTo) return found;
    left.rows -= stretch;
    after = upTo;
  }
}
