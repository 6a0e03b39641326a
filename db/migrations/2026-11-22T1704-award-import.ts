import { type Kysely, sql } from 'kysely';
import { engineOf } from '#db/core/schema.ts';

/**
 * Which import wrote an award last, so that what came with a file is seen as a list of its own. No foreign key: a
 * look at the run for each of a hundred thousand rows would slow every import; an invariant asks instead.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  const isPostgres = engineOf(db) === 'postgres';
  await db.schema
    .alterTable('award')
    .addColumn('import_run_id', isPostgres ? sql`text collate "C"` : 'text')
    .execute();
  // Later runs last: a row that two files wrote is of the later one.
  const { rows: runs } = await sql<{ id: string }>`select id from import_run where kind = 'awards'
    order by coalesce(applied_at, created_at), id`.execute(db);
  const effect = isPostgres ? sql`effect::json` : sql`effect`;
  for (const { id } of runs)
    await sql`update award set import_run_id = ${id} where id in (
      select coalesce(${effect} ->> 'made', ${effect} ->> 'changed') from import_row
      where run_id = ${id} and effect is not null and coalesce(undo, '') <> 'undone')`.execute(db);
  // Only what was imported: an award that the system gives costs nothing here.
  await sql`create index award_import_idx on award (import_run_id, decided_on, id)
    where import_run_id is not null`.execute(db);
}
