import type { Kysely } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/**
 * How many awards of a unit and year have each value of each property; `unit_id` '' stands for all units. Kept by the
 * database in the transaction that changes the award. On PostgreSQL changes are lined up in `award_count_delta` and
 * folded later, so that two offices never wait for one row.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'award_count')
    .addColumn('unit_id', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('dimension', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('awards', int8(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('award_count_pk', ['unit_id', 'year', 'dimension', 'value'])
    .execute();
}
