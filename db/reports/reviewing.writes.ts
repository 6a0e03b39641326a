import type { Writer } from '#db/database.ts';
import type { NewReportComment, NewReportReminder } from '#db/reports/reviewing.table.ts';
import type { ThreadStatus } from '#shared/reports/reviewing.schema.ts';

type Key = { reportId: string; indicatorVersionId: string };

/** Begins the thread of a figure, or moves the one that is there. */
export async function setThread(tx: Writer, key: Key, status: ThreadStatus): Promise<void> {
  await tx
    .insertInto('reportThread')
    .values({ ...key, status })
    .onConflict((conflict) =>
      conflict
        .columns(['reportId', 'indicatorVersionId'])
        .doUpdateSet((eb) => ({ status, version: eb('reportThread.version', '+', 1) })),
    )
    .execute();
}

/** Moves a thread as the person saw it; false when somebody wrote meanwhile. */
export async function moveThread(tx: Writer, key: Key, seenVersion: number, status: ThreadStatus): Promise<boolean> {
  const moved = await tx
    .updateTable('reportThread')
    .set({ status, version: seenVersion + 1 })
    .where('reportId', '=', key.reportId)
    .where('indicatorVersionId', '=', key.indicatorVersionId)
    .where('version', '=', seenVersion)
    .returning('version')
    .executeTakeFirst();
  return moved !== undefined;
}

export async function insertComment(tx: Writer, comment: NewReportComment): Promise<void> {
  await tx.insertInto('reportComment').values(comment).execute();
}

const ROWS_AT_ONCE = 100;

/** Keeps who was reminded when; in parts, because a statement takes only so many values. */
export async function insertReminders(tx: Writer, reminders: readonly NewReportReminder[]): Promise<void> {
  for (let from = 0; from < reminders.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('reportReminder')
      .values(reminders.slice(from, from + ROWS_AT_ONCE))
      .execute();
}
