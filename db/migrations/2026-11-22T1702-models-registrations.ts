import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/**
 * Models across clusters: effect in figures, approval before others see them, adoption by other units (nhân rộng),
 * the field an indicator belongs to, suggestions somebody set aside. Movements sent to the members, who confirm, and
 * their reviews. Registration of the titles aimed at (đăng ký thi đua).
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await models(db);
  await movements(db);
  await registrations(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function models(db: Kysely<any>): Promise<void> {
  const exemplar = () => db.schema.alterTable('exemplar');
  await exemplar()
    .addColumn('sharing', 'text', (c) => c.notNull().defaultTo('own'))
    .execute();
  await exemplar().addColumn('sharing_reason', 'text').execute();
  await exemplar().addColumn('sharing_at', 'text').execute();
  await db.schema.createIndex('exemplar_sharing_idx').on('exemplar').columns(['sharing', 'id']).execute();

  await table(db, 'effect')
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('what_fold', 'text', (c) => c.notNull())
    .addColumn('before_value', int8(db))
    .addColumn('after_value', int8(db), (c) => c.notNull())
    .addColumn('unit_of_measure', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull().defaultTo(''))
    .addPrimaryKeyConstraint('effect_pk', ['subject_kind', 'subject_id', 'position'])
    .addCheckConstraint('effect_subject_known', sql`subject_kind in ('exemplar','replication')`)
    .execute();

  await table(db, 'replication')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('exemplar_id', 'text', (c) => c.notNull().references('exemplar.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('started_on', 'text', (c) => c.notNull())
    .addColumn('leader', 'text', (c) => c.notNull())
    .addColumn('steps', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('preparing'))
    .addColumn('stop_reason', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('replication_status_known', sql`status in ('preparing','running','done','stopped')`)
    .addCheckConstraint('replication_stopped', sql`(status = 'stopped') = (stop_reason is not null)`)
    .execute();
  await db.schema.createIndex('replication_exemplar_idx').on('replication').column('exemplar_id').execute();
  await db.schema.createIndex('replication_unit_idx').on('replication').column('unit_id').execute();

  await table(db, 'replication_entry')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('replication_id', 'text', (c) => c.notNull().references('replication.id'))
    .addColumn('on_date', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('entered_by', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('replication_entry_idx').on('replication_entry').column('replication_id').execute();

  await table(db, 'indicator_field')
    .addColumn('cluster_id', 'text', (c) => c.notNull().references('cluster.id'))
    .addColumn('indicator_id', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('field_fold', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('indicator_field_pk', ['cluster_id', 'indicator_id'])
    .execute();

  await table(db, 'suggestion_dismissal')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('exemplar_id', 'text', (c) => c.notNull().references('exemplar.id'))
    .addColumn('indicator_id', 'text', (c) => c.notNull().references('indicator.id'))
    .addPrimaryKeyConstraint('suggestion_dismissal_pk', ['cluster_year_id', 'unit_id', 'exemplar_id', 'indicator_id'])
    .execute();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function movements(db: Kysely<any>): Promise<void> {
  const taken = () => db.schema.alterTable('cluster_year_movement');
  await taken().addColumn('sent_on', 'text').execute();
  await taken().addColumn('confirm_by', 'text').execute();

  await table(db, 'movement_confirmation')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('movement_id', 'text', (c) => c.notNull().references('movement.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('confirmed_on', 'text', (c) => c.notNull())
    .addColumn('person', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('movement_confirmation_once', ['cluster_year_id', 'movement_id', 'unit_id'])
    .execute();

  await table(db, 'movement_review')
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('movement_id', 'text', (c) => c.notNull().references('movement.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('held_on', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addPrimaryKeyConstraint('movement_review_pk', ['cluster_year_id', 'movement_id', 'kind'])
    .addCheckConstraint('movement_review_kind', sql`kind in ('interim','final')`)
    .execute();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function registrations(db: Kysely<any>): Promise<void> {
  await table(db, 'title_registration')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('draft'))
    .addColumn('sent_at', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('title_registration_once', ['cluster_year_id', 'unit_id'])
    .addCheckConstraint('title_registration_status', sql`status in ('draft','sent')`)
    .addCheckConstraint('title_registration_sent', sql`(status = 'sent') = (sent_at is not null)`)
    .execute();

  await table(db, 'title_registration_line')
    .addColumn('registration_id', 'text', (c) => c.notNull().references('title_registration.id'))
    .addColumn('award_code', 'text', (c) => c.notNull().references('award_form.code'))
    .addColumn('recipient_kind', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addColumn('names', 'text', (c) => c.notNull().defaultTo('[]'))
    .addPrimaryKeyConstraint('title_registration_line_pk', ['registration_id', 'award_code', 'recipient_kind'])
    .addCheckConstraint('title_registration_line_kind', sql`recipient_kind in ('collective','individual')`)
    .addCheckConstraint('title_registration_line_count', sql`count >= 0`)
    .execute();
}
