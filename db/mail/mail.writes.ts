import type { Writer } from '#db/database.ts';
import type { MailLetterRow, NewDueReminder, NewMailLetter } from '#db/mail/mail.table.ts';
import type { LetterStatus, LettersWanted } from '#shared/mail/mail.schema.ts';

const ROWS_AT_ONCE = 100;

export async function insertLetters(tx: Writer, letters: readonly NewMailLetter[]): Promise<void> {
  for (let from = 0; from < letters.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('mailLetter')
      .values(letters.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

type Setting = { address: string | null; letters: LettersWanted; digest: number };

/** @returns false when somebody saved meanwhile; `seenVersion` 0: there was no row */
export async function putMailSetting(
  tx: Writer,
  accountId: string,
  setting: Setting,
  seenVersion: number,
): Promise<boolean> {
  if (seenVersion === 0) {
    const { numInsertedOrUpdatedRows: count } = await tx
      .insertInto('mailSetting')
      .values({ accountId, ...setting, digestOn: null })
      .onConflict((on) => on.column('accountId').doNothing())
      .executeTakeFirst();
    return count === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('mailSetting')
    .set({ ...setting, version: seenVersion + 1 })
    .where('accountId', '=', accountId)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** @returns false when the letter changed meanwhile */
export async function setLetterStatus(
  tx: Writer,
  { id, seenVersion }: { id: string; seenVersion: number },
  change: { status: LetterStatus; runAfter?: string; attempt?: number; error?: null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailLetter')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export type ClaimedLetter = Pick<MailLetterRow, 'id' | 'subject' | 'content' | 'attempt' | 'version'> & {
  address: string;
};

/**
 * Takes the next letter that is due and whose person has an address and an open account, and counts the try. It is not due again before
 * `until`: a process that dies meanwhile leaves it to be sent then.
 */
export async function claimLetter(tx: Writer, now: string, until: string): Promise<ClaimedLetter | undefined> {
  const found = await tx
    .selectFrom('mailLetter as letter')
    .innerJoin('mailSetting as mail', 'mail.accountId', 'letter.accountId')
    .innerJoin('accountProfile as profile', 'profile.userId', 'letter.accountId')
    .where('letter.status', '=', 'waiting')
    .where('letter.runAfter', '<=', now)
    .where('mail.address', 'is not', null)
    .where('profile.disabledAt', 'is', null)
    .select(['letter.id', 'letter.subject', 'letter.content', 'letter.attempt', 'letter.version', 'mail.address'])
    .orderBy('letter.runAfter')
    .orderBy('letter.id')
    .limit(1)
    .executeTakeFirst();
  if (!found) return undefined;
  const { numUpdatedRows } = await tx
    .updateTable('mailLetter')
    // What the last try said goes: a waiting letter with an error rests between two tries, and may be hurried.
    .set({ attempt: found.attempt + 1, runAfter: until, error: null, version: found.version + 1 })
    .where('id', '=', found.id)
    .where('version', '=', found.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return undefined; // another process took it
  return { ...found, address: found.address!, attempt: found.attempt + 1, version: found.version + 1 };
}

type End =
  | { status: 'sent'; sentAt: string; sentTo: string; error: null }
  | { status: 'waiting' | 'failed'; runAfter: string; error: string };

/** What became of a try; nothing where the letter was dropped or taken by another meanwhile. */
export async function endTry(tx: Writer, { id, version }: ClaimedLetter, end: End): Promise<void> {
  await tx
    .updateTable('mailLetter')
    .set({ ...end, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** @returns true for the first that says so: this reminder of this due date was not told before */
export async function noteDueReminder(tx: Writer, reminder: NewDueReminder): Promise<boolean> {
  const { numInsertedOrUpdatedRows: count } = await tx
    .insertInto('dueReminder')
    .values(reminder)
    .onConflict((on) => on.columns(['subjectId', 'dueOn', 'days']).doNothing())
    .executeTakeFirst();
  return count === 1n;
}

/** @returns true for the first that says so on that day */
export async function noteDigest(tx: Writer, accountId: string, day: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mailSetting')
    .set({ digestOn: day })
    .where('accountId', '=', accountId)
    .where((eb) => eb.or([eb('digestOn', 'is', null), eb('digestOn', '<', day)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Forgets letters written before `before` (UTC instant), sent or not. */
export async function sweepLetters(tx: Writer, before: string): Promise<void> {
  await tx.deleteFrom('mailLetter').where('createdAt', '<', before).execute();
}
