import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/** Clusters and blocs (cụm, khối thi đua), dated members, the emulation year with its chair, deputy and stages. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'cluster')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('short_name', 'text', (c) => c.notNull())
    .addColumn('source', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('cluster_kind_known', sql`kind in ('cluster','bloc')`)
    .execute();

  await table(db, 'cluster_member')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_id', 'text', (c) => c.notNull().references('cluster.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .execute();
  await db.schema
    .createIndex('cluster_member_unit_idx')
    .on('cluster_member')
    .columns(['unit_id', 'cluster_id'])
    .execute();
  await db.schema.createIndex('cluster_member_cluster_idx').on('cluster_member').columns(['cluster_id']).execute();

  await table(db, 'cluster_year')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_id', 'text', (c) => c.notNull().references('cluster.id'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('ends_on', 'text', (c) => c.notNull())
    .addColumn('chair_unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('deputy_chair_unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('chair_person', 'text')
    .addColumn('standing_office', 'text', (c) => c.notNull())
    .addColumn('hand_over_on', 'text')
    .addColumn('award_allotment', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('cluster_year_once', ['cluster_id', 'year'])
    .execute();

  await table(db, 'stage')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('opens_on', 'text', (c) => c.notNull())
    .addColumn('closes_on', 'text', (c) => c.notNull())
    .addColumn('due_note', 'text')
    .addColumn('position', 'integer', (c) => c.notNull())
    .addUniqueConstraint('stage_once', ['cluster_year_id', 'kind'])
    .addCheckConstraint('stage_order', sql`opens_on <= closes_on`)
    .execute();

  await table(db, 'movement')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('launched_by', 'text', (c) => c.notNull())
    .addColumn('period_from', 'text', (c) => c.notNull())
    .addColumn('period_to', 'text', (c) => c.notNull())
    .addColumn('document', 'text')
    .addColumn('source', 'text')
    .execute();
  await table(db, 'cluster_year_movement')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('movement_id', 'text', (c) => c.notNull().references('movement.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('cluster_year_movement_pk', ['cluster_year_id', 'movement_id'])
    .execute();
}
