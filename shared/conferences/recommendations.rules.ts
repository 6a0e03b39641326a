import type { RecommendationDraft, TaskStatus } from '#shared/conferences/recommendations.schema.ts';
import type { Reason } from '#shared/core/reason.ts';

type Dates = Pick<RecommendationDraft, 'madeOn' | 'dueOn' | 'leadUnitIds'>;

/**
 * Why a recommendation cannot be kept so: no unit leads, made before the conference, due before it was made. Each
 * ground names both dates.
 */
export function recommendationReasons({ madeOn, dueOn, leadUnitIds }: Dates, conferenceOn: string): Reason[] {
  const reasons: Reason[] = [];
  if (madeOn < conferenceOn)
    reasons.push({
      code: 'recommendation.before-conference',
      field: 'madeOn',
      facts: { madeOn, heldOn: conferenceOn },
    });
  if (leadUnitIds.length === 0) reasons.push({ code: 'recommendation.no-lead', field: 'leadUnitIds' });
  if (dueOn !== null && dueOn < madeOn)
    reasons.push({ code: 'recommendation.due-before-made', field: 'dueOn', facts: { dueOn, madeOn } });
  return reasons;
}

/** A recommendation does not move behind a result that was already reported on it. */
export function movedReasons(madeOn: string, reports: readonly { unitName: string; reportedOn: string }[]): Reason[] {
  const first = reports.find(({ reportedOn }) => reportedOn < madeOn);
  if (!first) return [];
  const { unitName: unit, reportedOn } = first;
  return [{ code: 'recommendation.made-after-report', field: 'madeOn', facts: { madeOn, unit, reportedOn } }];
}

type Reported = { unitName: string; status: TaskStatus };

/** A unit that has reported keeps its task: a result is never thrown away by a change of the list. */
export function leadReasons(leaving: readonly Reported[]): Reason[] {
  const reported = leaving.filter(({ status }) => status !== 'open');
  if (reported.length === 0) return [];
  const units = reported.map(({ unitName }) => unitName).join(', ');
  return [{ code: 'recommendation.lead-has-reported', field: 'leadUnitIds', facts: { units } }];
}

/** The same for the whole recommendation. */
export function removalReasons(tasks: readonly Reported[]): Reason[] {
  const reported = tasks.filter(({ status }) => status !== 'open');
  if (reported.length === 0) return [];
  const units = reported.map(({ unitName }) => unitName).join(', ');
  return [{ code: 'recommendation.has-results', facts: { units } }];
}

/** A unit that has brought documents keeps its task too: without it they would belong to nothing. */
export function documentReasons(leaving: readonly { unitName: string; documentCount: number }[]): Reason[] {
  const units = leaving.filter(({ documentCount }) => documentCount > 0).map(({ unitName }) => unitName);
  if (units.length === 0) return [];
  return [{ code: 'recommendation.lead-has-documents', field: 'leadUnitIds', facts: { units: units.join(', ') } }];
}

/** Why a unit cannot report on its task so; `report` null asks only about the day. */
export function reportReasons(
  { madeOn, number }: { madeOn: string; number: number },
  report: { status: TaskStatus; outcome: string } | null,
  today: string,
): Reason[] {
  if (today < madeOn)
    return [{ code: 'recommendation.not-made-yet', field: 'status', facts: { number, madeOn, todayOn: today } }];
  return report?.status === 'done' && report.outcome.trim() === ''
    ? [{ code: 'recommendation.no-outcome', field: 'outcome' }]
    : [];
}

/** Late: not done and the due day is over; the due day itself is not late. */
export function isLate(status: TaskStatus, dueOn: string | null, today: string): boolean {
  return status !== 'done' && dueOn !== null && dueOn < today;
}
