import type { Kysely } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * Movements (phong trào) of the Prime Minister, of a province, of a cluster, each with its own period; and the launch
 * (phát động) of a cluster-year with its contents.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  const movement = () => db.schema.alterTable('movement');
  await movement()
    .addColumn('level', 'text', (c) => c.notNull().defaultTo('prime-minister'))
    .execute();
  await movement()
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('thematic'))
    .execute();
  await movement().addColumn('unit_id', 'text').execute();
  await movement().addColumn('cluster_id', 'text').execute();
  await movement()
    .addColumn('goal', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await movement()
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await movement()
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();

  await table(db, 'launch')
    .addColumn('cluster_year_id', 'text', (c) => c.primaryKey().references('cluster_year.id'))
    .addColumn('launched_on', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('launched_by', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await table(db, 'launch_content')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('launch.cluster_year_id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('launch_content_pk', ['cluster_year_id', 'position'])
    .execute();
}
