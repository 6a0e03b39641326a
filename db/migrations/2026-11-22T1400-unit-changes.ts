import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * What happened to units (thành lập, đổi tên, sáp nhập, chia tách, giải thể) as one record with its legal document,
 * so that a name or a line of descent says where it comes from.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'unit_change')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('effective_on', 'text', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addCheckConstraint('unit_change_kind_known', sql`kind in ('add','rename','merge','split','close')`)
    .execute();

  // Null: from before changes were recorded one by one (the catalogue).
  await db.schema.alterTable('unit_name').addColumn('full_name', 'text').execute();
  await db.schema.alterTable('unit_name').addColumn('change_id', 'text').execute();
  await db.schema.alterTable('unit_lineage').addColumn('change_id', 'text').execute();
  await db.schema.createIndex('unit_lineage_descendant_idx').on('unit_lineage').columns(['descendant_id']).execute();
  await db.schema.createIndex('unit_fold_idx').on('unit').columns(['name_fold']).execute();
}
