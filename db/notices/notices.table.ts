import type { Generated, Insertable, Selectable } from 'kysely';

/** Thông báo to one account: worded from its code and facts in the reader's language. */
export interface NoticeTable {
  id: string;
  accountId: string;
  at: string;
  code: string;
  facts: Generated<string>;
  link: string | null;
  readAt: string | null;
}
export type NoticeRow = Selectable<NoticeTable>;
export type NewNotice = Insertable<NoticeTable>;
