import type { UpdateObject } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';
import type { NewLaunch, NewMovement } from '#db/movements/movements.table.ts';

/** Holds a year until the transaction ends: its list of movements and its launch have one writer at a time. */
export async function lockYear(tx: Writer, clusterYearId: string): Promise<void> {
  await lockRows(tx, 'clusterYear', [clusterYearId]);
}

export async function insertMovement(tx: Writer, movement: NewMovement): Promise<void> {
  await tx.insertInto('movement').values(movement).execute();
}

/** Puts a movement at the end of the list of a year; the year is to be locked before. */
export async function takeUpMovement(tx: Writer, clusterYearId: string, movementId: string): Promise<void> {
  const last = await tx
    .selectFrom('clusterYearMovement')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('clusterYearId', '=', clusterYearId)
    .executeTakeFirst();
  const position = Number(last?.position ?? 0) + 1;
  await tx.insertInto('clusterYearMovement').values({ clusterYearId, movementId, position }).execute();
}

/** @returns false when the year did not have it */
export async function dropMovement(tx: Writer, clusterYearId: string, movementId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('clusterYearMovement')
    .where('clusterYearId', '=', clusterYearId)
    .where('movementId', '=', movementId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/**
 * Changes a movement that is still at the version the person saw and counts the version up.
 * @returns false when somebody was quicker; nothing is written then
 */
export async function updateMovement(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'movement'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('movement')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes the launch of a year with its contents in order; the year is to be locked and the version compared before. */
export async function putLaunch(tx: Writer, launch: NewLaunch, contents: readonly string[]): Promise<void> {
  const { clusterYearId, launchedOn, place, launchedBy, version } = launch;
  await tx
    .insertInto('launch')
    .values(launch)
    .onConflict((conflict) => conflict.column('clusterYearId').doUpdateSet({ launchedOn, place, launchedBy, version }))
    .execute();
  await tx.deleteFrom('launchContent').where('clusterYearId', '=', clusterYearId).execute();
  if (contents.length === 0) return;
  await tx
    .insertInto('launchContent')
    .values(contents.map((content, index) => ({ clusterYearId, position: index + 1, content })))
    .execute();
}
