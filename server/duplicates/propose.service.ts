import type { Writer } from '#db/database.ts';
import { findSides } from '#db/duplicates/compare.queries.ts';
import { type LikenessRow, listLineage, withIds } from '#db/duplicates/likeness.queries.ts';
import { lockRecipients } from '#db/duplicates/merges.writes.ts';
import { findPairOf } from '#db/duplicates/pairs.queries.ts';
import { putByHand } from '#db/duplicates/pairs.writes.ts';
import { findRecipient } from '#db/recipients/recipient-page.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { pairEvent } from '#server/duplicates/decide.service.ts';
import { deciderReasons } from '#server/duplicates/duplicates.policy.ts';
import { requireMergeable } from '#server/duplicates/mergeable.ts';
import { UnitFamilies } from '#server/duplicates/pair-collector.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import type { GroundCode, PairId, ProposeInput } from '#shared/duplicates/duplicates.schema.ts';
import { LEAST_SCORE, suspicionOf } from '#shared/duplicates/pair-score.rules.ts';

/**
 * Ghép với hồ sơ khác: puts two records beside each other that somebody takes for one, though the search may not. A
 * pair that is there already is given as it stands, also when it was said to be two.
 *
 * @throws not-found (a record out of sight), forbidden (the first record is not this person's to merge), refused (one
 *   and the same, other kinds, merged already)
 */
export async function proposePair(ctx: ActorContext, input: ProposeInput): Promise<{ id: PairId }> {
  const { recipientId, otherId } = input;
  refuseIf(recipientId === otherId ? [{ code: 'duplicate.itself', field: 'otherId' }] : []);
  await requireSides(ctx, input);
  const known = await findPairOf(ctx.db.reads, recipientId, otherId);
  if (known && known.status !== 'gone') return { id: known.id as PairId };
  return commitOnce(ctx, input, async (tx) => {
    const [first, second] = await lockRecipients(tx, [recipientId, otherId]);
    if (!first || !second) throw notFound('recipient');
    const sides = await findSides(tx, [recipientId, otherId]);
    requireMergeable(sides, first, second);
    const { codes, score } = await groundsOf(tx, first.id, second.id);
    const row = { firstId: first.id, secondId: second.id, grounds: JSON.stringify(codes.map((code) => ({ code }))) };
    const id = (await putByHand(tx, { ...row, id: ctx.newId(), score }, new Date().toISOString())) as PairId;
    return { result: { id }, audit: [pairEvent({ id, status: null }, sides, 'recipient-pair.proposed', 'open')] };
  });
}

async function requireSides(ctx: ActorContext, { recipientId, otherId }: ProposeInput): Promise<void> {
  const access = accessFor(ctx.actor, 'recipients.byId') ?? NO_ACCESS;
  const [recipient, other] = await Promise.all(
    [recipientId, otherId].map((id) => findRecipient(ctx.db.reads, access, id)),
  );
  if (!recipient || !other) throw notFound('recipient');
  const reasons = deciderReasons(ctx.actor, 'duplicates.merge', [recipient]);
  if (reasons.length > 0) throw new Refusal('forbidden', reasons);
}

/** That it was chosen by hand comes first; what the search would have said stands beside it. */
async function groundsOf(tx: Writer, ...ids: [string, string]): Promise<{ codes: GroundCode[]; score: number }> {
  const [a, b] = (await withIds(tx, ids)) as [LikenessRow, LikenessRow];
  const families = new UnitFamilies(await listLineage(tx));
  const suspicion = suspicionOf(a, b, families.areOne(a.unitId, b.unitId));
  const beside = suspicion?.grounds.map(({ code }) => code) ?? [];
  return { codes: ['by-hand', ...beside], score: suspicion?.score ?? LEAST_SCORE };
}
