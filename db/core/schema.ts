import { type CreateTableBuilder, type Kysely, PostgresAdapter, sql } from 'kysely';

/** The two databases the same code runs on. */
export type Engine = 'sqlite' | 'postgres';

/**
 * Which database is behind a handle. Asked of its adapter, because a migration is handed
 * a bare Kysely and must stay frozen: it cannot take a second argument.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export function engineOf(db: Kysely<any>): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}

/**
 * Starts a `create table`. On SQLite the table is STRICT, so that a column keeps its word
 * about its type as it does on PostgreSQL (where STRICT would be a syntax error).
 *
 * @example await table(db, 'unit').addColumn('id', 'text', (c) => c.primaryKey()).execute()
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export function table<Name extends string>(db: Kysely<any>, name: Name): CreateTableBuilder<Name> {
  const builder = db.schema.createTable(name);
  return engineOf(db) === 'sqlite' ? builder.modifyEnd(sql`strict`) : builder;
}

/**
 * The one type for numbers: 64 bits on both. PostgreSQL's `integer` ends at 2.147.483.647,
 * less than 29 tỷ đồng; STRICT tables refuse the word `int8`.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export function int8(db: Kysely<any>): 'int8' | 'integer' {
  return engineOf(db) === 'postgres' ? 'int8' : 'integer';
}
