import type { UpdateObject } from 'kysely';
import type { NewConferencePack, NewPaperTemplate } from '#db/conferences/packs.table.ts';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';

/** Holds a cluster: its papers have one template in use at a time. */
export async function lockCluster(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'cluster', [id]);
}

/** Holds a version: it is not cleared while it is being marked as sent. */
export async function lockPacks(tx: Writer, ids: readonly string[]): Promise<void> {
  await lockRows(tx, 'conferencePack', ids);
}

export async function insertPack(tx: Writer, pack: NewConferencePack): Promise<void> {
  await tx.insertInto('conferencePack').values(pack).execute();
}

/** Changes a version that was not sent. @returns false when it was, or somebody was quicker; nothing is written then */
export async function updateUnsentPack(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'conferencePack'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('conferencePack')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('sentAt', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertTemplate(tx: Writer, template: NewPaperTemplate): Promise<void> {
  await tx.insertInto('paperTemplate').values(template).execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateTemplate(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'paperTemplate'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('paperTemplate')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
