import type { Writer } from '#db/database.ts';
import { findWishes } from '#db/mail/mail.queries.ts';
import type { NewMailLetter } from '#db/mail/mail.table.ts';
import { insertLetters } from '#db/mail/mail.writes.ts';
import type { AppContext } from '#server/core/context.ts';
import { worded } from '#server/core/worded.ts';
import type { Language } from '#shared/core/localized.ts';
import type { Facts } from '#shared/core/reason.ts';
import { isWanted } from '#shared/mail/mail.rules.ts';

/** What a letter needs of the server; the sweep has it as well as a request. */
export type Writing = Pick<AppContext, 'newId' | 'publicUrl' | 'training'>;
export type Told = { code: string; facts: Facts; link: string };
type Written = { subject: string; content: string; code: string; link: string | null };

const LONGEST_SUBJECT = 120;

/**
 * Writes what accounts are told as letters to those of them who want it by mail, in their language, in the transaction
 * of what it tells about; they are sent afterwards. None in the training copy: nobody may take what happens there for
 * real.
 */
export async function queueLetter(
  app: Writing,
  tx: Writer,
  accountIds: readonly string[],
  { code, facts, link }: Told,
): Promise<void> {
  if (app.training || accountIds.length === 0) return;
  const wishes = await findWishes(tx, accountIds);
  await insertLetters(
    tx,
    wishes
      .filter(({ address, letters }) => isWanted(code, letters ?? 'reminders', address !== null))
      .map(({ accountId, lang }) => {
        const [told] = worded([{ code, facts }], lang as Language);
        return letterOf(app, accountId, { ...letterText(app, told!.text, link, lang as Language), code, link });
      }),
  );
}

/** A letter as it is written down, to be sent as soon as it can be. */
export function letterOf({ newId }: Pick<Writing, 'newId'>, accountId: string, written: Written): NewMailLetter {
  // Letters wait and are swept by the real clock, whatever day the demo has.
  const at = new Date().toISOString();
  return { id: newId(), accountId, ...written, runAfter: at, error: null, createdAt: at, sentAt: null, sentTo: null };
}

function letterText({ publicUrl }: Writing, text: string, link: string, lang: Language) {
  const first = /^(.+?)(?:\.\s|\.?\n|\.?$)/s.exec(text)?.[1] ?? text;
  const foot =
    lang === 'en'
      ? 'Sent by Lũy Tre. Which letters you get: account menu, “E-mail”.'
      : 'Thư tự động của Lũy Tre. Đổi cách nhận thư: trình đơn tài khoản, mục “Thư điện tử”.';
  return { subject: cut(first), content: `${text}\n\n${publicUrl}${link}\n\n${foot}` };
}

const cut = (text: string) => (text.length <= LONGEST_SUBJECT ? text : `${text.slice(0, LONGEST_SUBJECT - 1)}…`);
