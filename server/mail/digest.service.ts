import { findActor } from '#db/accounts/accounts.queries.ts';
import { findDigestsDue } from '#db/mail/mail.queries.ts';
import { insertLetters, noteDigest } from '#db/mail/mail.writes.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { tasksOf } from '#server/dashboard/dashboard.service.ts';
import { letterOf } from '#server/mail/letters.service.ts';
import { NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Language } from '#shared/core/localized.ts';
import { digestText, isDigestTime } from '#shared/mail/digest.rules.ts';

const DIGEST = 'mail.digest';

/** Thư tóm tắt hằng ngày as it would be written now; null where nothing waits. */
export async function digestOf(ctx: ActorContext) {
  const today = vietnamDate(ctx.now());
  return digestText(await tasksOf(ctx, today), today, ctx.publicUrl, ctx.lang);
}

/**
 * Writes the digests of the day from seven o'clock on, one letter a person and day; none where nothing waits, and none
 * in the training copy.
 */
export async function writeDigests(app: AppContext): Promise<void> {
  if (app.training || !isDigestTime(app.now())) return;
  const today = vietnamDate(app.now());
  for (const { accountId } of await findDigestsDue(app.db.reads, today)) {
    const ctx = await contextOf(app, accountId, today);
    const digest = ctx && (await digestOf(ctx));
    await housekeeping(app.db, async (tx) => {
      if (!(await noteDigest(tx, accountId, today)) || !digest) return;
      await insertLetters(tx, [letterOf(app, accountId, { ...digest, code: DIGEST, link: '/' })]);
    });
  }
}

async function contextOf(app: AppContext, accountId: string, today: string): Promise<ActorContext | undefined> {
  const found = await findActor(app.db.reads, accountId, today);
  if (!found) return undefined;
  const { lang, ...person } = found;
  return {
    ...app,
    requestId: app.newId(),
    lang: lang as Language,
    actor: { ...person, accountId, today },
    sessionId: null,
    procedure: DIGEST,
    access: NO_ACCESS,
  };
}
