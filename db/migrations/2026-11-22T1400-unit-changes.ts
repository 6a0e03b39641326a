import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';
import { viSortKey } from '#shared/core/vi-sort-key.ts';

/**
 * What happened to units (thành lập, đổi tên, sáp nhập, chia tách, giải thể) as one record with its legal document,
 * so that a name or a line of descent says where it comes from; and where a unit stood before it got another parent.
 *
 * Names get a key that sorts as the Vietnamese alphabet does on both databases. It is made by the program: who changes
 * `viSortKey` fills the column again in a migration of its own.
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
  await db.schema
    .alterTable('unit_name')
    .addColumn('name_sort', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  for (const { id, name } of await db.selectFrom('unit_name').select(['id', 'name']).execute())
    await db
      .updateTable('unit_name')
      .set({ name_sort: viSortKey(name) })
      .where('id', '=', id)
      .execute();
  await sql`update unit_name set full_name = (select u.full_name from unit u where u.id = unit_name.unit_id)
    where (select count(*) from unit_name o where o.unit_id = unit_name.unit_id) = 1`.execute(db);
  await db.schema.createIndex('unit_name_sort_idx').on('unit_name').columns(['name_sort', 'unit_id']).execute();
  await db.schema.alterTable('unit_lineage').addColumn('change_id', 'text').execute();
  // unit.parent_id is the last parent; the ones before it stand here with their days.
  await table(db, 'unit_former_parent')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('parent_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text', (c) => c.notNull())
    .addColumn('change_id', 'text')
    .execute();
  await db.schema.createIndex('unit_former_parent_unit_idx').on('unit_former_parent').columns(['unit_id']).execute();
  await db.schema
    .createIndex('unit_former_parent_parent_idx')
    .on('unit_former_parent')
    .columns(['parent_id'])
    .execute();
  await db.schema.createIndex('unit_lineage_descendant_idx').on('unit_lineage').columns(['descendant_id']).execute();
  await db.schema.createIndex('unit_fold_idx').on('unit').columns(['name_fold']).execute();
}
