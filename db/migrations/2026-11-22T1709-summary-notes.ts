import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/**
 * What the leading unit's office keeps beside the figures of a summary: the wording for paper and the word on a stock
 * that does not go with its flow, each with its earlier versions; and which flow belongs to which stock in a cluster.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'summary_note')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('figure', int8(db))
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('summary_note_pk', [
      'cluster_year_id',
      'period',
      'indicator_version_id',
      'kind',
      'version',
    ])
    .addCheckConstraint('summary_note_period', sql`period in ('mid-year','year-end')`)
    .addCheckConstraint('summary_note_kind', sql`kind in ('paper','stock-flow')`)
    .execute();

  await table(db, 'stock_flow')
    .addColumn('cluster_id', 'text', (c) => c.notNull().references('cluster.id'))
    .addColumn('stock_indicator_id', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('flow_indicator_id', 'text', (c) => c.notNull().references('indicator.id'))
    .addPrimaryKeyConstraint('stock_flow_pk', ['cluster_id', 'stock_indicator_id'])
    .addCheckConstraint('stock_flow_two', sql`stock_indicator_id <> flow_indicator_id`)
    .execute();
}
