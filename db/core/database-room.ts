import { stat } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import { schemaBytes } from '#db/core/schemas.ts';

/** Bytes that a database takes up. */
export async function databaseBytes(db: Db): Promise<number> {
  if (db.file === undefined) return schemaBytes(db);
  const sizes = await Promise.all(
    [db.file, `${db.file}-wal`].map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Whether the account may make a schema in its database, and what both are called; SQLite has none to ask. */
export async function mayCreateSchema(db: Db): Promise<{ may: boolean; database: string; user: string }> {
  if (db.engine === 'sqlite') return { may: true, database: '', user: '' };
  const { rows } = await sql<{ may: boolean; database: string; user: string }>`
    select has_database_privilege(current_database(), 'CREATE') as may,
      current_database()::text as database, current_user::text as "user"`.execute(db.reads);
  return rows[0]!;
}
