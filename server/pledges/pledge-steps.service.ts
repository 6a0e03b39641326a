import type * as z from 'zod/mini';
import type { Writer } from '#db/database.ts';
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import {
  findPledgeContent,
  findPledgeMembers,
  findPledgeSignatures,
  type PledgeDetail,
  type SignatureOfPledge,
} from '#db/pledges/pledges.queries.ts';
import {
  insertSignatures,
  removeTargetsExcept,
  removeUnsigned,
  updatePledge,
  voidSignatures,
} from '#db/pledges/pledges.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { pledgeChanged, pledgeEvent, pledgeStatusChange } from '#server/pledges/pledges.events.ts';
import { openPledge } from '#server/pledges/pledges.policy.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import type { Facts } from '#shared/core/reason.ts';
import { refuseIf } from '#shared/core/refusal.ts';
import {
  agreeReasons,
  consultReasons,
  openSigningReasons,
  paperReasons,
  publishReasons,
  reopenReasons,
  returnReasons,
} from '#shared/pledges/pledge-steps.rules.ts';
import { leadReasons, reopenerReasons } from '#shared/pledges/pledges.policy.ts';
import type {
  agreePledge as agreeInput,
  consultPledge as consultInput,
  publishPledge as publishInput,
  reopenPledge as reopenInput,
  seenPledge as seenInput,
} from '#shared/pledges/pledges.schema.ts';

type Seen = { id: string; seenVersion: number };

/** Lấy ý kiến: sends the draft round until a day. Opinions given before are about an earlier text and are asked anew. */
export function consultPledge(ctx: ActorContext, input: z.infer<typeof consultInput>) {
  return commit(ctx, async (tx) => {
    const pledge = await openPledge(ctx, tx, input.id, (held) => leadReasons(ctx.actor, held));
    refuseIf(consultReasons(pledge, vietnamDate(ctx.now()), input.dueOn));
    await tellMembersOf(ctx, tx, pledge, { code: 'notice.pledge-consulted', facts: { dueOn: input.dueOn } });
    return moveTo(tx, pledge, input, {
      action: 'pledge.consulted',
      patch: { status: 'consulting', consultDueOn: input.dueOn, consultOpenedAt: ctx.now().toISOString() },
      changes: [{ field: 'consultDueOn', from: dateText(pledge.consultDueOn), to: formatDate(input.dueOn) }],
    });
  });
}

/** Trở lại dự thảo: to work the opinions into the text. */
export function returnToDraft(ctx: ActorContext, input: z.infer<typeof seenInput>) {
  return commit(ctx, async (tx) => {
    const pledge = await openPledge(ctx, tx, input.id, (held) => leadReasons(ctx.actor, held));
    refuseIf(returnReasons(pledge));
    return moveTo(tx, pledge, input, { action: 'pledge.returned', patch: { status: 'draft' }, changes: [] });
  });
}

/**
 * Thống nhất nội dung: freezes text and targets under their hash. Whoever does it must have seen exactly this content:
 * a target that a member saved a moment ago is a conflict, not a surprise. Targets of units that left before are no
 * promise of the cluster and go.
 */
export function agreePledge(ctx: ActorContext, input: z.infer<typeof agreeInput>) {
  return commit(ctx, async (tx) => {
    const pledge = await openPledge(ctx, tx, input.id, (held) => leadReasons(ctx.actor, held));
    const staying = await stayingOn(tx, pledge, vietnamDate(ctx.now()));
    const content = await findPledgeContent(tx, pledge.id, staying);
    refuseIf(agreeReasons(pledge, content.targets.filter(({ value }) => value !== null).length));
    const contentHash = pledgeHash(content);
    if (contentHash !== input.seenHash) throw await pledgeChanged(tx, pledge.id);
    const gone = await removeTargetsExcept(tx, pledge.id, staying);
    return moveTo(tx, pledge, input, {
      action: 'pledge.agreed',
      patch: { status: 'agreed', contentHash, frozenAt: ctx.now().toISOString() },
      changes: [
        { field: 'contentMark', from: null, to: contentHash },
        { field: 'leftOut', from: gone.join(', ') || null, to: null },
      ],
    });
  });
}

/** Bắt đầu ký kết: every member whose membership has not ended is asked to sign. */
export function openSigning(ctx: ActorContext, input: z.infer<typeof seenInput>) {
  return commit(ctx, async (tx) => {
    const pledge = await openPledge(ctx, tx, input.id, (held) => leadReasons(ctx.actor, held));
    refuseIf(openSigningReasons(pledge));
    const staying = await stayingOn(tx, pledge, vietnamDate(ctx.now()));
    // Asked before and gone since, perhaps out of the year altogether.
    const asked = (await findPledgeSignatures(tx, pledge.id)).map(({ unitId }) => unitId);
    const gone = asked.filter((unitId) => !staying.includes(unitId));
    await removeUnsigned(tx, pledge.id, gone);
    await insertSignatures(
      tx,
      staying.map((unitId) => ({
        id: ctx.newId(),
        pledgeId: pledge.id,
        unitId,
        signedOn: null,
        capacity: null,
        signatoryName: null,
        contentHash: null,
        fileId: null,
      })),
    );
    await tellMembersOf(ctx, tx, pledge, { code: 'notice.pledge-signing', facts: {} });
    return moveTo(tx, pledge, input, { action: 'pledge.signing-opened', patch: { status: 'signing' }, changes: [] });
  });
}

/** Phát hành, lưu: all have signed. A unit that had left by the day of publication is not waited for. */
export function publishPledge(ctx: ActorContext, input: z.infer<typeof publishInput>) {
  const { publishedOn, place } = input;
  return commit(ctx, async (tx) => {
    const pledge = await openPledge(ctx, tx, input.id, (held) => leadReasons(ctx.actor, held));
    const today = vietnamDate(ctx.now());
    const staying = await stayingOn(tx, pledge, publishedOn);
    const asked = await findPledgeSignatures(tx, pledge.id);
    const waited = asked.filter(({ signedOn, unitId }) => signedOn !== null || staying.includes(unitId));
    const unsigned = waited.filter(({ signedOn }) => signedOn === null).map(({ unitName }) => unitName);
    const lastSignedOn = waited.reduce((last, { signedOn }) => ((signedOn ?? '') > last ? signedOn! : last), '');
    refuseIf([...publishReasons(pledge, unsigned, { publishedOn, lastSignedOn, today }), ...paperReasons({ place })]);
    await removeUnsigned(
      tx,
      pledge.id,
      asked.map(({ unitId }) => unitId).filter((unitId) => !staying.includes(unitId)),
    );
    await tellMembersOf(ctx, tx, pledge, { code: 'notice.pledge-published', facts: { publishedOn, place } });
    return moveTo(tx, pledge, input, {
      action: 'pledge.published',
      patch: { status: 'published', publishedOn, place },
      changes: [
        { field: 'publishedOn', from: null, to: formatDate(publishedOn) },
        { field: 'place', from: null, to: place },
      ],
    });
  });
}

/**
 * Mở lại nội dung: back to the draft, with the reason. Signatures given so far are kept as void, each with its scan;
 * who signed must sign again.
 */
export function reopenPledge(ctx: ActorContext, input: z.infer<typeof reopenInput>) {
  return commit(ctx, async (tx) => {
    const pledge = await openPledge(ctx, tx, input.id, (held) => reopenerReasons(ctx.actor, held));
    refuseIf(reopenReasons(pledge));
    const signed = (await findPledgeSignatures(tx, pledge.id)).filter(isSigned);
    const voidedAt = ctx.now().toISOString();
    await voidSignatures(
      tx,
      pledge.id,
      signed.map((signature) => ({
        id: ctx.newId(),
        pledgeId: pledge.id,
        unitId: signature.unitId,
        signedOn: signature.signedOn,
        capacity: signature.capacity,
        signatoryName: signature.signatoryName,
        contentHash: signature.contentHash,
        fileId: signature.fileId,
        voidedAt,
        voidedByName: ctx.actor.name,
        reason: input.reason,
      })),
    );
    const names = signed.map(({ unitName, signedOn }) => `${unitName} (${formatDate(signedOn)})`).join(', ');
    const told = { signedCount: signed.length, reason: input.reason };
    await tellMembersOf(ctx, tx, pledge, { code: 'notice.pledge-reopened', facts: told });
    return moveTo(tx, pledge, input, {
      action: 'pledge.reopened',
      reason: input.reason,
      patch: { status: 'draft', contentHash: null, frozenAt: null },
      changes: [
        { field: 'contentMark', from: pledge.contentHash, to: null },
        { field: 'voided', from: null, to: names || null },
      ],
    });
  });
}

const isSigned = (signature: SignatureOfPledge): signature is SignatureOfPledge & { signedOn: string } =>
  signature.signedOn !== null;

/** Units of the year whose membership is not over on the day. With several spans the last one counts. */
async function stayingOn(tx: Writer, pledge: PledgeDetail, day: string): Promise<string[]> {
  const members = await findPledgeMembers(tx, pledge);
  return [...new Set(members.filter(({ validTo }) => validTo === null || validTo >= day).map(({ unitId }) => unitId))];
}

/** Tells the desks of the members that have not left; whoever did it knows already. */
async function tellMembersOf(
  ctx: ActorContext,
  tx: Writer,
  pledge: PledgeDetail,
  told: { code: string; facts: Facts },
) {
  const staying = await stayingOn(tx, pledge, vietnamDate(ctx.now()));
  const facts = { ...told.facts, cluster: pledge.clusterName, year: pledge.year };
  await tellUnits(ctx, tx, { unitIds: staying, code: told.code, facts, link: `/cum/${pledge.clusterYearId}/giao-uoc` });
}

type Move = {
  action: string;
  reason?: string;
  patch: Parameters<typeof updatePledge>[2] & { status: PledgeDetail['status'] };
  changes: FieldChange[];
};

async function moveTo(tx: Writer, pledge: PledgeDetail, { seenVersion }: Seen, { patch, changes, ...happened }: Move) {
  const version = await updatePledge(tx, { id: pledge.id, seenVersion }, patch);
  if (version === undefined) throw await pledgeChanged(tx, pledge.id);
  const all = [pledgeStatusChange(pledge.status, patch.status), ...changes];
  return { result: { version }, audit: [pledgeEvent(pledge, { ...happened, changes: all })] as const };
}

const dateText = (iso: string | null) => (iso === null ? null : formatDate(iso));
