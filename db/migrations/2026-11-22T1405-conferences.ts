import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * The conference of a cluster-year (hội nghị tổng kết): programme, delegates, minutes, and the recommendations
 * (ý kiến chỉ đạo, đề nghị) that become one task for each unit that leads.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'conference')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id').unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('held_on', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('chaired_by', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('secretary', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('minutes', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('planned'))
    .addColumn('closed_at', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('conference_status_known', sql`status in ('planned','held')`)
    .execute();

  await table(db, 'agenda_item')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conference_id', 'text', (c) => c.notNull().references('conference.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('speaker', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema.createIndex('agenda_item_idx').on('agenda_item').columns(['conference_id', 'position']).execute();

  await table(db, 'delegate')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('conference_id', 'text', (c) => c.notNull().references('conference.id'))
    .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('organization', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('name', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('position_held', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('headcount', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('attendance', 'text', (c) => c.notNull().defaultTo('invited'))
    .addColumn('present_count', 'integer')
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('delegate_role_known', sql`role in ('presidium','guest','delegate')`)
    .addCheckConstraint('delegate_attendance_known', sql`attendance in ('invited','confirmed','present','absent')`)
    .addCheckConstraint(
      'delegate_present_counted',
      sql`(attendance = 'present') = (present_count is not null) and (present_count is null or present_count between 1 and 500)`,
    )
    .addCheckConstraint('delegate_headcount', sql`headcount between 1 and 500`)
    .execute();
  await db.schema.createIndex('delegate_idx').on('delegate').columns(['conference_id', 'position']).execute();

  await table(db, 'recommendation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('conference_id', 'text', (c) => c.notNull().references('conference.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull())
    .addColumn('made_on', 'text', (c) => c.notNull())
    .addColumn('lead_office', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('coordinating', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('measure', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('due_on', 'text')
    .addColumn('removed_at', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('recommendation_due', sql`due_on is null or due_on >= made_on`)
    .execute();
  await db.schema.createIndex('recommendation_year_idx').on('recommendation').columns(['cluster_year_id']).execute();

  await table(db, 'recommendation_task')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recommendation_id', 'text', (c) => c.notNull().references('recommendation.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('open'))
    .addColumn('outcome', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('reported_at', 'text')
    .addColumn('reported_by_name', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('recommendation_task_once', ['recommendation_id', 'unit_id'])
    .addCheckConstraint('recommendation_task_status_known', sql`status in ('open','doing','done')`)
    .addCheckConstraint('recommendation_task_done_says_what', sql`status <> 'done' or outcome <> ''`)
    .execute();
  await db.schema
    .createIndex('recommendation_task_unit_idx')
    .on('recommendation_task')
    .columns(['unit_id', 'status'])
    .execute();
}
