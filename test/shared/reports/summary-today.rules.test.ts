import { expect, test } from 'vitest';
import { EXACT_RULE } from '#shared/pledges/pledge-rule.schema.ts';
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
const SUM = { aggregation: 'sum', better: 'up', rule: EXACT_RULE } as const;

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

const weight = (unitId: string, value: number | null, prior: number | null = null) =>
  [unitId, { value, prior, target: null }] as const;

test('a weighted mean takes the weights of the same year, and a missing weight leaves no figure and says so', () => {
  const members = [line('A', 300, null, 200), line('B', 500, null, 400)];
  const groups = [group('N', ['A'], ['B'])];
  const weighted = { aggregation: 'weighted-mean', better: 'up', rule: EXACT_RULE } as const;
  const known = new Map([weight('A', 30, 10), weight('B', 10, 30)]);
  expect(linesOfToday(weighted, members, groups, known)[0]).toMatchObject({ value: 350, prior: 350, why: null });
  const lacking = new Map([weight('A', 30), weight('B', null)]);
  expect(linesOfToday(weighted, members, groups, lacking)[0]).toMatchObject({ value: null, why: 'no-weights' });
  const zero = new Map([weight('A', 0), weight('B', 0)]);
  expect(linesOfToday(weighted, members, groups, zero)[0]).toMatchObject({ value: null, why: 'zero-weights' });
});

test('an arithmetic mean is none of merged members: they are no equals any more', () => {
  const mean = { aggregation: 'mean', better: 'up', rule: EXACT_RULE } as const;
  const [one] = linesOfToday(mean, [line('A', 300), line('B', 500)], [group('N', ['A'], ['B'])]);
  expect(one).toMatchObject({ value: null, why: 'no-weights' });
});

test('where no member has a figure the unit of today has none, and it is no zero', () => {
  const [one] = linesOfToday(SUM, [line('A', null), line('B', null)], [group('N', ['A'], ['B'])]);
  expect(one).toMatchObject({ value: null, why: 'no-figures', counted: 0 });
});

test('one whole member keeps its own figure, by whatever method; two are not added where that means nothing', () => {
  const none = { aggregation: 'none', better: 'up', rule: EXACT_RULE } as const;
  const members = [line('A', 300), line('B', 500)];
  expect(linesOfToday(none, members, [group('N', ['A'])])[0]!.value).toBe(300);
  expect(linesOfToday(none, members, [group('N', ['A'], ['B'])])[0]!.value).toBeNull();
  expect(linesOfToday({ ...none, aggregation: 'weighted-mean' }, members, [group('N', ['A'])])[0]!.value).toBe(300);
});
