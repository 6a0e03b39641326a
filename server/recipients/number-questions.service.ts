import { logSensitiveReads } from '#db/care/care.writes.ts';
import { listOfCccd } from '#db/recipients/look-alike.queries.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { takeTry } from '#server/core/rate-limit.ts';
import { cccdIndexes } from '#server/recipients/cccd.service.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { cccdDigits, cccdReasons } from '#shared/recipients/cccd.rules.ts';
import { RECIPIENT_FIELD_LABELS } from '#shared/recipients/recipients.labels.ts';

/**
 * So often an hour may one person learn whether a citizen number stands on some record. Our own figure: whoever adds
 * people one after the other asks twice for each, and a form takes longer than a minute.
 */
export const NUMBERS_ASKED_IN_AN_HOUR = 100;
const HOUR_MS = 3_600_000;
const MS_PER_MINUTE = 60_000;

/**
 * Counts and writes down that somebody asks who bears a citizen number, before anything is answered: no log, no
 * answer. What is no whole number asks nothing. To be called outside a transaction.
 * @param logs `always`, or `when-found` where whatever becomes of the number is recorded anyway
 * @throws refused when one asked too often within the hour (by the real clock)
 */
export async function askNumber(ctx: ActorContext, cccd: string, logs: 'always' | 'when-found'): Promise<void> {
  if (cccdReasons(cccd).length > 0) return;
  const { accountId, name, unitId } = ctx.actor;
  const limit = { key: `cccd:${accountId}`, limit: NUMBERS_ASKED_IN_AN_HOUR, windowMs: HOUR_MS };
  const taken = await takeTry(ctx.db, [limit], new Date());
  if (!taken.ok) {
    const minutesCount = Math.ceil(taken.retryAfterMs / MS_PER_MINUTE);
    const facts = { mostCount: NUMBERS_ASKED_IN_AN_HOUR, minutesCount };
    throw new Refusal('refused', [{ code: 'cccd.asked-too-often', field: 'cccd', facts }]);
  }
  const bearers = await listOfCccd(ctx.db.reads, cccdIndexes(ctx.keys, cccdDigits(cccd)));
  if (bearers.length === 0 && logs === 'when-found') return;
  await commit(ctx, async (tx) => {
    const at = ctx.now().toISOString();
    const read = { at, actorId: accountId, field: 'cccd-match', reason: null };
    await logSensitiveReads(
      tx,
      bearers.map(({ id }) => ({ ...read, id: ctx.newId(), recipientId: id })),
    );
    const told = RECIPIENT_FIELD_LABELS.idNumber!.vi;
    return {
      result: undefined,
      audit: [
        {
          action: 'recipient.number-asked',
          subjectKind: 'account',
          subjectId: accountId,
          subjectLabel: name,
          unitId,
          changes: [{ field: 'opened', from: null, to: `${told}: ${bearers.length} hồ sơ` }],
        },
      ],
    };
  });
}
