import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/** What share of its awards a cluster wants to go to whom in a year (mục tiêu cơ cấu khen thưởng), and what is sensitive. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'care_aim')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('lens', 'text', (c) => c.notNull())
    // An aim that was given up stays with null, so that its version goes on counting.
    .addColumn('least_permille', 'integer')
    .addColumn('source', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('care_aim_pk', ['cluster_year_id', 'lens'])
    .addCheckConstraint('care_aim_share', sql`least_permille is null or least_permille between 1 and 1000`)
    .execute();

  // Dân tộc as the nomination states it, sensitive by law: apart from the dossier that every member reads.
  await table(db, 'nomination_sensitive')
    .addColumn('nomination_id', 'text', (c) => c.primaryKey().references('nomination.id'))
    .addColumn('ethnicity_code', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
}
