import { type Kysely, sql } from 'kysely';
import { engineOf } from '#db/core/schema.ts';

/**
 * On PostgreSQL makes every text column of every table compare by its bytes, as on SQLite, whatever language the
 * database was created in. For the last migration of a release.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function compareTextByBytes(db: Kysely<any>): Promise<void> {
  if (engineOf(db) === 'sqlite') return;
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as "table", array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = current_schema() and data_type = 'text' and collation_name is distinct from 'C'
      and table_name not like 'kysely%'
    group by table_name order by table_name`.execute(db);
  for (const { table, columns } of rows) {
    const changes = columns.map((column) => sql`alter column ${sql.ref(column)} type text collate "C"`);
    await sql`alter table ${sql.table(table)} ${sql.join(changes)}`.execute(db);
  }
}
