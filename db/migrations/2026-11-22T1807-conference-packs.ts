import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * The papers of a conference as they were made (bộ tài liệu Hội nghị), one of them perhaps sent and frozen; and the
 * office's own Word templates for them.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'conference_pack')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('cluster_year_id', 'text', (c) => c.notNull().references('cluster_year.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('file_id', 'text', (c) => c.notNull().references('file.id'))
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('size_bytes', 'integer', (c) => c.notNull())
    .addColumn('contents', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('made_by_name', 'text', (c) => c.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('sent_by_name', 'text')
    .addColumn('sent_to', 'text')
    .addColumn('sent_note', 'text')
    .addColumn('removed_at', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('conference_pack_number', ['cluster_year_id', 'number'])
    .addCheckConstraint('conference_pack_sent_stays', sql`sent_at is null or removed_at is null`)
    .addCheckConstraint(
      'conference_pack_sent_whole',
      sql`(sent_at is null) = (sent_to is null) and (sent_at is null) = (sent_by_name is null)`,
    )
    .execute();

  await table(db, 'paper_template')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('cluster_id', 'text', (c) => c.notNull().references('cluster.id'))
    .addColumn('paper', 'text', (c) => c.notNull())
    .addColumn('file_id', 'text', (c) => c.notNull().references('file.id'))
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('uploaded_at', 'text', (c) => c.notNull())
    .addColumn('uploaded_by_name', 'text', (c) => c.notNull())
    .addColumn('used_from', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('paper_template_status', sql`status in ('checked','in-use','former')`)
    .addCheckConstraint('paper_template_used', sql`(status = 'checked') = (used_from is null)`)
    .execute();
  await db.schema
    .createIndex('paper_template_in_use')
    .unique()
    .on('paper_template')
    .columns(['unit_id', 'cluster_id', 'paper'])
    .where(sql<boolean>`status = 'in-use'`)
    .execute();
}
