import type { UpdateObject } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';
import type { NewExemplar } from '#db/exemplars/exemplars.table.ts';

export async function insertExemplar(tx: Writer, exemplar: NewExemplar): Promise<void> {
  await tx.insertInto('exemplar').values(exemplar).execute();
}

/** Holds an exemplar until the transaction ends. */
export async function lockExemplar(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'exemplar', [id]);
}

/**
 * Changes an exemplar that is still there at the version the person saw, and counts the version up.
 * @returns false when somebody was quicker; nothing is written then
 */
export async function updateExemplar(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'exemplar'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('exemplar')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
