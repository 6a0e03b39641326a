import type { Reader } from '#db/database.ts';

/** Whether a job of this kind was queued at or after an instant (ISO), whatever became of it. */
export async function hasJobSince(db: Reader, kind: string, since: string): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('createdAt', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
