import type * as z from 'zod/mini';
import type { Writer } from '#db/database.ts';
import { findScans, type PledgeDetail, type SignatureOfPledge } from '#db/pledges/pledges.queries.ts';
import { updatePledge, updateSignature } from '#db/pledges/pledges.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { pledgeEvent } from '#server/pledges/pledges.events.ts';
import { openSignature } from '#server/pledges/pledges.policy.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { conflict, refuseIf } from '#shared/core/refusal.ts';
import { paperReasons, signatureReasons, signingReasons } from '#shared/pledges/pledge-steps.rules.ts';
import type {
  correctSignature as correctInput,
  Signature,
  signPledge as signInput,
} from '#shared/pledges/pledges.schema.ts';

/**
 * Ký kết: records who signed for the member, in which capacity, when, with the scan of the page. The signature is for
 * the content the person saw: it is stored with its hash.
 */
export function signPledge(ctx: ActorContext, { signatureId, seenHash, ...given }: z.infer<typeof signInput>) {
  return commit(ctx, async (tx) => {
    const { pledge, signature } = await openSignature(ctx, tx, signatureId);
    refuseIf(signingReasons(pledge));
    if (signature.signedOn !== null) refuseIf([{ code: 'pledge.already-signed', facts: signedFacts(signature) }]);
    if (pledge.contentHash !== seenHash) throw conflict([{ code: 'pledge.content-changed' }]);
    const scan = await checked(ctx, tx, pledge, signature, given);
    await updateSignature(tx, signatureId, { ...given, contentHash: pledge.contentHash, isDemo: 0 });
    const version = await touch(tx, pledge);
    const changes: FieldChange[] = [
      { field: 'unit', from: null, to: signature.unitName },
      { field: 'signatoryName', from: null, to: given.signatoryName },
      { field: 'capacity', from: null, to: given.capacity },
      { field: 'signedOn', from: null, to: formatDate(given.signedOn) },
      { field: 'scan', from: null, to: scan },
    ];
    const event = pledgeEvent(pledge, { action: 'pledge.signed', unitId: signature.unitId, changes });
    return { result: { version }, audit: [event] };
  });
}

/** Đính chính: a signature that was recorded wrongly, before publication, with the reason. */
export function correctSignature(ctx: ActorContext, input: z.infer<typeof correctInput>) {
  const { signatureId, reason, seen, ...given } = input;
  return commit(ctx, async (tx) => {
    const { pledge, signature } = await openSignature(ctx, tx, signatureId);
    refuseIf(signingReasons(pledge));
    if (signature.signedOn === null) refuseIf([{ code: 'pledge.not-signed', facts: { unit: signature.unitName } }]);
    if (!isAsSeen(signature, seen))
      throw conflict([{ code: 'pledge.signature-changed', facts: signedFacts(signature) }]);
    const before = (await findScans(tx, pledge.id)).find(({ id }) => id === signature.fileId)?.name ?? null;
    const scan = await checked(ctx, tx, pledge, signature, given);
    await updateSignature(tx, signatureId, { ...given, isDemo: 0 });
    const version = await touch(tx, pledge);
    const changes: FieldChange[] = [
      { field: 'signatoryName', from: signature.signatoryName, to: given.signatoryName },
      { field: 'capacity', from: signature.capacity, to: given.capacity },
      { field: 'signedOn', from: formatDate(signature.signedOn ?? ''), to: formatDate(given.signedOn) },
      { field: 'scan', from: before, to: scan },
    ];
    const event = pledgeEvent(pledge, {
      action: 'pledge.signature-corrected',
      unitId: signature.unitId,
      reason,
      changes,
    });
    return { result: { version }, audit: [event] };
  });
}

type Held = SignatureOfPledge;

/** Refuses what is wrong with the record; the name of the scan. */
async function checked(ctx: ActorContext, tx: Writer, pledge: PledgeDetail, signature: Held, given: Signature) {
  const scan = (await findScans(tx, pledge.id)).find(
    ({ id, signatureId }) => id === given.fileId && signatureId === signature.id,
  );
  const facts = {
    signedOn: given.signedOn,
    frozenOn: vietnamDate(new Date(pledge.frozenAt ?? '')),
    today: vietnamDate(ctx.now()),
    hasScan: given.fileId !== null,
  };
  refuseIf([
    ...signatureReasons(facts),
    ...paperReasons({ signatoryName: given.signatoryName, capacity: given.capacity }),
    ...(given.fileId !== null && !scan ? [{ code: 'pledge.scan-unknown', field: 'fileId' }] : []),
  ]);
  return scan!.name;
}

/** Everybody who looks at the pledge has an older one from here on: nobody publishes or reopens past a signature. */
async function touch(tx: Writer, { id, version }: PledgeDetail): Promise<number> {
  return (await updatePledge(tx, { id, seenVersion: version }, {}))!;
}

const isAsSeen = (signature: Held, seen: Pick<Signature, 'signatoryName' | 'capacity' | 'signedOn'>): boolean =>
  (['signatoryName', 'capacity', 'signedOn'] as const).every((field) => signature[field] === seen[field]);

const signedFacts = ({ unitName, signedOn, signatoryName, capacity }: Held) => ({
  unit: unitName,
  signedOn: signedOn ?? '',
  signatory: [signatoryName, capacity].filter(Boolean).join(', '),
});
