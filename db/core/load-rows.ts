import { sql } from 'kysely';
import type { DumpedTable } from '#db/core/dump-tables.ts';
import { engineOf } from '#db/core/schema.ts';
import { CACHE_KIB } from '#db/core/sqlite-handle.ts';
import type { Writer } from '#db/database.ts';

const ROWS_AT_ONCE = 500;
const LOAD_CACHE_KIB = 256 * 1024;

/** Rows come table by table, so references are proved when all are there: once, after `work`. */
export async function withReferencesLast(tx: Writer, work: () => Promise<void>): Promise<void> {
  if (engineOf(tx) === 'sqlite') {
    await sql`pragma defer_foreign_keys = on`.execute(tx);
    // A million rows keep a dozen indexes; with its usual cache each page would be read and written anew.
    await sql`pragma cache_size = ${sql.lit(-LOAD_CACHE_KIB)}`.execute(tx);
    await work();
    await sql`pragma cache_size = ${sql.lit(-CACHE_KIB.writer)}`.execute(tx);
    return;
  }
  await sql`set local statement_timeout = 0`.execute(tx);
  const { rows: references } = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`.execute(tx);
  for (const { table, name } of references)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx);
  await work();
  for (const { table, name, definition } of references)
    await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx);
}

/**
 * Inserts rows that come as lines of JSON (`tableLines`), a few hundred in a statement.
 * @returns how many there were
 */
export async function loadLines(
  tx: Writer,
  { name, columns }: DumpedTable,
  lines: AsyncIterable<string>,
): Promise<number> {
  const into = sql.join(columns.map((column) => sql.ref(column)));
  const values =
    engineOf(tx) === 'sqlite'
      ? (json: string) =>
          sql`select ${sql.join(columns.map((column) => sql`json_extract(value, ${sql.lit(`$.${column}`)})`))} from json_each(${json})`
      : (json: string) => sql`select ${into} from json_populate_recordset(null::${sql.table(name)}, ${json}::json)`;
  let gathered: string[] = [];
  let rows = 0;
  const insert = async () => {
    if (gathered.length === 0) return;
    rows += gathered.length;
    await sql`insert into ${sql.table(name)} (${into}) ${values(`[${gathered.join(',')}]`)}`.execute(tx);
    gathered = [];
  };
  for await (const line of lines) {
    gathered.push(line);
    if (gathered.length === ROWS_AT_ONCE) await insert();
  }
  await insert();
  return rows;
}
