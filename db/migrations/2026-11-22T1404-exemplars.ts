import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/** Điển hình tiên tiến, mô hình hay: persons, collectives and models presented in a year, with their story. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'exemplar')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('presenter', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('field', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('story', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('search_fold', 'text', (c) => c.notNull())
    .addColumn('source', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('removed_at', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('exemplar_kind_known', sql`kind in ('person','collective','model')`)
    .execute();
  await db.schema.createIndex('exemplar_year_idx').on('exemplar').columns(['cluster_year_id', 'unit_id']).execute();
}
