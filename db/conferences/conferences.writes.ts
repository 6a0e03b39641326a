import type { UpdateObject } from 'kysely';
import type { NewAgendaItem, NewConference, NewDelegate } from '#db/conferences/conferences.table.ts';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';

/** Holds the year until the transaction ends, so that two cannot set up its conference at once. */
export async function lockYear(tx: Writer, clusterYearId: string): Promise<void> {
  await lockRows(tx, 'clusterYear', [clusterYearId]);
}

/** Holds a conference: its minutes are not closed while a line of it changes, nor the other way round. */
export async function lockConference(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'conference', [id]);
}

export async function lockDelegates(tx: Writer, ids: readonly string[]): Promise<void> {
  await lockRows(tx, 'delegate', ids);
}

export async function insertConference(tx: Writer, conference: NewConference): Promise<void> {
  await tx.insertInto('conference').values(conference).execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateConference(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'conference'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('conference')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The programme is kept as a whole: lines have no life of their own. */
export async function replaceAgenda(tx: Writer, conferenceId: string, items: readonly NewAgendaItem[]): Promise<void> {
  await tx.deleteFrom('agendaItem').where('conferenceId', '=', conferenceId).execute();
  if (items.length > 0)
    await tx
      .insertInto('agendaItem')
      .values([...items])
      .execute();
}

export async function insertDelegate(tx: Writer, delegate: NewDelegate): Promise<void> {
  await tx.insertInto('delegate').values(delegate).execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateDelegate(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'delegate'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('delegate')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteDelegate(tx: Writer, id: string, seenVersion: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('delegate')
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
