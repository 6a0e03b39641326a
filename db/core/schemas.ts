import { sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';

const NAME = /^[a-z][a-z0-9_]{2,60}$/;

/** Makes an empty schema in a PostgreSQL database; what a killed run left under this name goes first. */
export async function makeSchema(db: Db, name: string): Promise<void> {
  await dropSchema(db, name);
  await inTransaction(db, (tx) => sql`create schema ${sql.id(name)}`.execute(tx));
}

/** Removes every schema whose name begins so, but `kept`. */
export async function dropSchemas(db: Db, prefix: string, kept?: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`select nspname::text as name from pg_namespace
    where starts_with(nspname::text, ${prefix})`.execute(db.reads);
  for (const { name } of rows) if (name !== kept) await dropSchema(db, name);
}

/** One at a time: dropping takes a lock on every table in it. */
async function dropSchema(db: Db, name: string): Promise<void> {
  if (!NAME.test(name)) throw new Error(`${name} is no name of a schema of ours`);
  await inTransaction(db, (tx) => sql`drop schema if exists ${sql.id(name)} cascade`.execute(tx));
}

/** Bytes that tables and indexes of a schema take up; of the database's own one without a name. */
export async function schemaBytes(db: Db, schema?: string): Promise<number> {
  const name = schema === undefined ? sql`current_schema()` : sql`cast(${schema} as text)`;
  const { rows } = await sql<{ bytes: string | number }>`
    select coalesce(sum(pg_total_relation_size(t.oid)), 0)::bigint as bytes
    from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where t.relkind = 'r' and n.nspname = ${name}`.execute(db.reads);
  return Number(rows[0]!.bytes);
}
