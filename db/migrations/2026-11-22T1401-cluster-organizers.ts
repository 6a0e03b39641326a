import type { Kysely } from 'kysely';

/**
 * Clusters below the national ones (cụm, khối thi đua of the communes or agencies of a province) name the unit that
 * organises them; null: organised by the central council.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('cluster').addColumn('organizer_unit_id', 'text').execute();
  await db.schema.alterTable('cluster').addColumn('closed_on', 'text').execute();
  await db.schema.alterTable('cluster_year').addColumn('hand_over_note', 'text').execute();
  await db.schema.createIndex('cluster_year_chair_idx').on('cluster_year').columns(['chair_unit_id']).execute();
}
