import type { Writer } from '#db/database.ts';
import type { NewNotice } from '#db/notices/notices.table.ts';

export async function insertNotice(tx: Writer, notice: NewNotice): Promise<void> {
  await tx.insertInto('notice').values(notice).execute();
}

const ROWS_AT_ONCE = 100;

/** Tells many accounts at once; in parts, because a statement takes only so many values. */
export async function insertNotices(tx: Writer, notices: readonly NewNotice[]): Promise<void> {
  for (let from = 0; from < notices.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('notice')
      .values(notices.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

/** Marks notices of one account as read, up to `upToId` or the one named. */
export async function markNoticesRead(
  tx: Writer,
  accountId: string,
  { id, upToId }: { id?: string | undefined; upToId?: string | undefined },
  at: string,
): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ readAt: at })
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .$if(id !== undefined, (qb) => qb.where('id', '=', id!))
    .$if(upToId !== undefined, (qb) => qb.where('id', '<=', upToId!))
    .execute();
}

/** Forgets what was told before `before` (UTC instant). */
export async function sweepNotices(tx: Writer, before: string): Promise<void> {
  await tx.deleteFrom('notice').where('at', '<', before).execute();
}
