import { engineOf } from '#db/core/schema.ts';
import type { Database, Writer } from '#db/database.ts';

/** Tables whose rows are found by `id`. */
type Lockable = {
  [Table in keyof Database]: Database[Table] extends { id: string } ? Table : never;
}[keyof Database];

/**
 * Makes other transactions wait that want to lock or change these rows; rows that only refer to them go on.
 * Always in the order of ids, so that two never wait for each other. SQLite has one writer, so there is nothing to do.
 */
export async function lockRows(tx: Writer, table: Lockable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || engineOf(tx) === 'sqlite') return;
  await tx
    .selectFrom(table as 'unit')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
