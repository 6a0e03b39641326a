import { sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';

/** Schemas of PostgreSQL that hold training copies; the id of the copy follows. */
const PREFIX = 'tap_huan_';
const NAME = /^tap_huan_[0-9a-f]{8,32}$/;

export const trainingSchemaOf = (copyId: string): string => `${PREFIX}${copyId.replaceAll('-', '')}`;

/** Makes the empty schema of a copy; one that a killed run left under this name goes first. */
export async function makeSchema(db: Db, schema: string): Promise<void> {
  await dropSchemas(db, [schema]);
  await inTransaction(db, (tx) => sql`create schema ${sql.id(schema)}`.execute(tx));
}

/** Removes every training schema but the one in use. Only while no copy is being made. */
export async function dropSchemasExcept(db: Db, kept: string | undefined): Promise<void> {
  const { rows } = await sql<{ name: string }>`select nspname::text as name from pg_namespace
    where nspname like 'tap\\_huan\\_%'`.execute(db.reads);
  await dropSchemas(
    db,
    rows.map(({ name }) => name).filter((name) => name !== kept),
  );
}

/** A schema at a time: dropping takes a lock on every table in it. */
async function dropSchemas(db: Db, schemas: readonly string[]): Promise<void> {
  for (const schema of schemas) {
    if (!NAME.test(schema)) continue;
    await inTransaction(db, (tx) => sql`drop schema if exists ${sql.id(schema)} cascade`.execute(tx));
  }
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
