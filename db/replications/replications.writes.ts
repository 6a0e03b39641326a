import type { UpdateObject } from 'kysely';
import type { Database, Writer } from '#db/database.ts';
import type { NewReplication, ReplicationEntryRow } from '#db/replications/replications.table.ts';

export async function insertReplication(tx: Writer, replication: NewReplication): Promise<void> {
  await tx.insertInto('replication').values(replication).execute();
}

/**
 * Changes an adoption that is still at the version the person saw and counts the version up.
 * @returns false when somebody was quicker; nothing is written then
 */
export async function updateReplication(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'replication'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('replication')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertEntry(tx: Writer, entry: ReplicationEntryRow): Promise<void> {
  await tx.insertInto('replicationEntry').values(entry).execute();
}

export async function deleteEntry(tx: Writer, replicationId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('replicationEntry')
    .where('replicationId', '=', replicationId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
