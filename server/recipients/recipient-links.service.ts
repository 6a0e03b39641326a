import type * as z from 'zod/mini';
import { findRecipient, listHolds, listLines, listLinesOnward } from '#db/recipients/recipient-page.queries.ts';
import { deleteLine, insertHold, insertLine, lockLines, markHoldLifted } from '#db/recipients/recipient-page.writes.ts';
import type { ActorContext } from '#server/core/context.ts';
import { type RecipientAnswer, takeStep } from '#server/recipients/recipient.service.ts';
import { eventOf } from '#server/recipients/recipients.audit.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { holdReasons, liftReasons, lineReasons, reasonReasons } from '#shared/recipients/recipient.rules.ts';
import {
  type addHold,
  type addLine,
  HOLD_KIND_LABELS,
  type LineDirection,
  type liftHold,
  type removeLine,
} from '#shared/recipients/recipient-page.schema.ts';

/** What the same line is called in the history of the other collective. */
const SEEN_FROM_OTHER: Readonly<Record<LineDirection, string>> = { into: 'of', of: 'into', from: 'out' };

/** Tạm dừng xét khen thưởng. */
export function hold(ctx: ActorContext, input: z.infer<typeof addHold>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.addHold', input, async (tx, recipient) => {
    const { kind, fromOn, toOn, document, reason } = input;
    refuseIf(holdReasons({ fromOn, toOn, reason }, vietnamDate(ctx.now())));
    await insertHold(tx, {
      id: ctx.newId(),
      recipientId: recipient.id,
      kind,
      fromOn,
      toOn,
      document,
      reason,
      liftedOn: null,
      liftReason: null,
      isDemo: ctx.demo ? 1 : 0,
    });
    const span = [formatDate(fromOn), toOn && formatDate(toOn)].filter(Boolean).join(' – ');
    return {
      change: {},
      audit: [
        {
          ...eventOf(recipient, 'recipient.held'),
          reason,
          changes: [
            { field: 'hold', from: null, to: `${HOLD_KIND_LABELS[kind].vi}, ${span}` },
            ...(document ? [{ field: 'document', from: null, to: document }] : []),
          ],
        },
      ],
    };
  });
}

/** Gỡ tạm dừng, with its day and reason. */
export function lift(ctx: ActorContext, input: z.infer<typeof liftHold>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.liftHold', input, async (tx, recipient) => {
    const { holdId, liftedOn, reason } = input;
    const found = (await listHolds(tx, recipient.id)).find(({ id }) => id === holdId);
    if (!found) throw notFound('hold');
    refuseIf(liftReasons(found, { liftedOn, reason }, vietnamDate(ctx.now())));
    await markHoldLifted(tx, holdId, { liftedOn, liftReason: reason });
    const change = { field: 'hold', from: HOLD_KIND_LABELS[found.kind].vi, to: formatDate(liftedOn) };
    return { change: {}, audit: [{ ...eventOf(recipient, 'recipient.hold-lifted'), reason, changes: [change] }] };
  });
}

/** Sáp nhập vào…, Chia tách từ…: joins a collective to another, so that awards of the one count for the other. */
export function join(ctx: ActorContext, input: z.infer<typeof addLine>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.addLine', input, async (tx, recipient) => {
    // Two lines written at once could close a circle that neither of them sees.
    await lockLines(tx);
    const other = await findRecipient(tx, accessFor(ctx.actor, 'recipients.byId') ?? NO_ACCESS, input.otherId);
    if (!other) throw new Refusal('refused', [{ code: 'line.other-not-found', field: 'otherId' }]);
    if (other.mergedInto !== null)
      throw new Refusal('refused', [
        { code: 'recipient.merged-away', field: 'otherId', facts: { name: other.keptName ?? '…' } },
      ]);
    const { onDate, document, direction } = input;
    const [from, to] = direction === 'into' ? [recipient, other] : [other, recipient];
    const kind = direction === 'from' ? 'split' : 'merged';
    refuseIf(lineReasons({ from, to, onDate }, await listLinesOnward(tx, to.id), vietnamDate(ctx.now())));
    const isNew = await insertLine(tx, {
      id: ctx.newId(),
      fromRecipientId: from.id,
      toRecipientId: to.id,
      kind,
      onDate,
      document,
      isDemo: ctx.demo ? 1 : 0,
    });
    if (!isNew) throw new Refusal('refused', [{ code: 'line.known', field: 'otherId' }]);
    const told = [
      { field: 'onDate', from: null, to: formatDate(onDate) },
      ...(document ? [{ field: 'document', from: null, to: document }] : []),
    ];
    return {
      change: {},
      audit: [
        {
          ...eventOf(recipient, 'recipient.line-added'),
          changes: [{ field: direction, from: null, to: other.name }, ...told],
        },
        {
          ...eventOf(other, 'recipient.line-added'),
          changes: [{ field: SEEN_FROM_OTHER[direction], from: null, to: recipient.name }, ...told],
        },
      ],
    };
  });
}

/** Takes back what was recorded by mistake. */
export function part(ctx: ActorContext, input: z.infer<typeof removeLine>): Promise<RecipientAnswer> {
  return takeStep(ctx, 'recipients.removeLine', input, async (tx, recipient) => {
    refuseIf(reasonReasons(input.reason));
    const line = (await listLines(tx, NO_ACCESS, recipient.id)).find(({ id }) => id === input.lineId);
    if (!line) throw notFound('line');
    await deleteLine(tx, line.id);
    const isOnward = line.fromRecipientId === recipient.id;
    const field = line.kind === 'merged' ? (isOnward ? 'into' : 'of') : isOnward ? 'out' : 'from';
    const change = { field, from: isOnward ? line.toName : line.fromName, to: null };
    return {
      change: {},
      audit: [{ ...eventOf(recipient, 'recipient.line-removed'), reason: input.reason, changes: [change] }],
    };
  });
}
