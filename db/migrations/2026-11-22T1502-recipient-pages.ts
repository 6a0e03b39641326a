import { type Kysely, sql } from 'kysely';
import { engineOf, table } from '#db/core/schema.ts';

/** One recipient, one page: founding, line of collectives, holds; likely duplicates, merges that can be undone. */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  const text = engineOf(db) === 'postgres' ? sql`text collate "C"` : 'text';
  await db.schema.alterTable('recipient').addColumn('founded_on', text).execute();
  await db.schema
    .alterTable('recipient')
    .addColumn('position_held', text, (c) => c.notNull().defaultTo(''))
    .execute();

  await db.schema
    .alterTable('recipient_name')
    .addColumn('document', text, (c) => c.notNull().defaultTo(''))
    .execute();

  // Quá trình công tác: where a recipient was before, until a day.
  await table(db, 'recipient_post')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recipient_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('position_held', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema.createIndex('recipient_post_idx').on('recipient_post').columns(['recipient_id']).execute();

  // Đổi tên is a dated name; sáp nhập, chia tách join one collective to another.
  await table(db, 'recipient_line')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('from_recipient_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('to_recipient_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('on_date', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('recipient_line_kind_known', sql`kind in ('merged','split')`)
    .addUniqueConstraint('recipient_line_once', ['from_recipient_id', 'to_recipient_id'])
    .execute();
  await db.schema.createIndex('recipient_line_to_idx').on('recipient_line').columns(['to_recipient_id']).execute();

  // Tạm dừng xét khen thưởng.
  await table(db, 'recipient_hold')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recipient_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_on', 'text', (c) => c.notNull())
    .addColumn('to_on', 'text')
    .addColumn('document', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('lifted_on', 'text')
    .addColumn('lift_reason', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('recipient_hold_kind_known', sql`kind in ('discipline','inspection','complaint','other')`)
    .execute();
  await db.schema.createIndex('recipient_hold_idx').on('recipient_hold').columns(['recipient_id']).execute();
  await db.schema.createIndex('recipient_name_of_idx').on('recipient_name').columns(['recipient_id']).execute();
  await db.schema.createIndex('recipient_name_fold_idx').on('recipient_name').columns(['name_fold']).execute();
  // People of one unit and year of birth: among them names that differ by a letter are looked for.
  await db.schema
    .createIndex('recipient_birth_idx')
    .on('recipient')
    .columns(['unit_id', 'birth_year', 'name_fold', 'id'])
    .execute();
  // Only of those that were merged: an index in which all the living stand together is chosen where it helps nobody.
  await db.schema
    .createIndex('recipient_merged_idx')
    .on('recipient')
    .columns(['merged_into'])
    .where('merged_into', 'is not', null)
    .execute();
  await db.schema.createIndex('nomination_recipient_idx').on('nomination').columns(['recipient_id']).execute();

  // Two recipients that may be one; `first_id` < `second_id`. 'different' is remembered for ever.
  await table(db, 'recipient_pair')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('first_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('second_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('grounds', 'text', (c) => c.notNull())
    .addColumn('score', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('open'))
    .addColumn('found_at', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'text')
    .addColumn('decided_by', 'text')
    .addColumn('reason', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('recipient_pair_status_known', sql`status in ('open','merged','different','gone')`)
    .addUniqueConstraint('recipient_pair_once', ['first_id', 'second_id'])
    .execute();
  await db.schema
    .createIndex('recipient_pair_queue_idx')
    .on('recipient_pair')
    .columns(['status', 'score', 'id'])
    .execute();
  await db.schema.createIndex('recipient_pair_second_idx').on('recipient_pair').columns(['second_id']).execute();

  // `snapshot` is JSON of all that the merge changed, enough to put everything back.
  await table(db, 'recipient_merge')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kept_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('merged_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('merged_at', 'text', (c) => c.notNull())
    .addColumn('merged_by', 'text', (c) => c.notNull())
    .addColumn('undo_until', 'text', (c) => c.notNull())
    .addColumn('undone_at', 'text')
    .addColumn('undone_by', 'text')
    .addColumn('snapshot', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema.createIndex('recipient_merge_kept_idx').on('recipient_merge').columns(['kept_id']).execute();
  await db.schema.createIndex('recipient_merge_merged_idx').on('recipient_merge').columns(['merged_id']).execute();
}
