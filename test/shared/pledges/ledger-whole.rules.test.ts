import { expect, test } from 'vitest';
import { wholeOf } from '#shared/pledges/ledger-whole.rules.ts';

const cell = (target: number | null, quarters: (number | null)[], actual: number | null = null) => ({
  target,
  actual,
  progress: quarters.map((value) => ({ value })),
});

test('the whole is what the members that promised it came to; a part of them has no share', () => {
  const cells = [cell(100, [30, null], 99), cell(200, [60, 90], 201), cell(null, [1_000, 1_000], 1_000)];
  const { plan, quarters, actual } = wholeOf({ aggregation: 'sum', cells });
  expect(plan).toMatchObject({ value: 300, counted: 2, members: 2 });
  expect(quarters[0]).toMatchObject({ value: 90, counted: 2, share: { scaled: 300, decimals: 1 } });
  expect(quarters[1]).toMatchObject({ value: 90, counted: 1, members: 2, share: null });
  expect(actual).toMatchObject({ value: 300, share: { scaled: 1000, decimals: 1 } });
});

test('a mean is one of those who promised; what is not added up, or weighs by another figure, has no whole', () => {
  const cells = [cell(400, [100]), cell(300, [200])];
  expect(wholeOf({ aggregation: 'mean', cells }).quarters[0]).toMatchObject({ value: 150 });
  expect(wholeOf({ aggregation: 'weighted-mean', cells }).plan.value).toBeNull();
  expect(wholeOf({ aggregation: 'none', cells }).quarters[0]).toMatchObject({ value: null, share: null });
  expect(wholeOf({ aggregation: 'sum', cells: [] }).quarters).toEqual([]);
});
