import { expect, test } from 'vitest';
import { linesOfToday } from '#shared/reports/summary-today.rules.ts';

const line = (unitId: string, value: number | null, target: number | null = null, prior: number | null = null) => ({
  unitId,
  value,
  prior,
  target,
});
const group = (unitId: string, ...from: [string, number?][]) => ({
  unitId,
  from: from.map(([id, sharePermille = 1000]) => ({ unitId: id, sharePermille })),
});
const SUM = { aggregation: 'sum', better: 'up' } as const;

test('sums are added, with their targets and last year, and judged together', () => {
  const [one] = linesOfToday(SUM, [line('A', 100, 90, 80), line('B', 50, 70, 40)], [group('N', ['A'], ['B'])]);
  expect(one).toMatchObject({ value: 150, target: 160, prior: 120, outcome: 'missed', counted: 2, isEstimated: false });
});

test('a missing member leaves the sum of the others and no verdict', () => {
  const [one] = linesOfToday(SUM, [line('A', 100, 90), line('B', null, 70)], [group('N', ['A'], ['B'])]);
  expect(one).toMatchObject({ value: 100, outcome: null, counted: 1 });
});

test('a member that was split gives its share, which is an estimate', () => {
  const lines = linesOfToday(SUM, [line('A', 1_001)], [group('N', ['A', 600]), group('M', ['A', 400])]);
  expect(lines.map(({ value, isEstimated }) => [value, isEstimated])).toEqual([
    [601, true],
    [400, true],
  ]);
});

test('means are taken over the members in the unit; a weighted one by their weights', () => {
  const members = [line('A', 300), line('B', 500)];
  const groups = [group('N', ['A'], ['B'])];
  expect(linesOfToday({ aggregation: 'mean', better: 'up' }, members, groups)[0]!.value).toBe(400);
  const weights = new Map([
    ['A', 30],
    ['B', 10],
  ]);
  expect(linesOfToday({ aggregation: 'weighted-mean', better: 'up' }, members, groups, weights)[0]!.value).toBe(350);
});

test('one whole member keeps its own figure, by whatever method; two are not added where that means nothing', () => {
  const none = { aggregation: 'none', better: 'up' } as const;
  const members = [line('A', 300), line('B', 500)];
  expect(linesOfToday(none, members, [group('N', ['A'])])[0]!.value).toBe(300);
  expect(linesOfToday(none, members, [group('N', ['A'], ['B'])])[0]!.value).toBeNull();
  expect(linesOfToday({ ...none, aggregation: 'weighted-mean' }, members, [group('N', ['A'])])[0]!.value).toBe(300);
});
