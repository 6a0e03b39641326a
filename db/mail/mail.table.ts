import type { Generated, Insertable, Selectable } from 'kysely';
import type { LetterStatus, LettersWanted } from '#shared/mail/mail.schema.ts';

/** What one person wants by mail; no row: reminders only, and no address is known. */
export interface MailSettingTable {
  accountId: string;
  address: string | null;
  letters: Generated<LettersWanted>;
  /** 1: a letter each morning with what waits (thư tóm tắt hằng ngày). */
  digest: Generated<number>;
  /** The day in Việt Nam whose digest was made, YYYY-MM-DD. */
  digestOn: string | null;
  version: Generated<number>;
}
export type MailSettingRow = Selectable<MailSettingTable>;

/** Thư: written with what it tells about, sent afterwards. */
export interface MailLetterTable {
  id: string;
  accountId: string;
  subject: string;
  content: string;
  /** Why: the code of the notice, or what else it is. */
  code: string;
  /** Address of the page it is about, from `/`. */
  link: string | null;
  status: Generated<LetterStatus>;
  attempt: Generated<number>;
  /** Not tried before this instant. */
  runAfter: string;
  /** Why the last try failed, as the mail server said it. */
  error: string | null;
  createdAt: string;
  sentAt: string | null;
  sentTo: string | null;
  version: Generated<number>;
}
export type MailLetterRow = Selectable<MailLetterTable>;
export type NewMailLetter = Insertable<MailLetterTable>;

/** That a unit was told of a due date, so many days after it (negative: before). */
export interface DueReminderTable {
  /** The report, or the signature asked for under a pledge. */
  subjectId: string;
  dueOn: string;
  days: number;
  toldAt: string;
}
export type NewDueReminder = Insertable<DueReminderTable>;
