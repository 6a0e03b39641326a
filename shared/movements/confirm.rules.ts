import type { YearStatus } from '#shared/clusters/clusters.schema.ts';
import { htmlSignIn } from '#shared/core/plain-text.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { ConfirmationDraft, ReviewDraft } from '#shared/movements/confirm.schema.ts';
import type { MovementLevel } from '#shared/movements/movements.schema.ts';

/** A day that is today or was: what is recorded as done cannot lie ahead. */
const aheadReasons = (field: string, foundOn: string, todayOn: string): Reason[] =>
  foundOn > todayOn ? [{ code: 'movement.day-ahead', field, facts: { foundOn, todayOn } }] : [];

const plainReasons = (field: string, text: string): Reason[] => {
  const found = htmlSignIn(text);
  return found === undefined ? [] : [{ code: 'movement.text-html', field, facts: { found } }];
};

/** What goes to members or is reported by them waits until the year is published. */
export const draftYearReasons = (status: YearStatus): Reason[] =>
  status === 'draft' ? [{ code: 'movement.year-draft' }] : [];

/** `sentBy`: until when the members were asked before; left out or null: never. All days 'YYYY-MM-DD'. */
type Sending = { organizerUnitId: string | null; today: string; confirmBy: string; sentBy?: string | null };

/**
 * Why a movement cannot be sent to the members until this day. A province's own movement is sent only in a cluster
 * that the province organises: to its peers it would read as an order.
 */
export function sendReasons(
  movement: { level: MovementLevel; unitId: string | null; periodTo: string },
  { organizerUnitId, today, confirmBy, sentBy = null }: Sending,
): Reason[] {
  if (movement.level === 'province' && movement.unitId !== organizerUnitId)
    return [{ code: 'movement.not-for-members' }];
  const found: Reason[] = [];
  if (movement.periodTo < today) found.push({ code: 'movement.over', facts: { endedOn: movement.periodTo } });
  if (confirmBy < today)
    found.push({ code: 'movement.due-past', field: 'confirmBy', facts: { foundOn: confirmBy, todayOn: today } });
  // Pressed twice, or by two people: the members are told once.
  else if (sentBy === confirmBy)
    found.push({ code: 'movement.sent-same-day', field: 'confirmBy', facts: { byOn: confirmBy } });
  return found;
}

/** Why a confirmation cannot be recorded like this. */
export function confirmationReasons(draft: ConfirmationDraft, sentOn: string | null, today: string): Reason[] {
  if (sentOn === null) return [{ code: 'movement.not-sent' }];
  const found: Reason[] = [];
  if (draft.person === '') found.push({ code: 'movement.person-missing', field: 'person' });
  found.push(...aheadReasons('confirmedOn', draft.confirmedOn, today));
  for (const field of ['person', 'document', 'note'] as const) found.push(...plainReasons(field, draft[field]));
  return found;
}

/** Why a review cannot be recorded like this. */
export function reviewReasons(draft: ReviewDraft, periodFrom: string, today: string): Reason[] {
  const found: Reason[] = [];
  if (draft.content === '') found.push({ code: 'movement.review-empty', field: 'content' });
  if (draft.heldOn < periodFrom)
    found.push({
      code: 'movement.review-before-start',
      field: 'heldOn',
      facts: { foundOn: draft.heldOn, fromOn: periodFrom },
    });
  return [...found, ...aheadReasons('heldOn', draft.heldOn, today), ...plainReasons('content', draft.content)];
}
