import { expect, test } from 'vitest';
import { EXACT_RULE } from '#shared/pledges/pledge-rule.schema.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';
import { summarise } from '#shared/reports/summary.rules.ts';

const indicator = {
  id: 'v1',
  indicatorId: 'i1',
  weightIndicatorId: null,
  aggregation: 'sum' as const,
  better: 'up' as const,
  kind: 'flow' as const,
  unitOfMeasure: 'tỷ đồng',
  decimals: 1,
  paperWording: null,
};
const UNITS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
type Told = { value: number; prior?: number; target?: number; note?: string };

/** The members in doubt; who is not told of reports 5 % more than the 1.000 of last year. */
function doubted(told: Record<string, Told>, period: ReportPeriod = 'year-end'): string[] {
  const of = (unitId: string) => ({ value: 10_500, prior: 10_000, ...told[unitId] });
  const row = (unitId: string, value: number | null) => ({ unitId, indicatorVersionId: 'v1', value });
  const [line] = summarise({
    year: 2023,
    period,
    indicators: [indicator],
    members: UNITS.map((unitId) => ({ unitId, status: 'received' })),
    cells: UNITS.map((unitId) => ({
      ...row(unitId, of(unitId).value),
      valueStatus: 'official',
      sourceOffice: '',
      note: of(unitId).note ?? '',
    })),
    targets: UNITS.map((unitId) => row(unitId, of(unitId).target ?? null)),
    priors: UNITS.map((unitId) => row(unitId, of(unitId).prior)),
    rule: period === 'year-end' ? EXACT_RULE : null,
  });
  return line!.members.filter(({ isDoubtful }) => isDoubtful).map(({ unitId }) => unitId);
}

test('a figure is in doubt by the rules of the report: its peers, its target, its sign', () => {
  expect(doubted({})).toEqual([]);
  expect(doubted({ B: { value: 14_500 } })).toEqual(['B']);
  expect(doubted({ C: { value: 10_500, target: 4_000 } })).toEqual(['C']);
  expect(doubted({ D: { value: -10_500, prior: 0 } })).toEqual(['D']);
  expect(doubted({ B: { value: 14_500, note: 'Thu một lần từ đấu giá đất.' } })).toEqual([]);
});

test('half a year of a flow is not held against a whole one', () => {
  const half = Object.fromEntries(UNITS.map((unitId) => [unitId, { value: 4_900, target: 11_000 }]));
  expect(doubted(half, 'mid-year')).toEqual([]);
  expect(doubted(half, 'year-end')).toEqual(UNITS);
});
