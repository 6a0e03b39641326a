import type * as z from 'zod/mini';
import { findHistory } from '#db/audit/audit.queries.ts';
import type { Reader } from '#db/database.ts';
import { type FoundSide, findSides } from '#db/duplicates/compare.queries.ts';
import { type FoundPair, findPair } from '#db/duplicates/pairs.queries.ts';
import { decidePair } from '#db/duplicates/pairs.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { type Deciding, deciderReasons } from '#server/duplicates/duplicates.policy.ts';
import { NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { PAIR_STATUS_LABELS } from '#shared/duplicates/duplicates.labels.ts';
import { reasonReasons } from '#shared/duplicates/duplicates.rules.ts';
import type { dismissInput, PairId, reopenInput } from '#shared/duplicates/duplicates.schema.ts';

export type PairAnswer = { id: PairId; version: number };

/** Không trùng: the two are two. Remembered for ever; the search does not bring them again. */
export async function dismiss(ctx: ActorContext, input: z.infer<typeof dismissInput>): Promise<PairAnswer> {
  refuseIf(reasonReasons(input.reason));
  return commit(ctx, async (tx) => {
    const { pair, sides } = await openPair(ctx, tx, 'duplicates.dismiss', input);
    requireStatus(pair, 'open');
    await decide(ctx, tx, pair, input.seenVersion, { status: 'different', reason: input.reason });
    const event = pairEvent(pair, sides, 'recipient-pair.different', 'different');
    return { result: { id: input.id, version: input.seenVersion + 1 }, audit: [{ ...event, reason: input.reason }] };
  });
}

/** Xét lại: "không trùng" was wrong or too soon. */
export async function reopen(ctx: ActorContext, input: z.infer<typeof reopenInput>): Promise<PairAnswer> {
  return commit(ctx, async (tx) => {
    const { pair, sides } = await openPair(ctx, tx, 'duplicates.reopen', input);
    requireStatus(pair, 'different');
    for (const { name, intoName } of sides)
      if (intoName !== null) refuseIf([{ code: 'duplicate.merged-already', facts: { name, into: intoName } }]);
    await decide(ctx, tx, pair, input.seenVersion, { status: 'open', reason: null });
    return {
      result: { id: input.id, version: input.seenVersion + 1 },
      audit: [pairEvent(pair, sides, 'recipient-pair.reopened', 'open')],
    };
  });
}

/** @throws not-found, forbidden (a side out of reach) or conflict (settled meanwhile), in this order */
export async function openPair(
  ctx: ActorContext,
  db: Reader,
  procedure: Deciding,
  { id, seenVersion }: { id: PairId; seenVersion: number },
): Promise<{ pair: FoundPair; sides: FoundSide[] }> {
  const pair = await findPair(db, ctx.access, id);
  if (!pair) throw notFound('recipient-pair');
  const sides = await findSides(db, [pair.firstId, pair.secondId]);
  const reasons = deciderReasons(ctx.actor, procedure, sides);
  if (reasons.length > 0) throw new Refusal('forbidden', reasons);
  if (pair.version !== seenVersion) throw decidedMeanwhile(pair);
  return { pair, sides };
}

/** @throws conflict when somebody has settled the pair another way */
export function requireStatus(pair: FoundPair, status: FoundPair['status']): void {
  if (pair.status !== status) throw decidedMeanwhile(pair);
}

export function decidedMeanwhile({ status }: Pick<FoundPair, 'status'>): Refusal {
  return conflict([
    { code: 'duplicate.decided-meanwhile', facts: { what: PAIR_STATUS_LABELS[status][currentLanguage()] } },
  ]);
}

/** @returns to be thrown: who changed the record since this person saw it */
export async function changedMeanwhile(db: Reader, { id, name }: { id: string; name: string }): Promise<Refusal> {
  const [last] = await findHistory(db, { ...NO_ACCESS, all: true }, 'recipient', id);
  const facts = { name, who: last?.actorName ?? 'Người khác', changedAt: last?.at ?? '…' };
  return conflict([{ code: 'duplicate.changed-meanwhile', facts }]);
}

/** Writes the decision. @throws conflict when somebody was quicker */
export async function decide(
  ctx: ActorContext,
  tx: Parameters<typeof decidePair>[0],
  pair: FoundPair,
  seenVersion: number,
  { status, reason }: { status: FoundPair['status']; reason: string | null },
): Promise<void> {
  const isDecided = status !== 'open';
  const saved = await decidePair(tx, pair.id, seenVersion, {
    status,
    reason,
    decidedAt: isDecided ? ctx.now().toISOString() : null,
    decidedBy: isDecided ? ctx.actor.accountId : null,
  });
  if (!saved) throw decidedMeanwhile(pair);
}

export function pairEvent(
  pair: { id: string; status: FoundPair['status'] | null },
  sides: readonly Pick<FoundSide, 'name' | 'unitId'>[],
  action: string,
  to: FoundPair['status'],
): AuditEvent {
  return {
    action,
    subjectKind: 'recipient-pair',
    subjectId: pair.id,
    subjectLabel: sides.map(({ name }) => name).join(' – '),
    unitId: sides[0]?.unitId ?? null,
    changes: [
      { field: 'status', from: pair.status && PAIR_STATUS_LABELS[pair.status].vi, to: PAIR_STATUS_LABELS[to].vi },
    ],
  };
}
