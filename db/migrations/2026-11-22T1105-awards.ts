import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/** The catalogue of award forms with dated versions, base salaries, recipients and nominations. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'award_form')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text')
    .addColumn('level', 'text', (c) => c.notNull())
    .addColumn('applies_to', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .execute();

  await table(db, 'award_form_version')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('award_code', 'text', (c) => c.notNull().references('award_form.code'))
    .addColumn('valid_from', 'text', (c) => c.notNull())
    .addColumn('valid_to', 'text')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('certainty', 'text', (c) => c.notNull())
    .addColumn('json', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('award_form_version_idx')
    .on('award_form_version')
    .columns(['award_code', 'valid_from'])
    .execute();

  await table(db, 'base_salary')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('valid_from', 'text', (c) => c.notNull().unique())
    .addColumn('valid_to', 'text')
    .addColumn('amount_vnd', int8(db), (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('certainty', 'text', (c) => c.notNull())
    .execute();

  await table(db, 'recipient')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_fold', 'text', (c) => c.notNull())
    .addColumn('sex', 'text')
    .addColumn('birth_year', 'integer')
    .addColumn('birth_on', 'text')
    .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('cccd_cipher', 'text')
    .addColumn('cccd_index', 'text')
    .addColumn('merged_into', 'text', (c) => c.references('recipient.id'))
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('recipient_kind_known', sql`kind in ('collective','individual','household')`)
    .addCheckConstraint('recipient_sex_known', sql`sex is null or sex in ('male','female')`)
    .execute();
  await db.schema.createIndex('recipient_cccd_idx').on('recipient').columns(['cccd_index']).execute();
  await db.schema.createIndex('recipient_fold_idx').on('recipient').columns(['name_fold']).execute();

  await table(db, 'recipient_name')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recipient_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_fold', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .execute();

  // Sensitive by law (dân tộc): its own table behind its own permission, each reading logged.
  await table(db, 'recipient_sensitive')
    .addColumn('recipient_id', 'text', (c) => c.primaryKey().references('recipient.id'))
    .addColumn('ethnicity_code', 'text')
    .execute();
  await table(db, 'sensitive_read')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('recipient_id', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('reason', 'text')
    .execute();

  await table(db, 'nomination')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('award_code', 'text', (c) => c.notNull().references('award_form.code'))
    .addColumn('recipient_id', 'text', (c) => c.references('recipient.id'))
    .addColumn('recipient_kind', 'text', (c) => c.notNull())
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('name_fold', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('printed_name', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('printed_place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('salutation', 'text')
    .addColumn('sex', 'text')
    .addColumn('birth_year', 'integer')
    .addColumn('position_held', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('workplace', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('person_class', 'text')
    .addColumn('area_class', 'text')
    .addColumn('is_border_area', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('is_small_collective', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('headcount', 'integer')
    .addColumn('field', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('achievement', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('proposal_number', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('proposal_on', 'text')
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('draft'))
    .addColumn('submitted_at', 'text')
    .addColumn('supplement_reason', 'text')
    .addColumn('supplement_due_on', 'text')
    .addColumn('check_note', 'text')
    .addColumn('duplicate_note', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('nomination_kind_known', sql`recipient_kind in ('collective','individual','household')`)
    .addCheckConstraint(
      'nomination_status_known',
      sql`status in ('draft','submitted','supplement','checked','decided','refused','withdrawn')`,
    )
    .addCheckConstraint('nomination_sent_has_date', sql`status in ('draft','withdrawn') or submitted_at is not null`)
    .execute();
  await db.schema
    .createIndex('nomination_list_idx')
    .on('nomination')
    .columns(['cluster_year_id', 'unit_id', 'status'])
    .execute();
}
