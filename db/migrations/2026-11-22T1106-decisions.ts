import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/** Decisions, the registry of awards (Sổ khen thưởng) and certificates. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'decision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.references('cluster_year.id'))
    // The office that gives the number (văn thư UBND tỉnh); the signatory is somebody else.
    .addColumn('numbering_unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('document_type', 'text', (c) => c.notNull().defaultTo('QĐ-UBND'))
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('draft'))
    .addColumn('number', 'text')
    .addColumn('number_norm', 'text')
    .addColumn('number_year', 'integer')
    .addColumn('decided_on', 'text')
    .addColumn('achievement_year', 'integer', (c) => c.notNull())
    .addColumn('award_code', 'text', (c) => c.notNull().references('award_form.code'))
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('issuer_line', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('header_org', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('common_sentence', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('signatory_capacity', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('signatory_name', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('legal_bases', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('articles', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('submission_letter', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('submitted_at', 'text')
    .addColumn('signed_on', 'text')
    .addColumn('issued_at', 'text')
    .addColumn('cancel_ground', 'text')
    .addColumn('cancel_reason', 'text')
    .addColumn('cancel_number', 'text')
    .addColumn('cancelled_on', 'text')
    .addColumn('qr_on_certificates', 'integer', (c) => c.notNull().defaultTo(1))
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('decision_status_known', sql`status in ('draft','submitted','signed','issued','cancelled')`)
    .addCheckConstraint(
      'decision_issued_is_numbered',
      sql`status in ('draft','submitted','signed') or (number is not null and decided_on is not null)`,
    )
    .addUniqueConstraint('decision_number_once', ['numbering_unit_id', 'document_type', 'number_year', 'number_norm'])
    .execute();

  await table(db, 'decision_item')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('decision_id', 'text', (c) => c.notNull().references('decision.id'))
    .addColumn('nomination_id', 'text', (c) => c.notNull().references('nomination.id').unique())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('sentence_override', 'text')
    .execute();
  await db.schema
    .createIndex('decision_item_decision_idx')
    .on('decision_item')
    .columns(['decision_id', 'position'])
    .execute();

  // One award as it was given: printed name, unit of its time, class, area and money are frozen here.
  await table(db, 'award')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('recipient_id', 'text', (c) => c.notNull().references('recipient.id'))
    .addColumn('decision_id', 'text', (c) => c.references('decision.id'))
    .addColumn('nomination_id', 'text', (c) => c.references('nomination.id'))
    .addColumn('cluster_year_id', 'text')
    .addColumn('award_code', 'text', (c) => c.notNull().references('award_form.code'))
    .addColumn('award_version_id', 'text')
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('issuing_unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('decision_number', 'text', (c) => c.notNull())
    .addColumn('decided_on', 'text', (c) => c.notNull())
    .addColumn('recipient_kind', 'text', (c) => c.notNull())
    .addColumn('printed_name', 'text', (c) => c.notNull())
    .addColumn('printed_place', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('name_fold', 'text', (c) => c.notNull())
    .addColumn('sentence', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('achievement', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('sex', 'text')
    .addColumn('person_class', 'text')
    .addColumn('area_class', 'text')
    .addColumn('is_border_area', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('is_small_collective', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('field', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('coefficient_hundredths', 'integer')
    .addColumn('base_salary_vnd', int8(db))
    .addColumn('prize_raw_vnd', int8(db))
    .addColumn('prize_vnd', int8(db))
    .addColumn('prize_certainty', 'text')
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('active'))
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('award_status_known', sql`status in ('active','cancelled')`)
    .execute();
  // The list of one year and province, newest first, is a walk of this index.
  await db.schema.createIndex('award_list_idx').on('award').columns(['year', 'unit_id', 'decided_on', 'id']).execute();
  await db.schema.createIndex('award_year_idx').on('award').columns(['year', 'decided_on', 'id']).execute();
  await db.schema.createIndex('award_unit_idx').on('award').columns(['unit_id', 'decided_on', 'id']).execute();
  await db.schema.createIndex('award_date_idx').on('award').columns(['decided_on', 'id']).execute();
  // What a province may see is the union of three such walks: its own, those it issued, those of its cluster-years.
  // (Year and unit stand at its end so that a filter on them is answered by the index alone.)
  await db.schema
    .createIndex('award_issuer_idx')
    .on('award')
    .columns(['issuing_unit_id', 'decided_on', 'id', 'year', 'unit_id'])
    .execute();
  await db.schema
    .createIndex('award_cluster_year_idx')
    .on('award')
    .columns(['cluster_year_id', 'decided_on', 'id'])
    .execute();
  await db.schema.createIndex('award_recipient_idx').on('award').columns(['recipient_id', 'year']).execute();
  await db.schema.createIndex('award_decision_idx').on('award').columns(['decision_id']).execute();

  await table(db, 'golden_book')
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('next_number', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('golden_book_pk', ['unit_id', 'year'])
    .execute();

  await table(db, 'certificate')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('award_id', 'text', (c) => c.notNull().references('award.id'))
    .addColumn('decision_id', 'text', (c) => c.notNull().references('decision.id'))
    .addColumn('issuing_unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('golden_book_year', 'integer', (c) => c.notNull())
    .addColumn('golden_book_number', 'integer', (c) => c.notNull())
    .addColumn('verify_code', 'text', (c) => c.notNull().unique())
    .addColumn('key_id', 'text', (c) => c.notNull())
    .addColumn('signature', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull().defaultTo('made'))
    .addColumn('print_count', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('printed_at', 'text')
    .addColumn('signed_at', 'text')
    .addColumn('sealed_at', 'text')
    .addColumn('handed_on', 'text')
    .addColumn('handed_to', 'text')
    .addColumn('cancelled_on', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('golden_book_number_once', ['issuing_unit_id', 'golden_book_year', 'golden_book_number'])
    .addCheckConstraint('certificate_status_known', sql`status in ('made','printed','signed','sealed','handed')`)
    .execute();
  await db.schema
    .createIndex('certificate_decision_idx')
    .on('certificate')
    .columns(['decision_id', 'golden_book_number'])
    .execute();
  await db.schema.createIndex('certificate_award_idx').on('certificate').columns(['award_id']).execute();
}
