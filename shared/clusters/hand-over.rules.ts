import type { Reason } from '#shared/core/reason.ts';

/** Who leads a cluster today, and how the year of a record stands to it. */
export type Leadership = {
  /** The unit that leads the cluster today, and its name in a sentence. */
  chairUnitId: string;
  chairName: string;
  /** The chair of the record's own year, and the day it handed over (YYYY-MM-DD). */
  yearChairUnitId: string;
  handOverOn: string | null;
};

/**
 * Why somebody of the year's own chair acts no more: since the hand-over another unit leads. Empty for all others and
 * before that day.
 * @param units the person's units in the scope of the chair
 * @param today YYYY-MM-DD
 */
export function handedOverReasons(units: readonly string[], leadership: Leadership, today: string): Reason[] {
  const { chairUnitId, chairName, yearChairUnitId, handOverOn } = leadership;
  if (handOverOn === null || handOverOn > today || chairUnitId === yearChairUnitId) return [];
  if (!units.includes(yearChairUnitId)) return [];
  return [{ code: 'cluster.handed-over', facts: { chair: chairName, handOverOn } }];
}

type Year = { id: string; year: number; handOverOn: string | null };

/** How a year stands in the row of hand-overs: its chair leads, has handed over, or still waits for it. */
export type LeadState = 'leading' | 'handed-over' | 'ahead';

/** @param years all years of the cluster, oldest first */
export function leadState(years: readonly Year[], id: string, today: string): LeadState {
  const leading = years.find(({ handOverOn }) => handOverOn === null || handOverOn > today) ?? years.at(-1);
  if (leading?.id === id) return 'leading';
  const at = years.findIndex((one) => one.id === id);
  const leadingAt = years.findIndex((one) => one.id === leading?.id);
  return at < leadingAt ? 'handed-over' : 'ahead';
}

type Plan = {
  year: Year & { startsOn: string };
  /** The year before, if there is one. */
  previous: Year | undefined;
  /** The year whose chair takes over. */
  next: (Year & { endsOn: string }) | undefined;
  handOverOn: string;
  today: string;
  /** The administrator may correct a day that has passed. */
  isAdmin: boolean;
};

/** Why this day cannot be the day of the hand-over (Bàn giao nhiệm vụ Cụm trưởng). */
export function handOverReasons({ year, previous, next, handOverOn, today, isAdmin }: Plan): Reason[] {
  const field = 'handOverOn';
  if (!next) return [{ code: 'hand-over.no-next-year', facts: { next: year.year + 1 } }];
  if (year.handOverOn !== null && year.handOverOn <= today && !isAdmin)
    return [{ code: 'hand-over.fixed', facts: { handOverOn: year.handOverOn } }];
  if (previous && previous.handOverOn === null)
    return [{ code: 'hand-over.previous-open', facts: { previous: previous.year } }];
  const reasons: Reason[] = [];
  if (handOverOn < today && !isAdmin) reasons.push({ code: 'hand-over.past', field, facts: { todayOn: today } });
  if (handOverOn <= year.startsOn)
    reasons.push({ code: 'hand-over.before-year', field, facts: { year: year.year, startsOn: year.startsOn } });
  if (handOverOn > next.endsOn)
    reasons.push({ code: 'hand-over.after-next', field, facts: { next: next.year, endsOn: next.endsOn } });
  if (previous?.handOverOn && handOverOn <= previous.handOverOn)
    reasons.push({
      code: 'hand-over.before-previous',
      field,
      facts: { previous: previous.year, handOverOn: previous.handOverOn },
    });
  if (next.handOverOn !== null && handOverOn >= next.handOverOn)
    reasons.push({ code: 'hand-over.after-following', field, facts: { next: next.year, handOverOn: next.handOverOn } });
  return reasons;
}
