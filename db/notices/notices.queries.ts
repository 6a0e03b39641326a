import type { Reader } from '#db/database.ts';
import type { NoticeRow } from '#db/notices/notices.table.ts';

/** Notices of one account, newest first. */
export function listNotices(db: Reader, accountId: string, limit: number): Promise<NoticeRow[]> {
  return db
    .selectFrom('notice')
    .selectAll()
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** How many notices somebody has not read, counted up to `most`. */
export async function countUnread(db: Reader, accountId: string, most: number): Promise<number> {
  const rows = await db
    .selectFrom('notice')
    .select('id')
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .limit(most)
    .execute();
  return rows.length;
}
