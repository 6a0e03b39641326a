import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/** Letters (thư điện tử): what each person wants, what waits to be sent, and which due dates were told. */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'mail_setting')
    .addColumn('account_id', 'text', (c) => c.primaryKey().references('auth_user.id'))
    .addColumn('address', 'text')
    .addColumn('letters', 'text', (c) => c.notNull().defaultTo('reminders'))
    .addColumn('digest', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('digest_on', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('mail_setting_letters', sql`letters in ('none','reminders','all')`)
    .addCheckConstraint('mail_setting_digest', sql`digest in (0,1)`)
    .execute();

  await table(db, 'mail_letter')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull().references('auth_user.id'))
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('link', 'text')
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('waiting'))
    .addColumn('attempt', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('run_after', 'text', (c) => c.notNull())
    .addColumn('error', 'text')
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('sent_to', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('mail_letter_status', sql`status in ('waiting','sent','failed','cancelled')`)
    .execute();
  await db.schema.createIndex('mail_letter_due').on('mail_letter').columns(['status', 'run_after']).execute();
  await db.schema.createIndex('mail_letter_status').on('mail_letter').columns(['status', 'id']).execute();

  // One row for each time a unit was told of a due date, so that nobody is told twice.
  await table(db, 'due_reminder')
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('days', 'integer', (c) => c.notNull())
    .addColumn('told_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('due_reminder_pk', ['subject_id', 'due_on', 'days'])
    .execute();
}
