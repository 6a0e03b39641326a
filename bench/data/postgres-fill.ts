import pg from 'pg';
import { FILL_AWARD_COUNT } from '#bench/data/derived.ts';
import { AWARD_COLUMNS, type Cell, RECIPIENT_COLUMNS, type Registry } from '#bench/data/rows.ts';

const ROWS_AT_ONCE = 5_000;

/** Whole columns as arrays: one statement for thousands of rows. Indexes are made afterwards. */
export async function fillPostgres(url: string, registry: Registry): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    const { rows: indexes } = await client.query<{ name: string; sql: string }>(
      `select indexname as name, indexdef as sql from pg_indexes
       where tablename in ('award', 'recipient') and indexname not in (select conname from pg_constraint)`,
    );
    for (const { name } of indexes) await client.query(`drop index "${name}"`);
    await client.query('set session_replication_role = replica'); // foreign keys hold by construction; no triggers
    await insert(client, 'recipient', RECIPIENT_COLUMNS, registry.recipients());
    await insert(client, 'award', AWARD_COLUMNS, registry.awards());
    await client.query(FILL_AWARD_COUNT);
    await client.query('set session_replication_role = default');
    await client.query("set maintenance_work_mem = '512MB'");
    for (const { sql } of indexes) await client.query(sql);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

const INTEGERS = new Set(['year', 'birth_year']);

async function insert(client: pg.Client, table: string, columns: readonly string[], rows: Iterable<Cell[]>) {
  const arrays = columns.map((column, at) => `$${at + 1}::${INTEGERS.has(column) ? 'int' : 'text'}[]`);
  const text = `insert into ${table} (${columns.join(', ')}) select * from unnest(${arrays.join(', ')})`;
  let gathered: Cell[][] = columns.map(() => []);
  const flush = async () => {
    await client.query({ name: `fill-${table}`, text, values: gathered });
    gathered = columns.map(() => []);
  };
  for (const row of rows) {
    for (const [at, cell] of row.entries()) gathered[at]!.push(cell);
    if (gathered[0]!.length === ROWS_AT_ONCE) await flush();
  }
  await flush();
}
