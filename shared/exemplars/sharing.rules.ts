import type { Reason } from '#shared/core/reason.ts';
import { LEAST_REMOVAL_REASON } from '#shared/exemplars/exemplars.rules.ts';
import type { ExemplarSharing } from '#shared/exemplars/sharing.schema.ts';
import type { Better } from '#shared/indicators/indicators.schema.ts';

/** Why an exemplar cannot be proposed to other clusters now; empty when it can. */
export function askReasons({ sharing, story }: { sharing: ExemplarSharing; story: string }): Reason[] {
  if (sharing === 'asked') return [{ code: 'exemplar.sharing-asked' }];
  if (sharing === 'approved') return [{ code: 'exemplar.sharing-approved' }];
  // Others cannot take up what nobody told them how to do.
  return story.trim() === '' ? [{ code: 'exemplar.sharing-needs-story' }] : [];
}

/** Why the chair's approver cannot decide like this now; what was approved can be ended (thôi phổ biến) too. */
export function decideReasons(
  sharing: ExemplarSharing,
  { decision, reason }: { decision: 'approve' | 'decline'; reason: string },
): Reason[] {
  if (sharing !== 'asked' && !(sharing === 'approved' && decision === 'decline'))
    return [{ code: 'exemplar.sharing-not-asked' }];
  if (decision === 'decline' && reason.length < LEAST_REMOVAL_REASON)
    return [{ code: 'exemplar.decline-needs-reason', field: 'reason', facts: { leastCount: LEAST_REMOVAL_REASON } }];
  return [];
}

/** What a change by its own unit makes of an approval: the chair approved other words. */
export const sharingAfterChange = (sharing: ExemplarSharing, isChair: boolean): ExemplarSharing =>
  sharing === 'approved' && !isChair ? 'asked' : sharing;

/** Figures scaled alike; null: there is none. `others`: counted figures of the other members. */
export type Standing = { value: number | null; target: number | null; others: readonly number[]; better: Better };
export type Lag = { against: 'target' | 'mean'; value: number; than: number };

/** Fewer than this many other members make no mean worth comparing with. Our own figure. */
const LEAST_OTHERS = 2;

/**
 * Where a member lags behind: its target not reached, else worse than the arithmetic mean of the counted reports of
 * all members (its own among them). Undefined: it does not, or nothing can be said.
 */
export function lagOf({ value, target, others, better }: Standing): Lag | undefined {
  if (value === null || better === 'none') return undefined;
  const isWorse = (than: number) => (better === 'up' ? value < than : value > than);
  if (target !== null && isWorse(target)) return { against: 'target', value, than: target };
  if (others.length < LEAST_OTHERS) return undefined;
  const mean = Math.round([...others, value].reduce((sum, one) => sum + one, 0) / (others.length + 1));
  return isWorse(mean) ? { against: 'mean', value, than: mean } : undefined;
}
