import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, promises as fs } from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';

/** One table in a backup: a line of JSON for each row, compressed. */
export type TableCopy = {
  /** Its name in SQL. */
  name: string;
  rows: number;
  /** Of the compressed file. */
  bytes: number;
  /** Of the compressed file, hexadecimal. */
  sha256: string;
};

/** Where the rows of a table lie in a backup. */
export const tableFile = (directory: string, name: string): string => path.join(directory, `${name}.jsonl.gz`);

const ROWS_AT_ONCE = 500;
/** Kysely keeps its own; the kept counts come back with the awards. A restore makes both anew. */
const OURS = `relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not like 'kysely\\_%'
  and relname not in ('award_count', 'award_count_delta')`;

/**
 * Writes every table of the program into a new directory, all as of one moment, while others go on writing.
 * PostgreSQL words the rows itself, so that no value passes through a type of this program. A few hundred rows are
 * in memory at a time.
 *
 * @returns the migrations the database has seen, oldest first (none: it is not one of ours), and the tables
 */
export async function writeTables(
  url: string,
  directory: string,
): Promise<{ migrations: string[]; tables: TableCopy[] }> {
  await fs.mkdir(directory, { mode: 0o700 });
  return withConnection(url, async (client) => {
    await client.query('start transaction isolation level repeatable read read only');
    const found = await client.query(`select to_regclass('kysely_migration') is not null as "isOurs"`);
    if (!found.rows[0].isOurs) return { migrations: [], tables: [] };
    const { rows: seen } = await client.query<{ name: string }>('select name from kysely_migration order by name');
    const tables: TableCopy[] = [];
    for (const name of await tablesOf(client)) tables.push(await writeTable(client, name, tableFile(directory, name)));
    await client.query('commit');
    return { migrations: seen.map(({ name }) => name), tables };
  });
}

/**
 * Reads tables back into a migrated database without rows, all or nothing.
 *
 * @param check called with what the database has, before anything is touched, e.g. to refuse a filled one
 * @throws Error of PostgreSQL where a row is not what the schema allows, or refers to one that is not there
 */
export async function readTables(
  url: string,
  directory: string,
  copies: readonly TableCopy[],
  check: (found: { tables: readonly string[]; filled: readonly string[] }) => void,
): Promise<void> {
  await withConnection(url, async (client) => {
    await client.query('begin');
    const tables = await tablesOf(client);
    if (tables.length > 0) await client.query(`lock table ${tables.map(quoted).join(', ')} in access exclusive mode`);
    check({ tables, filled: await filledOf(client, tables) });
    // Rows come table by table; when all are there, adding the references again proves every one of them.
    const { rows: references } = await client.query<{ table: string; name: string; definition: string }>(
      `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
    );
    for (const { table, name } of references)
      await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
    for (const copy of copies) await readTable(client, copy, tableFile(directory, copy.name));
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
    await client.query('commit');
    await client.query('analyze');
  });
}

async function writeTable(client: pg.Client, name: string, file: string): Promise<TableCopy> {
  await client.query(`declare copy no scroll cursor for select row_to_json(t)::text as line from ${quoted(name)} t`);
  let rows = 0;
  async function* lines() {
    for (;;) {
      const part = await client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from copy`);
      if (part.rows.length === 0) return;
      rows += part.rows.length;
      yield part.rows.map(({ line }) => `${line}\n`).join('');
    }
  }
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(lines()), createGzip({ level: 1 }), measure, createWriteStream(file, { flush: true }));
  await client.query('close copy');
  return { name, rows, bytes, sha256: hash.digest('hex') };
}

async function readTable(client: pg.Client, { name, rows }: TableCopy, file: string): Promise<void> {
  const text = `insert into ${quoted(name)} select * from json_populate_recordset(null::${quoted(name)}, $1::json)`;
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  let gathered: string[] = [];
  let inserted = 0;
  const insert = async () => {
    if (gathered.length === 0) return;
    const { rowCount } = await client.query({ name: `copy-${name}`, text, values: [`[${gathered.join(',')}]`] });
    inserted += rowCount ?? 0;
    gathered = [];
  };
  for await (const line of lines) {
    gathered.push(line);
    if (gathered.length === ROWS_AT_ONCE) await insert();
  }
  await insert();
  if (inserted !== rows) throw new Error(`${name}: ${inserted} rows were restored instead of ${rows}`);
}

async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where ${OURS} order by relname`,
  );
  return rows.map(({ name }) => name);
}

async function filledOf(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const filled: string[] = [];
  for (const name of tables) {
    const { rows } = await client.query(`select exists (select from ${quoted(name)}) as "isFilled"`);
    if (rows[0].isFilled) filled.push(name);
  }
  return filled;
}

async function withConnection<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c statement_timeout=0' });
  client.on('error', () => {}); // a connection that breaks fails the query under way
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const quoted = (name: string): string => pg.escapeIdentifier(name);
