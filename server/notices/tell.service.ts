import type { Writer } from '#db/database.ts';
import { insertNotices } from '#db/notices/notices.writes.ts';
import { queueLetter, type Told, type Writing } from '#server/mail/letters.service.ts';

/** Tells these accounts (thông báo), inside a transaction; those who want it by mail get a letter too. */
export async function tellAccounts(app: Writing, tx: Writer, accountIds: readonly string[], told: Told): Promise<void> {
  // Notices are swept by the real clock, whatever day the demo has.
  const at = new Date().toISOString();
  const { code, facts, link } = told;
  await insertNotices(
    tx,
    accountIds.map((accountId) => ({
      id: app.newId(),
      accountId,
      at,
      code,
      facts: JSON.stringify(facts),
      link,
      readAt: null,
    })),
  );
  await queueLetter(app, tx, accountIds, told);
}
