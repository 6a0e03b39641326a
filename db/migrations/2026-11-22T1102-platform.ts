import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/** What every feature stands on: audit, idempotency, jobs, files, settings. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  // No foreign key leaves the audit: an entry outlives what it speaks of.
  await table(db, 'audit_entry')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('actor_name', 'text', (c) => c.notNull())
    .addColumn('actor_unit_id', 'text')
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('subject_label', 'text')
    .addColumn('cluster_year_id', 'text')
    .addColumn('unit_id', 'text')
    .addColumn('reason', 'text')
    .addColumn('request_id', 'text')
    .addColumn('salt', 'text', (c) => c.notNull())
    .addColumn('leaf_hash', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('audit_entry_subject_idx')
    .on('audit_entry')
    .columns(['subject_kind', 'subject_id', 'id'])
    .execute();
  await db.schema.createIndex('audit_entry_actor_idx').on('audit_entry').columns(['actor_id', 'id']).execute();

  await table(db, 'audit_change')
    .addColumn('entry_id', 'text', (c) => c.notNull().references('audit_entry.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('old_value', 'text')
    .addColumn('new_value', 'text')
    .addPrimaryKeyConstraint('audit_change_pk', ['entry_id', 'position'])
    .execute();

  await table(db, 'idempotency')
    .addColumn('actor_id', 'text', (c) => c.notNull())
    .addColumn('procedure', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('body_hash', 'text', (c) => c.notNull())
    .addColumn('answer', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('idempotency_pk', ['actor_id', 'procedure', 'key'])
    .execute();
  await db.schema.createIndex('idempotency_age_idx').on('idempotency').columns(['created_at']).execute();

  await table(db, 'job')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('dedupe_key', 'text', (c) => c.unique())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('attempt', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('max_attempts', 'integer', (c) => c.notNull().defaultTo(5))
    .addColumn('run_after', 'text', (c) => c.notNull())
    .addColumn('lease_until', 'text')
    .addColumn('lease_owner', 'text')
    .addColumn('progress', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('result', 'text')
    .addColumn('error', 'text')
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('finished_at', 'text')
    .addCheckConstraint('job_status_known', sql`status in ('queued','running','done','failed','cancelled')`)
    .execute();
  await db.schema.createIndex('job_claim_idx').on('job').columns(['status', 'run_after']).execute();

  await table(db, 'file')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('size_bytes', int8(db), (c) => c.notNull())
    .addColumn('media_type', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('subject_kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('unit_id', 'text')
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute();
  await db.schema.createIndex('file_subject_idx').on('file').columns(['subject_kind', 'subject_id']).execute();
  await db.schema.createIndex('file_hash_idx').on('file').columns(['sha256']).execute();

  await table(db, 'setting')
    .addColumn('key', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
}
