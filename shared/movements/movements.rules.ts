import { addDays, daysBetween } from '#shared/core/dates.ts';
import { htmlSignIn } from '#shared/core/plain-text.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { LaunchDraft, MovementDraft, MovementLevel, MovementState } from '#shared/movements/movements.schema.ts';

/** A span of days, both included, 'YYYY-MM-DD'. */
export type Period = { periodFrom: string; periodTo: string };
export type YearSpan = { startsOn: string; endsOn: string };

/** Nobody launches a year more than this before it begins. Our own figure, no law gives one. */
export const EARLIEST_LAUNCH_DAYS = 366;

/** @param today the day in Việt Nam, 'YYYY-MM-DD' */
export function movementStateOn({ periodFrom, periodTo }: Period, today: string): MovementState {
  if (today < periodFrom) return 'upcoming';
  return today > periodTo ? 'ended' : 'running';
}

/**
 * Where a movement has no day in common with the emulation year. That is a warning, not a wall: a cluster may sum up
 * a movement that has just ended, or prepare one.
 */
export function outsideYear({ periodFrom, periodTo }: Period, year: YearSpan): 'before' | 'after' | null {
  if (periodTo < year.startsOn) return 'before';
  return periodFrom > year.endsOn ? 'after' : null;
}

/** The Prime Minister's first, then the cluster's, then the provinces'; inside a group by the beginning of the period. */
const RANK: Readonly<Record<MovementLevel, number>> = { 'prime-minister': 0, cluster: 1, province: 2 };

export function compareMovements<M extends Period & { level: MovementLevel; name: string }>(a: M, b: M): number {
  return (
    RANK[a.level] - RANK[b.level] ||
    compare(a.periodFrom, b.periodFrom) ||
    compare(a.periodTo, b.periodTo) ||
    compare(a.name, b.name)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Why a movement cannot be saved like this, each reason with its field; empty when it can. */
export function movementReasons(draft: MovementDraft): Reason[] {
  const { periodFrom, periodTo } = draft;
  return [
    ...missing(draft.name, 'name', 'movement.name-missing'),
    ...missing(draft.launchedBy, 'launchedBy', 'movement.launcher-missing'),
    ...(periodTo < periodFrom
      ? [{ code: 'movement.period-backwards', field: 'periodTo', facts: { fromOn: periodFrom, toOn: periodTo } }]
      : []),
    ...(['name', 'launchedBy', 'goal', 'document'] as const).flatMap((field) => htmlReasons(field, draft[field])),
  ];
}

/** Why a year cannot be launched like this, each reason with its field; empty when it can. */
export function launchReasons(draft: LaunchDraft, year: YearSpan): Reason[] {
  return [
    ...launchDayReasons(draft.launchedOn, year),
    ...missing(draft.launchedBy, 'launchedBy', 'launch.launcher-missing'),
    ...(draft.contents.length === 0 ? [{ code: 'launch.contents-missing', field: 'contents' }] : []),
    ...draft.contents.flatMap((content, index) => missing(content, `contents.${index}`, 'launch.content-empty')),
    ...(['place', 'launchedBy'] as const).flatMap((field) => htmlReasons(field, draft[field])),
    ...draft.contents.flatMap((content, index) => htmlReasons(`contents.${index}`, content)),
  ];
}

function launchDayReasons(launchedOn: string, { startsOn, endsOn }: YearSpan): Reason[] {
  if (launchedOn > endsOn)
    return [{ code: 'launch.after-year', field: 'launchedOn', facts: { foundOn: launchedOn, endsOn } }];
  if (daysBetween(launchedOn, startsOn) <= EARLIEST_LAUNCH_DAYS) return [];
  const facts = { foundOn: launchedOn, startsOn, earliestOn: addDays(startsOn, -EARLIEST_LAUNCH_DAYS) };
  return [{ code: 'launch.too-early', field: 'launchedOn', facts }];
}

const missing = (value: string, field: string, code: string): Reason[] => (value === '' ? [{ code, field }] : []);

function htmlReasons(field: string, text: string): Reason[] {
  const found = htmlSignIn(text);
  return found === undefined ? [] : [{ code: 'movement.text-html', field, facts: { found } }];
}
