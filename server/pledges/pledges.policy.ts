import type { Writer } from '#db/database.ts';
import { findPledgeById, findPledgeMembers, findSignature, type PledgeDetail } from '#db/pledges/pledges.queries.ts';
import { lockPledge } from '#db/pledges/pledges.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import type { ActorContext } from '#server/core/context.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { memberReasons, signerReasons } from '#shared/pledges/pledges.policy.ts';

/**
 * Loads a pledge to change it and holds it until the end of the transaction. One that the person may read but not
 * change is refused with the reason; one outside their clusters is not found.
 */
export async function openPledge(
  ctx: ActorContext,
  tx: Writer,
  id: string,
  whoMay: (pledge: PledgeDetail) => Reason[],
): Promise<PledgeDetail> {
  await lockPledge(tx, id);
  const pledge = await findPledgeById(tx, accessFor(ctx.actor, 'pledges.ofYear') ?? NO_ACCESS, id);
  if (!pledge) throw notFound('pledge');
  const grounds = whoMay(pledge);
  if (grounds.length > 0) throw new Refusal('forbidden', grounds);
  return pledge;
}

/** As openPledge, for what a member does for itself: only its own staff, only while it is a member. */
export async function openAsMember(ctx: ActorContext, tx: Writer, { id, unitId }: { id: string; unitId: string }) {
  // Whose targets they are is asked before whether the unit has a place here: another's are never one's own.
  const known = { unitId, name: '' };
  const pledge = await openPledge(ctx, tx, id, () => []);
  const member = (await findPledgeMembers(tx, pledge)).find((one) => one.unitId === unitId);
  const grounds = memberReasons(ctx.actor, member ?? known);
  if (grounds.length > 0) throw new Refusal('forbidden', grounds);
  if (!member) refuseIf([{ code: 'pledge.not-asked', facts: { unit: unitId } }]);
  await requireActiveMember(tx, pledge.clusterYearId, unitId, vietnamDate(ctx.now()));
  return { pledge, member: member! };
}

/** The signature asked for, with its pledge held; its member must still be one. */
export async function openSignature(ctx: ActorContext, tx: Writer, signatureId: string) {
  const found = await findSignature(tx, signatureId);
  if (!found) throw notFound('pledge');
  const pledge = await openPledge(ctx, tx, found.pledgeId, (held) =>
    signerReasons(ctx.actor, { unitId: found.unitId, name: found.unitName }, held),
  );
  // Read again under the lock: somebody may have signed in between.
  const signature = await findSignature(tx, signatureId);
  if (!signature) throw notFound('pledge');
  await requireActiveMember(tx, pledge.clusterYearId, signature.unitId, vietnamDate(ctx.now()));
  return { pledge, signature };
}
