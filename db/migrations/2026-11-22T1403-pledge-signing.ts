import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * The steps of a pledge (giao ước): members' opinions on the draft, the frozen content that is signed, and the
 * signatures that lost their force because the content changed afterwards.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('pledge').addColumn('consult_due_on', 'text').execute();
  await db.schema.alterTable('pledge').addColumn('consult_opened_at', 'text').execute();
  await db.schema.alterTable('pledge').addColumn('frozen_at', 'text').execute();
  await db.schema.alterTable('pledge').addColumn('published_on', 'text').execute();
  await db.schema.alterTable('pledge').addColumn('place', 'text').execute();
  await db.schema
    .alterTable('pledge_target')
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema
    .alterTable('pledge_target')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema
    .alterTable('pledge_signature')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();

  await table(db, 'pledge_opinion')
    .addColumn('pledge_id', 'text', (c) => c.notNull().references('pledge.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('stance', 'text', (c) => c.notNull())
    .addColumn('opinion', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('given_at', 'text', (c) => c.notNull())
    .addColumn('given_by_name', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('pledge_opinion_pk', ['pledge_id', 'unit_id'])
    .addCheckConstraint('pledge_opinion_stance_known', sql`stance in ('agree','amend')`)
    .execute();

  await table(db, 'pledge_voided_signature')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('pledge_id', 'text', (c) => c.notNull().references('pledge.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('signed_on', 'text', (c) => c.notNull())
    .addColumn('capacity', 'text')
    .addColumn('signatory_name', 'text')
    .addColumn('content_hash', 'text')
    .addColumn('file_id', 'text')
    .addColumn('voided_at', 'text', (c) => c.notNull())
    .addColumn('voided_by_name', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('pledge_voided_signature_idx')
    .on('pledge_voided_signature')
    .columns(['pledge_id'])
    .execute();
}
