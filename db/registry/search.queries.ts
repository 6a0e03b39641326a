import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Engine } from '#db/core/schema.ts';
import type { Database } from '#db/database.ts';

/** A condition over the searched table, which is `a` in every statement here. */
export type Test = RawBuilder<unknown>;

/** What the last row seen is known by: the value of the order, and its id. */
export type Key = readonly [sort: string, id: string];
export type Found = { id: string; sort: string };

/** What is searched and in which order; rows that are equal in `column` follow their ids. */
export type Order = {
  table: 'award' | 'recipient';
  column: 'decided_on' | 'name_sort';
  descending: boolean;
};

/** One walk along an index: `door` is what the index begins with, `tests` what each row is tried on. */
export type Walk = { order: Order; door?: Test | undefined; tests: readonly Test[]; after?: Key | undefined };

/**
 * A column in a test. On SQLite the plus keeps the planner from another index than that of the order; PostgreSQL
 * decides by its statistics.
 */
export function tried(engine: Engine, column: string): RawBuilder<unknown> {
  return engine === 'sqlite' ? sql`+${sql.ref(`a.${column}`)}` : sql.ref(`a.${column}`);
}

/**
 * Some word of the row begins like this. The beginning consists of the letters a to z and digits; with a space at its
 * end it is the whole word.
 */
export function hasWord(engine: Engine, beginning: string): Test {
  const find = engine === 'sqlite' ? sql`instr` : sql`strpos`;
  return beginning.endsWith(' ')
    ? sql`${find}(' ' || a.search_text || ' ', ${` ${beginning}`}) > 0`
    : sql`${find}(' ' || a.search_text, ${` ${beginning}`}) > 0`;
}

const and = (tests: readonly Test[]) => (tests.length === 0 ? sql`true` : sql.join(tests, sql` and `));

function keyTest(
  { column, descending }: Order,
  key: Key | undefined,
  beyond: 'after' | 'upTo',
  ref = sql.ref(`a.${column}`),
) {
  if (!key) return [];
  const isBehind = (beyond === 'after') === descending;
  const place = sql`(${key[0]}, ${key[1]})`;
  const sign = beyond === 'after' ? (isBehind ? sql`<` : sql`>`) : isBehind ? sql`<=` : sql`>=`;
  return [sql`(${ref}, a.id) ${sign} ${place}`];
}

function ordered({ column, descending }: Order, ref = sql.ref(`a.${column}`)) {
  const way = descending ? sql`desc` : sql`asc`;
  return sql`order by ${ref} ${way}, a.id ${way}`;
}

const source = ({ table }: Order) => sql`${sql.table(table)} a`;
const columns = ({ column }: Order) => sql`a.id, ${sql.ref(`a.${column}`)} as sort`;

/** The place `rows` rows further on, whatever they hold; undefined: the walk ends before. One look into the index. */
export async function placeAhead(
  db: Kysely<Database>,
  { order, door, after }: Walk,
  rows: number,
): Promise<Key | undefined> {
  const tests = [...(door ? [door] : []), ...keyTest(order, after, 'after')];
  const { rows: found } = await sql<Found>`select ${columns(order)} from ${source(order)}
    where ${and(tests)} ${ordered(order)} limit 1 offset ${rows - 1}`.execute(db);
  const [place] = found;
  return place && [place.sort, place.id];
}

/** Rows of a walk, up to and including a place. */
export async function walkRows(
  db: Kysely<Database>,
  { order, door, tests, after }: Walk,
  upTo: Key | undefined,
  limit: number,
): Promise<Found[]> {
  const all = [...(door ? [door] : []), ...keyTest(order, after, 'after'), ...keyTest(order, upTo, 'upTo'), ...tests];
  const { rows } = await sql<Found>`select ${columns(order)} from ${source(order)}
    where ${and(all)} ${ordered(order)} limit ${limit}`.execute(db);
  return rows;
}

/** The rows behind a few doors that need not be in order: all of them, then the order, then the page. */
export async function gatherRows(
  db: Kysely<Database>,
  engine: Engine,
  { order, tests, after }: Omit<Walk, 'door'>,
  doors: readonly Test[],
  limit: number,
): Promise<Found[]> {
  const ref = tried(engine, order.column) as ReturnType<typeof sql.ref>;
  const all = [sql`(${sql.join(doors, sql` or `)})`, ...keyTest(order, after, 'after', ref), ...tests];
  const { rows } = await sql<Found>`select ${columns(order)} from ${source(order)}
    where ${and(all)} ${ordered(order, ref)} limit ${limit}`.execute(db);
  return rows;
}

/** How many rows stand behind a door, `most` at most: a walk of its index alone. */
export async function countBehind(db: Kysely<Database>, { table }: Order, door: Test, most: number): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from
    (select 1 from ${sql.table(table)} a where ${door} limit ${most}) as behind`.execute(db);
  return rows[0]!.rows;
}

/** The rows that have these words by the index of words, then everything else, then the order. */
export async function wordRows(
  db: Kysely<Database>,
  engine: Engine,
  { order, tests, after }: Omit<Walk, 'door'>,
  indexed: readonly string[],
  limit: number,
): Promise<Found[]> {
  const ref = tried(engine, order.column) as ReturnType<typeof sql.ref>;
  const all = [...keyTest(order, after, 'after', ref), ...tests];
  // On PostgreSQL apart from the order, or the planner walks the index of the order instead.
  const asked =
    engine === 'postgres'
      ? sql<Found>`with a as materialized
          (select ${columns(order)} from ${source(order)} where ${and([inWordIndex(indexed), ...all])})
          select a.id, a.sort from a ${ordered(order, sql.ref('a.sort'))} limit ${limit}`
      : sql<Found>`select ${columns(order)} from (${idsByWords(order.table, indexed)}) as by_words
          cross join ${source(order)} on a.id = by_words.id where ${and(all)} ${ordered(order, ref)} limit ${limit}`;
  return (await asked.execute(db)).rows;
}

/**
 * What the index of words gives, in no order, `most` rows at most, and which of them pass the rest. As many as `most`:
 * there may be more.
 */
export async function peekWords(
  db: Kysely<Database>,
  engine: Engine,
  { order, tests, after }: Omit<Walk, 'door'>,
  indexed: readonly string[],
  most: number,
): Promise<(Found & { passes: number | boolean })[]> {
  const passes = sql`(${and([...keyTest(order, after, 'after'), ...tests])}) as passes`;
  const asked =
    engine === 'postgres'
      ? sql<Found & { passes: boolean }>`select ${columns(order)}, ${passes} from ${source(order)}
          where ${inWordIndex(indexed)} limit ${most}`
      : sql<Found & { passes: number }>`select ${columns(order)}, ${passes}
          from (${idsByWords(order.table, indexed)} limit ${most}) as by_words
          cross join ${source(order)} on a.id = by_words.id`;
  return (await asked.execute(db)).rows;
}

/** How many rows have these words and pass the tests, `most` at most. */
export async function countByWords(
  db: Kysely<Database>,
  engine: Engine,
  table: Order['table'],
  tests: readonly Test[],
  indexed: readonly string[],
  most: number,
): Promise<number> {
  const name = sql.table(table);
  const found =
    engine === 'postgres'
      ? sql`select 1 from ${name} a where ${and([inWordIndex(indexed), ...tests])}`
      : tests.length === 0
        ? sql`select 1 from ${sql.table(`${table}_words`)} where ${sql.table(`${table}_words`)} match ${matchOf(indexed)}`
        : sql`select 1 from (${idsByWords(table, indexed)}) as found cross join ${name} a on a.id = found.id
            where ${and(tests)}`;
  const { rows } = await sql<{
    rows: number;
  }>`select count(*) as rows from (${found} limit ${most}) as counted`.execute(db);
  return rows[0]!.rows;
}

/** The ids of the rows with these words, `most` at most, in no order. */
export async function someIds(
  db: Kysely<Database>,
  engine: Engine,
  table: Order['table'],
  tests: readonly Test[],
  indexed: readonly string[],
  most: number,
): Promise<string[]> {
  const name = sql.table(table);
  const found =
    indexed.length === 0
      ? sql`select a.id from ${name} a where ${and(tests)}`
      : engine === 'postgres'
        ? sql`select a.id from ${name} a where ${and([inWordIndex(indexed), ...tests])}`
        : sql`select a.id from (${idsByWords(table, indexed)}) as found cross join ${name} a on a.id = found.id
            where ${and(tests)}`;
  const { rows } = await sql<{ id: string }>`${found} limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Ids of the rows with words that begin like these, on SQLite. */
export const idsByWords = (table: Order['table'], indexed: readonly string[]) =>
  sql`select k.${sql.ref(`${table}_id`)} as id from ${sql.table(`${table}_words`)} w
    join ${sql.table(`${table}_key`)} k on k.seq = w.rowid
    where ${sql.table(`${table}_words`)} match ${matchOf(indexed)}`;

/** Words are letters and digits, so nothing of the query language of FTS5 can come in; the quotes say so to it too. */
const matchOf = (indexed: readonly string[]): string =>
  indexed.map((word) => `"${word.trim()}"${word.endsWith(' ') ? '' : '*'}`).join(' ');

/** Longest beginning that the index of PostgreSQL holds (search_beginnings). */
const LONGEST_INDEXED = 7;

/** The row has words that begin like these, on PostgreSQL: by exactly the expression that is indexed. */
export const inWordIndex = (indexed: readonly string[], table = 'a'): Test => {
  const text = sql.ref(`${table}.search_text`);
  const keys = indexed.map((word) => (word.endsWith(' ') ? `${word.trim()}.` : word.slice(0, LONGEST_INDEXED)));
  const longer = indexed
    .filter((word) => word.trim().length > LONGEST_INDEXED)
    .map((word) => sql`strpos(' ' || ${text} || ' ', ${` ${word}`}) > 0`);
  return and([sql`search_beginnings(${text}) @> array[${sql.join(keys)}]::text[]`, ...longer]);
};

/** As many rows as a question of some twenty milliseconds reads. */
const COUNTED_AT_ONCE = 50_000;

type Asking = <Result>(question: (db: Kysely<Database>) => Promise<Result>) => Promise<Result>;

/** How many rows of a walk pass the tests, `most` at most; counted stretch by stretch of the index. */
export async function countWalk(ask: Asking, walk: Walk, most: number): Promise<number> {
  let counted = 0;
  for (let { after } = walk; ; ) {
    const from = { ...walk, after };
    const [upTo, rows] = await ask(async (db) => {
      const place = await placeAhead(db, from, COUNTED_AT_ONCE);
      return [place, await countRows(db, from, place, most - counted)] as const;
    });
    counted += rows;
    if (counted >= most || !upTo) return counted;
    after = upTo;
  }
}

async function countRows(
  db: Kysely<Database>,
  { order, door, tests, after }: Walk,
  upTo: Key | undefined,
  most: number,
): Promise<number> {
  const all = [...(door ? [door] : []), ...keyTest(order, after, 'after'), ...keyTest(order, upTo, 'upTo'), ...tests];
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from
    (select 1 from ${source(order)} where ${and(all)} ${ordered(order)} limit ${most}) as counted`.execute(db);
  return rows[0]!.rows;
}

/** How many rows stand behind these doors, each once though several may lead to it; `most` at most. */
export async function countBehindAll(
  db: Kysely<Database>,
  { table }: Order,
  doors: readonly Test[],
  tests: readonly Test[],
  most: number,
): Promise<number> {
  const behind = doors.map(
    (door) =>
      sql`select * from (select a.id from ${sql.table(table)} a where ${and([door, ...tests])} limit ${most}) as one`,
  );
  const { rows } = await sql<{ rows: number }>`select count(*) as rows from
    (${sql.join(behind, sql` union `)}) as counted`.execute(db);
  return rows[0]!.rows;
}
