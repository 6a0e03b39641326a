import { type Kysely, sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/** Chế độ xem: filters, order and columns of a list under a name, for oneself, for the unit or as a role's default. */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'saved_view')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('list', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('owner_id', 'text', (c) => c.notNull())
    .addColumn('audience', 'text', (c) => c.notNull())
    .addColumn('unit_id', 'text')
    .addColumn('role', 'text')
    // The query string of the list, and JSON of its columns: order, widths, hidden ones, density.
    .addColumn('query', 'text', (c) => c.notNull())
    .addColumn('layout', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint('saved_view_audience_known', sql`audience in ('mine','unit','role')`)
    .addCheckConstraint(
      'saved_view_audience_named',
      sql`(audience = 'unit') = (unit_id is not null) and (audience = 'role') = (role is not null)`,
    )
    .execute();
  await db.schema
    .createIndex('saved_view_name_idx')
    .on('saved_view')
    .columns(['list', 'owner_id', 'name'])
    .unique()
    .execute();
  // One default for each role of each list; views without a role do not meet here.
  await db.schema.createIndex('saved_view_role_idx').on('saved_view').columns(['list', 'role']).unique().execute();
  await db.schema.createIndex('saved_view_unit_idx').on('saved_view').columns(['unit_id', 'list']).execute();

  // How somebody last left the columns: of a list ('awards'), or of one view of it ('awards:' and the view's id).
  await table(db, 'list_layout')
    .addColumn('account_id', 'text', (c) => c.notNull())
    .addColumn('list', 'text', (c) => c.notNull())
    .addColumn('layout', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('list_layout_pk', ['account_id', 'list'])
    .execute();
}
