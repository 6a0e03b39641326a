import { createHash } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { engineOf } from '#db/core/schema.ts';
import type { Database } from '#db/database.ts';

/** A table that goes into a dump, by SQL names. */
export type DumpedTable = { name: string; columns: string[]; key: string[] };

/** A handle or a transaction that only reads. */
export type Source = Kysely<Database> | Transaction<Database>;

const ROWS_AT_ONCE = 500;

/**
 * What stays behind: sessions and limits of the moment, answers kept for repeats, and what the database or the program
 * makes anew from the rest (kept counts, words of the search).
 */
const LEFT_OUT =
  /^(kysely_.*|sqlite_.*|auth_session|auth_verification|rate_limit|idempotency|award_count.*|search_word|(award|recipient)_(key|words.*))$/;

/** Rows that stay behind: a dump does not speak of dumps, or loading it would make the next one. */
const ROWS_KEPT: Readonly<Record<string, string>> = {
  job: "kind <> 'dump.make'",
  job_log: "job_id not in (select id from job where kind = 'dump.make')",
};

/** The tables of this database that a dump holds, by name, with their columns by name: alike on both engines. */
export async function dumpedTables(db: Source): Promise<DumpedTable[]> {
  const found = engineOf(db) === 'postgres' ? await postgresColumns(db) : await sqliteColumns(db);
  const byTable = Map.groupBy(
    found.filter(({ table }) => !LEFT_OUT.test(table)),
    ({ table }) => table,
  );
  return [...byTable]
    .map(([name, columns]) => ({
      name,
      columns: columns.map(({ column }) => column).toSorted(),
      key: columns
        .filter(({ place }) => place > 0)
        .toSorted((a, b) => a.place - b.place)
        .map(({ column }) => column),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** `place` in the primary key, from 1; 0 for others. */
type Column = { table: string; column: string; place: number };

async function sqliteColumns(db: Source): Promise<Column[]> {
  const { rows } = await sql<Column>`select m.name as "table", c.name as "column", c.pk as place
    from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`.execute(db);
  return rows;
}

async function postgresColumns(db: Source): Promise<Column[]> {
  const { rows } = await sql<Column>`select t.relname as "table", a.attname as "column",
      coalesce(array_position(i.indkey::int2[], a.attnum), -1) + 1 as place
    from pg_class t
    join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = t.oid and i.indisprimary
    where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace`.execute(db);
  return rows.map((row) => ({ ...row, place: Number(row.place) }));
}

const kept = (name: string) => sql.raw(ROWS_KEPT[name] ?? '1 = 1');

export async function countRows(db: Source, { name }: DumpedTable): Promise<number> {
  const { rows } = await sql<{
    n: number | string;
  }>`select count(*) as n from ${sql.table(name)} where ${kept(name)}`.execute(db);
  return Number(rows[0]!.n);
}

/** Whether anything at all stands in a table. */
export async function isFilled(db: Source, { name }: DumpedTable): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * The rows of a table in the order of its key, one JSON object a line with its columns by name: a few hundred at a time,
 * so a million rows need no more memory. Text is text, whole numbers are numbers, nothing is null, on both engines
 * alike.
 */
export async function* tableLines(
  db: Source,
  { name, columns, key }: DumpedTable,
): AsyncGenerator<{ text: string; rows: number }> {
  if (key.length === 0) throw new Error(`${name} has no primary key to be read by`);
  const bare = db.withoutPlugins();
  const refs = (names: readonly string[]) => sql.join(names.map((one) => sql.ref(one)));
  let last: unknown[] | undefined;
  for (;;) {
    const after: unknown[] | undefined = last;
    const { rows } = await sql<Record<string, unknown>>`select ${refs(columns)} from ${sql.table(name)}
      where ${kept(name)} ${after === undefined ? sql`` : sql`and (${refs(key)}) > (${sql.join(after)})`}
      order by ${refs(key)} limit ${ROWS_AT_ONCE}`.execute(bare);
    const end = rows.at(-1);
    if (end === undefined) return;
    let text = '';
    for (const row of rows) text += `${JSON.stringify(row, columns)}\n`;
    yield { text, rows: rows.length };
    if (rows.length < ROWS_AT_ONCE) return;
    last = key.map((column) => end[column]);
  }
}

export type TableDigest = { rows: number; bytes: number; sha256: string };

/** Counts and hashes lines as they pass. */
export class Digest {
  rows = 0;
  bytes = 0;
  readonly #hash = createHash('sha256');

  add(text: string, rows: number): void {
    this.#hash.update(text);
    this.bytes += Buffer.byteLength(text);
    this.rows += rows;
  }

  end(): TableDigest {
    return { rows: this.rows, bytes: this.bytes, sha256: this.#hash.digest('hex') };
  }
}

/** What a dump of this table would say of it now. */
export async function digestOf(db: Source, table: DumpedTable): Promise<TableDigest> {
  const digest = new Digest();
  for await (const { text, rows } of tableLines(db, table)) digest.add(text, rows);
  return digest.end();
}

/** Reads all at one moment while others write. */
export function inSnapshot<Result>(
  db: { longReads: Kysely<Database> },
  work: (tx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const transaction = db.longReads.transaction();
  // On SQLite every reading transaction is a snapshot.
  return (
    engineOf(db.longReads) === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
  ).execute(work);
}
