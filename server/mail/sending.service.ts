import { isLetterDue } from '#db/mail/mail.queries.ts';
import { type ClaimedLetter, claimLetter, endTry, sweepLetters } from '#db/mail/mail.writes.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import type { Mailer } from '#server/core/mailer.ts';
import { isRefusedForGood } from '#server/mail/mailer.ts';
import { MOST_TRIES, nextTryAt } from '#shared/mail/mail.rules.ts';

/** A try that is not heard of again is taken up after this: longer than any answer is waited for. */
const TRY_LEASE_MS = 5 * 60_000;
const LONGEST_ERROR = 300;
const KEPT_MS = 180 * 24 * 3_600_000;
const LOOK_EVERY_MS = 5_000;

/**
 * Sends the letters that are due, one after another. A letter is sent again only where the process died between the
 * answer of the mail server and noting it. Nothing leaves the demo and the training copy.
 */
export async function sendWaiting(app: AppContext, clock: () => Date = () => new Date()): Promise<number> {
  const { mailer } = app;
  if (!mailer || app.demo || app.training) return 0;
  let sent = 0;
  while (await isLetterDue(app.db.longReads, clock().toISOString())) {
    const until = new Date(clock().getTime() + TRY_LEASE_MS).toISOString();
    const letter = await housekeeping(app.db, (tx) => claimLetter(tx, clock().toISOString(), until));
    if (!letter) continue; // another process was quicker
    if (await tryToSend(app, mailer, letter, clock)) sent += 1;
  }
  return sent;
}

async function tryToSend(app: AppContext, mailer: Mailer, letter: ClaimedLetter, clock: () => Date): Promise<boolean> {
  const { id, address, subject, content, attempt } = letter;
  try {
    await mailer.send({ id, to: address, subject, text: content });
  } catch (error) {
    const isOver = isRefusedForGood(error) || attempt >= MOST_TRIES;
    const said = error instanceof Error ? error.message : String(error);
    // No address in the log: the answers of mail servers repeat it.
    app.log.warn({ letterId: id, attempt, code: (error as { code?: string }).code }, 'a letter was not sent');
    await housekeeping(app.db, (tx) =>
      endTry(tx, letter, {
        status: isOver ? 'failed' : 'waiting',
        runAfter: nextTryAt(attempt, clock()).toISOString(),
        error: said.slice(0, LONGEST_ERROR),
      }),
    );
    return false;
  }
  await housekeeping(app.db, (tx) =>
    endTry(tx, letter, { status: 'sent', sentAt: clock().toISOString(), sentTo: address, error: null }),
  );
  return true;
}

/** Forgets letters older than half a year. */
export async function sweepMail(app: AppContext): Promise<void> {
  const before = new Date(Date.now() - KEPT_MS).toISOString();
  await housekeeping(app.db, (tx) => sweepLetters(tx, before));
}

/** Looks for letters to send every few seconds, until it is stopped. */
export function startSending(app: AppContext): { stop(): Promise<void> } {
  let sending: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    sending ??= sendWaiting(app)
      .catch((error) => app.log.error({ error }, 'letters could not be sent'))
      .finally(() => {
        sending = undefined;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await sending;
      app.mailer?.close();
    },
  };
}
