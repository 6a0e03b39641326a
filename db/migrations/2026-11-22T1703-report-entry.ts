import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/**
 * Reports as they are filled: earlier versions of each figure stay readable, documents may belong to one figure,
 * figures may be asked of the offices of a province (giao sở, ngành cung cấp số), and the text has headings.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('report_value').addColumn('saved_at', 'text').execute();
  await db.schema
    .alterTable('report_value')
    .addColumn('saved_by', 'text', (c) => c.notNull().defaultTo(''))
    .execute();

  await table(db, 'report_value_version')
    .addColumn('report_id', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('value', int8(db))
    .addColumn('value_status', 'text', (c) => c.notNull())
    .addColumn('source_office', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'text')
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('report_value_version_pk', ['report_id', 'indicator_version_id', 'version'])
    .execute();

  await table(db, 'report_cell_file')
    .addColumn('file_id', 'text', (c) => c.primaryKey().references('file.id'))
    .addColumn('report_id', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .execute();
  await db.schema.createIndex('report_cell_file_idx').on('report_cell_file').column('report_id').execute();

  await table(db, 'report_request')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('report_id', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('office_name', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('open'))
    .addColumn('link_hash', 'text', (c) => c.unique())
    .addColumn('link_until', 'text')
    .addColumn('asked_at', 'text', (c) => c.notNull())
    .addColumn('asked_by', 'text', (c) => c.notNull())
    .addColumn('answered_at', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('report_request_status_known', sql`status in ('open','answered','withdrawn')`)
    .addCheckConstraint('report_request_answered', sql`status <> 'answered' or answered_at is not null`)
    .addCheckConstraint('report_request_link', sql`(link_hash is null) = (link_until is null)`)
    .execute();
  await db.schema.createIndex('report_request_report_idx').on('report_request').column('report_id').execute();
  await db.schema.createIndex('report_request_unit_idx').on('report_request').column('unit_id').execute();

  await table(db, 'report_request_cell')
    .addColumn('request_id', 'text', (c) => c.notNull().references('report_request.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('value', int8(db))
    .addColumn('value_status', 'text', (c) => c.notNull().defaultTo('estimate'))
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('outcome', 'text')
    .addPrimaryKeyConstraint('report_request_cell_pk', ['request_id', 'indicator_version_id'])
    .addCheckConstraint('report_request_cell_status', sql`value_status in ('estimate','preliminary','official')`)
    .addCheckConstraint('report_request_cell_outcome', sql`outcome in ('accepted','kept')`)
    .execute();

  await table(db, 'report_heading')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('hint', 'text', (c) => c.notNull().defaultTo(''))
    .addCheckConstraint('report_heading_period', sql`period in ('mid-year','year-end')`)
    .execute();
  await db.schema
    .createIndex('report_heading_idx')
    .on('report_heading')
    .columns(['cluster_year_id', 'period', 'position'])
    .execute();

  await table(db, 'report_section')
    .addColumn('report_id', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('heading_id', 'text', (c) => c.notNull().references('report_heading.id'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('report_section_pk', ['report_id', 'heading_id'])
    .execute();
}
