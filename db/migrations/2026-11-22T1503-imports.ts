import { type Kysely, sql } from 'kysely';
import { int8, table } from '#db/core/schema.ts';

/** Nhập từ Excel: a run from file to undo, its rows as they were read and judged, and remembered column mappings. */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'import_run')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('unit_id', 'text', (c) => c.references('unit.id'))
    .addColumn('cluster_year_id', 'text', (c) => c.references('cluster_year.id'))
    // Kỳ báo cáo of report values.
    .addColumn('period', 'text')
    .addColumn('file_id', 'text', (c) => c.notNull().references('file.id'))
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('file_sha256', 'text', (c) => c.notNull())
    // JSON: sheets, header row, columns with samples, fonts and encodings, as the reading process found them.
    .addColumn('found', 'text')
    // JSON: what the person chose: sheet, header row, field of each column, encoding of each column.
    .addColumn('chosen', 'text')
    // JSON: corrections applied to all alike values: [{field, from, to}].
    .addColumn('corrections', 'text', (c) => c.notNull().defaultTo('[]'))
    // JSON: {total, new, changed, unchanged, wrong, doubtful, applied}.
    .addColumn('counts', 'text')
    // JSON: [{verdict, from, to}] of the last check after a correction.
    .addColumn('moved', 'text')
    // JSON: [{field, value, rowCount, suggestions}], values outside a list.
    .addColumn('unknown_values', 'text')
    .addColumn('job_id', 'text')
    // JSON: [{code, facts}], why it failed.
    .addColumn('error', 'text')
    // From it and a key of the server the first passwords of accounts follow; gone once they were fetched.
    .addColumn('password_seed', 'text')
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('applied_at', 'text')
    .addColumn('undo_until', 'text')
    .addColumn('undone_at', 'text')
    .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint(
      'import_run_status_known',
      sql`status in ('reading','mapping','checking','checked','applying','applied','undoing','undone','cancelled','failed')`,
    )
    .execute();
  await db.schema.createIndex('import_run_list_idx').on('import_run').columns(['created_by', 'created_at']).execute();

  await table(db, 'import_row')
    .addColumn('run_id', 'text', (c) => c.notNull().references('import_run.id'))
    .addColumn('row_number', 'integer', (c) => c.notNull())
    // JSON: the texts of the cells as read and converted, one for each column.
    .addColumn('cells', 'text', (c) => c.notNull())
    // JSON: values by field, ready to be written; null while wrong.
    .addColumn('parsed', 'text')
    .addColumn('verdict', 'text', (c) => c.notNull())
    // JSON: [{code, field, facts, suggestions}].
    .addColumn('reasons', 'text', (c) => c.notNull().defaultTo('[]'))
    // JSON: [{field, from, to}] of a row that changes a record.
    .addColumn('changes', 'text')
    // What a person said of a doubtful row: 'new', or the id of the recipient that is meant.
    .addColumn('decided', 'text')
    // JSON of what was made or changed, with the values before: enough to undo.
    .addColumn('effect', 'text')
    .addColumn('applied_at', 'text')
    // JSON of a reason: why the undo left what this row wrote. 'undone' where it did not.
    .addColumn('undo', 'text')
    .addPrimaryKeyConstraint('import_row_pk', ['run_id', 'row_number'])
    .addCheckConstraint(
      'import_row_verdict_known',
      sql`verdict in ('new','changed','unchanged','wrong','doubtful','skipped')`,
    )
    .execute();
  await db.schema
    .createIndex('import_row_verdict_idx')
    .on('import_row')
    .columns(['run_id', 'verdict', 'row_number'])
    .execute();

  // Whether an award is recorded already is asked by name and day, hundreds at a time.
  await db.schema.createIndex('award_fold_idx').on('award').columns(['name_fold', 'decided_on']).execute();

  await table(db, 'import_shape')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.notNull())
    // SHA-256 of the folded headings in their order.
    .addColumn('shape', 'text', (c) => c.notNull())
    .addColumn('mapping', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('import_shape_pk', ['kind', 'account_id', 'shape'])
    .execute();

  // Work that a person waits for: its name, who may see it, in which lane it runs alone, and how far it is.
  for (const [name, type] of [
    ['lane', 'text'],
    ['unit_id', 'text'],
    ['subject_id', 'text'],
    ['file_id', 'text'],
    ['started_at', 'text'],
  ] as const)
    await db.schema.alterTable('job').addColumn(name, type).execute();
  await db.schema.alterTable('job').addColumn('progress_total', int8(db)).execute();
  await db.schema
    .alterTable('job')
    .addColumn('cancel_asked', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('job_list_idx').on('job').columns(['created_by', 'id']).execute();

  await table(db, 'job_log')
    .addColumn('job_id', 'text', (c) => c.notNull().references('job.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull().defaultTo('{}'))
    .addPrimaryKeyConstraint('job_log_pk', ['job_id', 'position'])
    .execute();

  // Thông báo: told once, read or not.
  await table(db, 'notice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('facts', 'text', (c) => c.notNull().defaultTo('{}'))
    .addColumn('link', 'text')
    .addColumn('read_at', 'text')
    .execute();
  await db.schema.createIndex('notice_list_idx').on('notice').columns(['account_id', 'id']).execute();
}
