import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * Reports as the chair's office looks them through: a thread beside a figure, a report open again for its unit until a
 * minute, and who was reminded when (gửi đôn đốc).
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('report').addColumn('reopened_until', 'text').execute();
  await db.schema.alterTable('report').addColumn('reopen_reason', 'text').execute();

  await table(db, 'report_thread')
    .addColumn('report_id', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('indicator_version_id', 'text', (c) => c.notNull().references('indicator_version.id'))
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('report_thread_pk', ['report_id', 'indicator_version_id'])
    .addCheckConstraint('report_thread_status', sql`status in ('open','answered','done')`)
    .execute();

  await table(db, 'report_comment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('report_id', 'text', (c) => c.notNull())
    .addColumn('indicator_version_id', 'text', (c) => c.notNull())
    .addColumn('side', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('said_at', 'text', (c) => c.notNull())
    .addColumn('said_by', 'text', (c) => c.notNull())
    .addForeignKeyConstraint('report_comment_thread', ['report_id', 'indicator_version_id'], 'report_thread', [
      'report_id',
      'indicator_version_id',
    ])
    .addCheckConstraint('report_comment_side', sql`side in ('chair','unit')`)
    .execute();
  await db.schema
    .createIndex('report_comment_idx')
    .on('report_comment')
    .columns(['report_id', 'indicator_version_id'])
    .execute();

  await table(db, 'report_reminder')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('report_id', 'text', (c) => c.notNull().references('report.id'))
    .addColumn('sent_at', 'text', (c) => c.notNull())
    .addColumn('sent_by', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('report_reminder_idx').on('report_reminder').columns(['report_id', 'sent_at']).execute();
}
