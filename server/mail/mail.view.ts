import * as z from 'zod/mini';
import { findLetter, findMailSetting, findOutboxState, listLetters, listRecipients } from '#db/mail/mail.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { digestOf } from '#server/mail/digest.service.ts';
import { decodeCursor, pageOf } from '#shared/core/page.ts';
import { notFound } from '#shared/core/refusal.ts';
import type { LetterFilters, LettersWanted, RecipientFilters } from '#shared/mail/mail.schema.ts';

const LETTERS_ON_A_PAGE = 50;
const RECIPIENTS_ON_A_PAGE = 100;
const letterKey = z.tuple([z.string()]);

/** Why letters stay in the outbox: this is the demo or the training copy, or no mail server is configured. */
export type Silence = 'demo' | 'training' | 'not-configured';

function silenceOf({ demo, training, mailer }: ActorContext): Silence | null {
  if (training) return 'training';
  if (demo) return 'demo';
  return mailer ? null : 'not-configured';
}

/** How the caller gets letters. */
export async function mailSettings(ctx: ActorContext) {
  const found = await findMailSetting(ctx.db.reads, ctx.actor.accountId);
  return {
    address: found?.address ?? '',
    letters: found?.letters ?? ('reminders' satisfies LettersWanted),
    digest: found?.digest === 1,
    version: found?.version ?? 0,
    silence: silenceOf(ctx),
  };
}

/** What the digest would say now; null where nothing waits. */
export async function previewDigest(ctx: ActorContext) {
  return { digest: await digestOf(ctx) };
}

/** Người nhận: where the letters of each account go. */
export async function recipientPage(ctx: ActorContext, { missing = false, cursor }: RecipientFilters) {
  const after = decodeCursor(letterKey, cursor)?.[0];
  const rows = await listRecipients(ctx.db.reads, { missing, after, limit: RECIPIENTS_ON_A_PAGE });
  const page = pageOf(rows, RECIPIENTS_ON_A_PAGE, ({ username }) => [username]);
  return {
    ...page,
    rows: page.rows.map(({ letters, digest, version, ...row }) => ({
      ...row,
      letters: letters ?? ('reminders' satisfies LettersWanted),
      digest: digest === 1,
      version: version ?? 0,
    })),
  };
}

/** Thư chờ gửi: letters of everybody, newest first, without their text. */
export async function letterPage(ctx: ActorContext, { status, cursor }: LetterFilters) {
  const after = decodeCursor(letterKey, cursor);
  const rows = await listLetters(ctx.db.reads, { status, beforeId: after?.[0], limit: LETTERS_ON_A_PAGE });
  return pageOf(rows, LETTERS_ON_A_PAGE, ({ id }) => [id]);
}

/** One letter with its text. */
export async function letterById(ctx: ActorContext, id: string) {
  const letter = await findLetter(ctx.db.reads, id);
  if (!letter) throw notFound('letter');
  const { accountId: _, ...shown } = letter;
  return shown;
}

/** How mail stands, for the administrator; the account at the mail server and its password stay on the server. */
export async function mailState(ctx: ActorContext) {
  const { mailer } = ctx;
  return {
    silence: silenceOf(ctx),
    host: mailer?.host ?? null,
    from: mailer?.from ?? null,
    ...(await findOutboxState(ctx.db.longReads)),
  };
}
