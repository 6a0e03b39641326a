import { updateDecision } from '#db/decisions/decisions.writes.ts';
import { findLaterAwards } from '#db/decisions/issue.queries.ts';
import { cancelAwards, cancelCertificates } from '#db/decisions/issue.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { changedMeanwhile, personReasons, seenDecision } from '#server/decisions/decisions.policy.ts';
import { eventOf, statusChange } from '#server/decisions/decisions.service.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';
import { cancelReasons } from '#shared/decisions/decisions.rules.ts';
import { CANCEL_GROUND_LABELS, type CancelGround } from '#shared/decisions/decisions.schema.ts';

export type CancelInput = {
  id: string;
  seenVersion: number;
  ground: CancelGround;
  reason: string;
  /** Number of the cancelling decision, as on paper. */
  number: string;
  cancelledOn: string;
};
export type Cancelled = {
  id: string;
  version: number;
  cancelledCount: number;
  /** Later awards of the same recipients: each has to be looked at, they may have relied on the cancelled one. */
  toReview: { awardId: string; printedName: string; decisionNumber: string; decidedOn: string }[];
};

/**
 * Hủy bỏ quyết định, thu hồi hiện vật và tiền thưởng (Luật 06/2022/QH15, Điều 93 khoản 2). Awards and certificates
 * stay in the book, marked; golden-book numbers are never given again.
 */
export function cancelDecision(ctx: ActorContext, input: CancelInput): Promise<Cancelled> {
  return commit(ctx, async (tx) => {
    const decision = await seenDecision(ctx, tx, input);
    const person = personReasons(ctx.actor, 'decisions.cancel', decision.numberingUnitId);
    if (person.length > 0) throw new Refusal('forbidden', person);
    refuseIf(cancelReasons(decision.status, { ...input, decidedOn: decision.decidedOn }, vietnamDate(ctx.now())));
    const saved = await updateDecision(tx, decision.id, input.seenVersion, {
      status: 'cancelled',
      cancelGround: input.ground,
      cancelReason: input.reason,
      cancelNumber: input.number,
      cancelledOn: input.cancelledOn,
    });
    if (!saved) throw await changedMeanwhile(tx, 'decision', decision.id);

    const awards = await cancelAwards(tx, decision.id);
    const certificates = await cancelCertificates(tx, decision.id, input.cancelledOn);
    const toReview = await findLaterAwards(
      tx,
      decision,
      awards.map(({ recipientId }) => recipientId),
    );
    const on = { field: 'cancelledOn', from: null, to: formatDate(input.cancelledOn) };
    const by = { field: 'cancelNumber', from: null, to: input.number };
    const cancelled: AuditEvent = {
      ...eventOf(decision, 'decision.cancelled', [
        statusChange(decision.status, 'cancelled'),
        { field: 'cancelGround', from: null, to: CANCEL_GROUND_LABELS[input.ground].vi },
        by,
        on,
      ]),
      reason: input.reason,
    };
    const about = { clusterYearId: decision.clusterYearId, reason: input.reason, changes: [by, on] };
    return {
      result: { id: decision.id, version: input.seenVersion + 1, cancelledCount: awards.length, toReview },
      audit: [
        cancelled,
        ...awards.map(
          ({ id, printedName, unitId }): AuditEvent => ({
            ...about,
            action: 'award.cancelled',
            subjectKind: 'award',
            subjectId: id,
            subjectLabel: printedName,
            unitId,
          }),
        ),
        ...certificates.map(
          ({ id, goldenBookNumber }): AuditEvent => ({
            ...about,
            action: 'certificate.cancelled',
            subjectKind: 'certificate',
            subjectId: id,
            subjectLabel: `Số sổ vàng ${goldenBookNumber}`,
            unitId: decision.numberingUnitId,
          }),
        ),
      ],
    };
  });
}
