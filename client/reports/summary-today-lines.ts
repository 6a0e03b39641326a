import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import { linesOfToday, type TodayLine } from '#shared/reports/summary-today.rules.ts';
import { groupByToday } from '#shared/units/today-groups.ts';

/** The members' figures of one indicator as the units of today. */
export function todayLines(
  indicator: SummaryIndicator,
  { members, indicators, pledgeRule }: Summary,
  mapping: UnitsToday,
): TodayLine[] {
  const weights = new Map(
    (indicators.find(({ id }) => id === indicator.weightIndicatorId)?.members ?? []).map((line) => [line.unitId, line]),
  );
  const groups = groupByToday(
    members.map(({ unitId }) => unitId),
    mapping,
  );
  return linesOfToday({ ...indicator, rule: pledgeRule }, indicator.members, groups, weights);
}
