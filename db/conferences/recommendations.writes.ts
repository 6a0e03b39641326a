import type { UpdateObject } from 'kysely';
import type { NewRecommendation, NewRecommendationTask } from '#db/conferences/conferences.table.ts';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';

/** Holds a recommendation: a unit does not report while its task is taken away. */
export async function lockRecommendation(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'recommendation', [id]);
}

/** Holds tasks: nobody brings a document for one that is being taken away. */
export async function lockTasks(tx: Writer, ids: readonly string[]): Promise<void> {
  await lockRows(tx, 'recommendationTask', ids);
}

export async function insertRecommendation(tx: Writer, recommendation: NewRecommendation): Promise<void> {
  await tx.insertInto('recommendation').values(recommendation).execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateRecommendation(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'recommendation'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recommendation')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertTasks(tx: Writer, tasks: readonly NewRecommendationTask[]): Promise<void> {
  if (tasks.length > 0)
    await tx
      .insertInto('recommendationTask')
      .values([...tasks])
      .execute();
}

export async function deleteTasks(tx: Writer, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('recommendationTask')
      .where('id', 'in', [...ids])
      .execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateTask(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'recommendationTask'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recommendationTask')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
