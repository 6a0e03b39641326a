import type { Reason } from '#shared/core/reason.ts';
import type { LettersWanted } from '#shared/mail/mail.schema.ts';

const LONGEST_ADDRESS = 254;
const MAILBOX = /^[^\s@<>,;:"'()[\]\\]{1,64}@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** Why letters cannot go to this address: one mailbox, without a name, a second address or a line break. */
export function addressReasons(address: string): Reason[] {
  if (address === '' || (address.length <= LONGEST_ADDRESS && MAILBOX.test(address))) return [];
  return [{ code: 'mail.address-format', field: 'address', facts: { found: address.slice(0, 60) } }];
}

/** Enough to know one's own address by, for a history that others read: `l***@langson.gov.vn`. */
export function maskedAddress(address: string | null): string | null {
  if (address === null) return null;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

/** Notices that remind of what is due: they go by mail unless somebody wants no letters at all. */
const isReminder = (code: string) => code === 'notice.report-reminder' || code.startsWith('notice.due-');

/** Whether a notice is written as a letter too. Only reminders wait in the outbox for whoever has no address yet. */
export function isWanted(code: string, letters: LettersWanted, hasAddress: boolean): boolean {
  if (letters === 'none') return false;
  return isReminder(code) || (letters === 'all' && hasAddress);
}

/** Tries of one letter; then it stands as failed and the administrator decides. */
export const MOST_TRIES = 6;
const PAUSES_MINUTES = [1, 5, 30, 120, 720];
const MS_PER_MINUTE = 60_000;

/** When a letter whose try failed is tried again. @param attempt tries so far, 1 or more */
export function nextTryAt(attempt: number, now: Date): Date {
  const minutes = PAUSES_MINUTES[Math.min(attempt, PAUSES_MINUTES.length) - 1]!;
  return new Date(now.getTime() + minutes * MS_PER_MINUTE);
}

/** Days around a due date at which the reporter of a unit that has not sent is told (negative: before). */
export const REMINDER_DAYS: readonly number[] = [-3, 0, 1, 3];
/** A server that was off catches up on a reminder this many days late, not on older ones. */
const CATCH_UP_DAYS = 2;
/** How far from today a due date can lie that anybody is reminded of. */
export const REMINDER_SPAN = { before: -Math.min(...REMINDER_DAYS), after: Math.max(...REMINDER_DAYS) + CATCH_UP_DAYS };

/**
 * Which reminder belongs to a day: the latest whose day has come, unless that is long past.
 * @param late days from the due date to today, negative before it
 */
export function reminderFor(late: number): number | null {
  const due = REMINDER_DAYS.filter((days) => days <= late).at(-1);
  return due === undefined || late - due > CATCH_UP_DAYS ? null : due;
}
