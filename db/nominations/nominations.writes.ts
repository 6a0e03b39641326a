import type { UpdateObject } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';
import type { NewNomination } from '#db/nominations/nominations.table.ts';

export async function insertNomination(tx: Writer, nomination: NewNomination): Promise<void> {
  await tx.insertInto('nomination').values(nomination).execute();
}

/**
 * Changes a nomination that is still at the version the person saw and counts the version up.
 * @returns false when somebody was quicker; nothing is written then
 */
export async function updateNomination(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'nomination'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('nomination')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Holds nominations until the transaction ends, so that none is put on a decision while it goes back, or the other
 * way round.
 */
export async function lockNominations(tx: Writer, ids: readonly string[]): Promise<void> {
  await lockRows(tx, 'nomination', ids);
}
