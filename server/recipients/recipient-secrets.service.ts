import type * as z from 'zod/mini';
import { logSensitiveReads } from '#db/care/care.writes.ts';
import type { Writer } from '#db/database.ts';
import { listOfCccd } from '#db/recipients/look-alike.queries.ts';
import { findEthnicityOf, findRecipient, findScopeOf } from '#db/recipients/recipient-page.queries.ts';
import { saveEthnicity } from '#db/recipients/recipient-page.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { cccdIndexes, openCccd, sealCccd } from '#server/recipients/cccd.service.ts';
import { askNumber } from '#server/recipients/number-questions.service.ts';
import { type RecipientAnswer, takeStep } from '#server/recipients/recipient.service.ts';
import { eventOf } from '#server/recipients/recipients.audit.ts';
import { secretReasons } from '#server/recipients/recipients.policy.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { cccdDigits, cccdReasons } from '#shared/recipients/cccd.rules.ts';
import { reasonReasons } from '#shared/recipients/recipient.rules.ts';
import type { revealInput, setCccd, setEthnicity } from '#shared/recipients/recipient-page.schema.ts';
import { RECIPIENT_FIELD_LABELS, VEILED } from '#shared/recipients/recipients.labels.ts';

type Secret = 'cccd' | 'ethnicity';

/** Opens a citizen number. Who did and why is written down in the same transaction. */
export async function revealCccd(
  ctx: ActorContext,
  input: z.infer<typeof revealInput>,
): Promise<{ cccd: string | null }> {
  return open(ctx, 'cccd', input, async (_tx, { cccdCipher }) => {
    if (cccdCipher === null) return { cccd: null };
    const cccd = openCccd(ctx.keys, cccdCipher);
    if (cccd === undefined) throw new Refusal('refused', [{ code: 'cccd.unreadable' }]);
    return { cccd };
  });
}

/** Opens the dân tộc, the same way. */
export async function readEthnicity(
  ctx: ActorContext,
  input: z.infer<typeof revealInput>,
): Promise<{ code: string | null }> {
  return open(ctx, 'ethnicity', input, async (tx, { id }) => ({ code: await findEthnicityOf(tx, id) }));
}

type Found = NonNullable<Awaited<ReturnType<typeof findRecipient>>>;

function open<Answer>(
  ctx: ActorContext,
  secret: Secret,
  { id, reason }: z.infer<typeof revealInput>,
  read: (tx: Writer, recipient: Found) => Promise<Answer>,
): Promise<Answer> {
  return commit(ctx, async (tx) => {
    const recipient = await findRecipient(tx, accessFor(ctx.actor, 'recipients.byId') ?? NO_ACCESS, id);
    if (!recipient) throw notFound('recipient');
    const procedure = secret === 'cccd' ? 'recipients.revealCccd' : 'recipients.readEthnicity';
    const closed = secretReasons(ctx.actor, procedure, recipient);
    if (closed.length > 0) throw new Refusal('forbidden', closed);
    refuseIf(recipient.kind === 'individual' ? reasonReasons(reason) : [{ code: 'recipient.not-a-person' }]);
    const result = await read(tx, recipient);
    await logSensitiveReads(tx, [
      {
        id: ctx.newId(),
        at: ctx.now().toISOString(),
        actorId: ctx.actor.accountId,
        recipientId: id,
        field: secret,
        reason,
      },
    ]);
    const field = RECIPIENT_FIELD_LABELS[secret === 'cccd' ? 'idNumber' : 'sensitive']!.vi;
    return {
      result,
      audit: [
        {
          ...eventOf(recipient, secret === 'cccd' ? 'recipient.cccd-opened' : 'recipient.ethnicity-opened'),
          reason,
          changes: [{ field: 'opened', from: null, to: field }],
        },
      ],
    };
  });
}

/**
 * Writes a citizen number, '' to take it away. One that stands on another record is refused once, naming that record
 * as far as it may be seen; `anyway` writes it, and the two are then likely duplicates.
 */
export async function writeCccd(ctx: ActorContext, input: z.infer<typeof setCccd>): Promise<RecipientAnswer> {
  const digits = cccdDigits(input.cccd);
  // Counted even when it is written `anyway`: the pair that comes of it tells who bears the number.
  await askNumber(ctx, digits, 'when-found');
  return takeStep(ctx, 'recipients.setCccd', input, async (tx, recipient) => {
    refuseIf(recipient.kind === 'individual' ? [] : [{ code: 'recipient.not-a-person', field: 'cccd' }]);
    if (digits !== '') {
      refuseIf(cccdReasons(digits));
      if (recipient.cccdCipher !== null && openCccd(ctx.keys, recipient.cccdCipher) === digits) return undefined;
      if (!input.anyway) await refuseClash(ctx, tx, recipient.id, digits);
    } else if (recipient.cccdCipher === null) return undefined;
    const sealed = digits === '' ? null : sealCccd(ctx.keys, digits);
    const change = {
      field: 'idNumber',
      from: recipient.cccdCipher === null ? null : VEILED.vi,
      to: sealed === null ? null : VEILED.vi,
    };
    return {
      change: { cccdCipher: sealed?.cipher ?? null, cccdIndex: sealed?.index ?? null },
      audit: [{ ...eventOf(recipient, 'recipient.cccd-set'), changes: [change] }],
    };
  });
}

async function refuseClash(ctx: ActorContext, tx: Writer, id: string, digits: string): Promise<void> {
  const clashing = await listOfCccd(tx, cccdIndexes(ctx.keys, digits), id);
  if (clashing.length === 0) return;
  const access = accessFor(ctx.actor, 'recipients.byId') ?? NO_ACCESS;
  const open = await findScopeOf(
    tx,
    access,
    clashing.map((one) => one.id),
  );
  const shown = clashing.find((one) => open.has(one.id));
  const who = shown ? `“${shown.name}” (${shown.unitName ?? '–'})` : 'của một đơn vị ngoài phạm vi của bạn';
  refuseIf([{ code: 'cccd.clash', field: 'cccd', facts: { who } }]);
}

/** Writes the dân tộc; in the history it only says that it changed. */
export function writeEthnicity(ctx: ActorContext, input: z.infer<typeof setEthnicity>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.setEthnicity', input, async (tx, recipient) => {
    refuseIf(recipient.kind === 'individual' ? [] : [{ code: 'recipient.not-a-person' }]);
    await saveEthnicity(tx, recipient.id, input.code);
    return {
      change: {},
      audit: [
        {
          ...eventOf(recipient, 'recipient.ethnicity-set'),
          changes: [{ field: 'sensitive', from: null, to: VEILED.vi }],
        },
      ],
    };
  });
}
