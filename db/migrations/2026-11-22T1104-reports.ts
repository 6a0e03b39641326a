import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/**
 * Indicators, pledges and reports. Every figure is a scaled integer with the decimals of its indicator's version
 * (29.068,5 tỷ with one decimal is 290685); a missing figure is NULL, never 0.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'indicator')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .execute();

  await table(db, 'indicator_version')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('indicator_id', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('unit_of_measure', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('aggregation', 'text', (c) => c.notNull())
    .addColumn('weight_indicator_id', 'text', (c) => c.references('indicator.id'))
    .addColumn('better', 'text', (c) => c.notNull())
    .addColumn('decimals', 'integer', (c) => c.notNull())
    .addColumn('source_office', 'text', (c) => c.notNull())
    .addColumn('paper_wording', 'text')
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text')
    .addCheckConstraint('indicator_kind_known', sql`kind in ('stock','flow','share')`)
    .addCheckConstraint('indicator_aggregation_known', sql`aggregation in ('sum','mean','weighted-mean','last','none')`)
    .addCheckConstraint('indicator_better_known', sql`better in ('up','down','none')`)
    .addCheckConstraint('indicator_decimals', sql`decimals between 0 and 6`)
    .execute();

  await table(db, 'cluster_year_indicator')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('is_headline', 'integer', (c) => c.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('cluster_year_indicator_pk', ['cluster_year_id', 'indicator_version_id'])
    .execute();

  await table(db, 'pledge')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id').unique())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('joint_text', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('pledge_status_known', sql`status in ('draft','consulting','agreed','signing','published')`)
    .execute();
  await table(db, 'pledge_target')
    .addColumn('pledge_id', 'text', (c) => c.notNull().references('pledge.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('value', int8(db))
    .addPrimaryKeyConstraint('pledge_target_pk', ['pledge_id', 'unit_id', 'indicator_version_id'])
    .execute();
  await table(db, 'pledge_signature')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('pledge_id', 'text', (c) => c.notNull().references('pledge.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('signed_on', 'text')
    .addColumn('capacity', 'text')
    .addColumn('signatory_name', 'text')
    .addColumn('content_hash', 'text')
    .addColumn('file_id', 'text')
    .addUniqueConstraint('pledge_signature_once', ['pledge_id', 'unit_id'])
    .execute();

  await table(db, 'report')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('period', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('draft'))
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('sent_by', 'text')
    .addColumn('received_at', 'text')
    .addColumn('supplement_reason', 'text')
    .addColumn('supplement_due_on', 'text')
    .addColumn('narrative', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('report_once', ['cluster_year_id', 'unit_id', 'period'])
    .addCheckConstraint('report_period_known', sql`period in ('mid-year','year-end')`)
    .addCheckConstraint('report_status_known', sql`status in ('draft','sent','supplement','received','consolidated')`)
    .addCheckConstraint('report_sent_has_date', sql`status = 'draft' or sent_at is not null`)
    .execute();

  await table(db, 'report_value')
    .addColumn('report_id', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('value', int8(db))
    .addColumn('value_status', 'text', (c) => c.notNull().defaultTo('estimate'))
    .addColumn('source_office', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('report_value_pk', ['report_id', 'indicator_version_id'])
    .addCheckConstraint('report_value_status_known', sql`value_status in ('estimate','preliminary','official')`)
    .execute();

  await table(db, 'prior_value')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('value', int8(db))
    .addPrimaryKeyConstraint('prior_value_pk', ['cluster_year_id', 'unit_id', 'indicator_version_id'])
    .execute();
}
