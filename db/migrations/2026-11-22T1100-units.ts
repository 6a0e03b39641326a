import type { Kysely } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * Units (đơn vị) of any depth, each with a span of life. A code is an attribute with dates, never a key:
 * code 15 was Yên Bái until 30/06/2025 and has been Lào Cai since.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is frozen; it must not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'unit')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('parent_id', 'text', (c) => c.references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('full_name', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text')
    .addColumn('name_fold', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .addColumn('source', 'text')
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .execute();
  await db.schema.createIndex('unit_parent_idx').on('unit').columns(['parent_id']).execute();

  await table(db, 'unit_name')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_fold', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .execute();
  await db.schema.createIndex('unit_name_unit_idx').on('unit_name').columns(['unit_id']).execute();

  await table(db, 'unit_code')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('scheme', 'text', (c) => c.notNull())
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .execute();
  await db.schema.createIndex('unit_code_idx').on('unit_code').columns(['scheme', 'code']).execute();

  await table(db, 'unit_lineage')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('ancestor_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('descendant_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('from_on', 'text', (c) => c.notNull())
    .addColumn('share_permille', 'integer', (c) => c.notNull())
    .addColumn('source', 'text')
    .addUniqueConstraint('unit_lineage_once', ['ancestor_id', 'descendant_id', 'from_on'])
    .execute();
}
