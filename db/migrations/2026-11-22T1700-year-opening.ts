import { type Kysely, sql } from 'kysely';
import { int8 } from '#db/core/schema.ts';

/**
 * A year is a draft before it is published and read only once it is archived; indicators belong to whoever keeps them,
 * and a version may go on the series of an earlier one, converted by a factor.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  const year = () => db.schema.alterTable('cluster_year');
  await year()
    .addColumn('year_kind', 'text', (c) =>
      c.notNull().defaultTo('calendar').check(sql`year_kind in ('calendar','school')`),
    )
    .execute();
  // Years that were there before drafts existed had been told to everybody.
  await year()
    .addColumn('status', 'text', (c) =>
      c.notNull().defaultTo('published').check(sql`status in ('draft','published','archived')`),
    )
    .execute();
  await year().addColumn('published_at', 'text').execute();
  await year().addColumn('archived_at', 'text').execute();
  await year()
    .addColumn('model_year_id', 'text', (c) => c.references('cluster_year.id'))
    .execute();

  const indicator = () => db.schema.alterTable('indicator');
  // The unit that keeps it; null: common to all clusters.
  await indicator()
    .addColumn('owner_unit_id', 'text', (c) => c.references('unit.id'))
    .execute();
  await indicator()
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  const version = () => db.schema.alterTable('indicator_version');
  await version()
    .addColumn('definition', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await version()
    .addColumn('predecessor_id', 'text', (c) => c.references('indicator_version.id'))
    .execute();
  // Figures of the predecessor times factor_num / factor_den are figures of this version (triệu → tỷ: 1 / 1000).
  await version().addColumn('factor_num', int8(db)).execute();
  await version().addColumn('factor_den', int8(db)).execute();
  await version()
    .addColumn('predecessor_note', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await version()
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema
    .createIndex('indicator_version_indicator_idx')
    .on('indicator_version')
    .columns(['indicator_id', 'valid_from'])
    .execute();
  await db.schema
    .createIndex('cluster_year_indicator_version_idx')
    .on('cluster_year_indicator')
    .columns(['indicator_version_id'])
    .execute();
}
