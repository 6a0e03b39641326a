import type { ConferenceHead, ConferenceStatus } from '#shared/conferences/conferences.schema.ts';
import type { Reason } from '#shared/core/reason.ts';

/** While the minutes are open everything may change; closed minutes are what the members rely on. */
export function openReasons(status: ConferenceStatus): Reason[] {
  return status === 'held' ? [{ code: 'conference.closed' }] : [];
}

/**
 * Why the head of a conference cannot be so.
 * @param yearStartsOn first day of the emulation year it sums up
 * @param recommendations those written down for it, with the day they were made
 */
export function headReasons(
  { heldOn }: Pick<ConferenceHead, 'heldOn'>,
  yearStartsOn: string,
  recommendations: readonly { number: number; madeOn: string }[],
): Reason[] {
  const reasons: Reason[] = [];
  if (heldOn < yearStartsOn)
    reasons.push({ code: 'conference.before-year', field: 'heldOn', facts: { heldOn, yearStartsOn } });
  const earlier = recommendations.filter(({ madeOn }) => madeOn < heldOn);
  const [first] = earlier;
  if (first)
    reasons.push({
      code: 'conference.after-recommendations',
      field: 'heldOn',
      facts: { heldOn, numbers: earlier.map(({ number }) => number).join(', '), madeOn: first.madeOn },
    });
  return reasons;
}

/** Why the minutes cannot be closed (Đã tổ chức): not held yet, or nothing in them. */
export function closeReasons(
  { status, heldOn, minutes }: { status: ConferenceStatus; heldOn: string; minutes: string },
  today: string,
): Reason[] {
  if (status === 'held') return [{ code: 'conference.already-closed' }];
  const reasons: Reason[] = [];
  if (today < heldOn) reasons.push({ code: 'conference.not-yet-held', facts: { heldOn, todayOn: today } });
  if (minutes.trim() === '') reasons.push({ code: 'conference.no-minutes', field: 'minutes' });
  return reasons;
}

/** Why minutes cannot be corrected: only closed ones are, by the approver with a reason. */
export function correctReasons(status: ConferenceStatus, minutes: string | null): Reason[] {
  if (status !== 'held') return [{ code: 'conference.still-open' }];
  return minutes !== null && minutes.trim() === '' ? [{ code: 'conference.no-minutes', field: 'minutes' }] : [];
}
