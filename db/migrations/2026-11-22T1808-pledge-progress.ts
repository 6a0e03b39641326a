import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/** How far each member has come with each promise at the end of a quarter (tiến độ thực hiện giao ước). */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'pledge_progress')
    .addColumn('pledge_id', 'text', (c) => c.notNull().references('pledge.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('quarter', 'integer', (c) => c.notNull())
    .addColumn('value', int8(db))
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('pledge_progress_pk', ['pledge_id', 'unit_id', 'indicator_version_id', 'quarter'])
    .addCheckConstraint('pledge_progress_quarter', sql`quarter between 1 and 4`)
    .execute();
}
