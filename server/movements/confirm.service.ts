import type * as z from 'zod/mini';
import { findMembers } from '#db/clusters/clusters.queries.ts';
import type { Writer } from '#db/database.ts';
import { findConfirmation, findOrganizer, findReview, findSending } from '#db/movements/confirm.queries.ts';
import { markSent, putConfirmation, putReview } from '#db/movements/confirm.writes.ts';
import { lockYear } from '#db/movements/movements.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { movementEvent } from '#server/movements/movements.audit.ts';
import { reviewPersonReasons, sendPersonReasons } from '#server/movements/movements.policy.ts';
import { forbidIf, openMovement } from '#server/movements/movements.service.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { formatDate, vietnamDate } from '#shared/core/dates.ts';
import { conflict, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { confirmationReasons, draftYearReasons, reviewReasons, sendReasons } from '#shared/movements/confirm.rules.ts';
import type { ConfirmationDraft, confirmMovement, saveReview, sendMovement } from '#shared/movements/confirm.schema.ts';

/** Asks the members to confirm until a day; asked again it only moves the day. @throws not-found, forbidden, refused */
export function sendToMembers(ctx: ActorContext, input: z.infer<typeof sendMovement>): Promise<object> {
  const { clusterYearId, id, confirmBy } = input;
  const today = vietnamDate(ctx.now());
  return commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const { movement, year } = await openMovement(ctx, tx, clusterYearId, id);
    forbidIf(sendPersonReasons(ctx.actor, year));
    const organizerUnitId = await findOrganizer(tx, clusterYearId);
    refuseIf(draftYearReasons(year.status));
    const before = await findSending(tx, clusterYearId, id);
    const sentBy = before?.confirmBy ?? null;
    refuseIf(sendReasons(movement, { organizerUnitId, today, confirmBy, sentBy }));
    await markSent(tx, clusterYearId, id, { sentOn: before?.sentOn ?? today, confirmBy });
    await tellUnits(ctx, tx, {
      unitIds: await membersOf(tx, clusterYearId),
      code: 'notice.movement-sent',
      facts: { name: movement.name, byOn: confirmBy },
      link: `/cum/${clusterYearId}/phong-trao`,
    });
    const from = before?.confirmBy ? formatDate(before.confirmBy) : null;
    return {
      result: {},
      audit: [
        {
          ...movementEvent(movement, clusterYearId, 'movement.sent'),
          changes: [{ field: 'confirmBy', from, to: formatDate(confirmBy) }],
        },
      ],
    };
  });
}

/** A member confirms that it takes part, or corrects what it said. @throws not-found, forbidden, conflict, refused */
export function confirmOnce(
  ctx: ActorContext,
  input: z.infer<typeof confirmMovement>,
): Promise<{ id: string; version: number }> {
  const { clusterYearId, unitId, seenVersion, draft } = input;
  const today = vietnamDate(ctx.now());
  return commitOnce(ctx, input, async (tx) => {
    await lockYear(tx, clusterYearId);
    const { movement, year } = await openMovement(ctx, tx, clusterYearId, input.id);
    const member = (await findMembers(tx, clusterYearId)).find((one) => one.unitId === unitId);
    if (!member || !ctx.access.own.includes(unitId)) throw new Refusal('forbidden', [{ code: 'movement.not-member' }]);
    await requireActiveMember(tx, clusterYearId, unitId, today);
    const before = await findConfirmation(tx, clusterYearId, input.id, unitId);
    requireSeen(before?.version, seenVersion);
    const sending = await findSending(tx, clusterYearId, input.id);
    refuseIf(confirmationReasons(draft, sending?.sentOn ?? null, today));
    const id = before?.id ?? ctx.newId();
    const version = (before?.version ?? 0) + 1;
    const isDemo = ctx.demo ? 1 : 0;
    await putConfirmation(tx, { ...draft, id, clusterYearId, movementId: input.id, unitId, isDemo, version });
    if (!before)
      await tellUnits(ctx, tx, {
        unitIds: [year.chairUnitId],
        roles: ['specialist', 'approver'],
        code: 'notice.movement-confirmed',
        facts: { unit: member.name, name: movement.name },
        link: `/cum/${clusterYearId}/phong-trao`,
      });
    return {
      result: { id, version },
      audit: [
        {
          action: 'movement.confirmed',
          subjectKind: 'movement-confirmation',
          subjectId: id,
          subjectLabel: movement.name,
          clusterYearId,
          unitId,
          changes: confirmationChanges(before ?? null, draft),
        },
      ],
    };
  });
}

/** Sơ kết or tổng kết of a movement in the year. @throws not-found, forbidden, conflict, refused */
export function putReviewDraft(ctx: ActorContext, input: z.infer<typeof saveReview>): Promise<{ version: number }> {
  const { clusterYearId, id, kind, seenVersion, draft } = input;
  return commit(ctx, async (tx) => {
    await lockYear(tx, clusterYearId);
    const { movement, year } = await openMovement(ctx, tx, clusterYearId, id);
    forbidIf(reviewPersonReasons(ctx.actor, movement, year));
    refuseIf(draftYearReasons(year.status));
    const before = await findReview(tx, clusterYearId, id, kind);
    requireSeen(before?.version, seenVersion);
    refuseIf(reviewReasons(draft, movement.periodFrom, vietnamDate(ctx.now())));
    const version = (before?.version ?? 0) + 1;
    await putReview(tx, { ...draft, clusterYearId, movementId: id, kind, version });
    const text = ({ heldOn, content }: { heldOn: string; content: string }) => `${formatDate(heldOn)}: ${content}`;
    return {
      result: { version },
      audit: [
        {
          ...movementEvent(movement, clusterYearId, 'movement.review-saved'),
          changes: [{ field: kind, from: before ? text(before) : null, to: text(draft) }],
        },
      ],
    };
  });
}

function requireSeen(version: number | undefined, seenVersion: number | null): void {
  if ((version ?? null) !== seenVersion) throw conflict([{ code: 'movement.part-changed-meanwhile' }]);
}

const membersOf = async (tx: Writer, clusterYearId: string) =>
  (await findMembers(tx, clusterYearId)).map(({ unitId }) => unitId);

function confirmationChanges(before: ConfirmationDraft | null, after: ConfirmationDraft) {
  const words = ({ confirmedOn, person, document, note }: ConfirmationDraft) => ({
    confirmedOn: formatDate(confirmedOn),
    person,
    confirmingDocument: document || null,
    note: note || null,
  });
  const [was, is] = [before && words(before), words(after)];
  return (Object.keys(is) as (keyof typeof is)[])
    .map((field) => ({ field, from: was?.[field] ?? null, to: is[field] }))
    .filter(({ from, to }) => from !== to);
}
