import { describe, expect, test } from 'vitest';
import { demoData } from '#db/seed/demo-data.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { aggregate, divideRounded, paperWording } from '#shared/indicators/indicators.rules.ts';

const of = (...values: (number | null)[]) => values.map((value) => ({ value }));

describe('adding up what the members report', () => {
  test('a sum leaves a missing figure out and says over how many it is', () => {
    expect(aggregate('sum', of(10, null, 5))).toEqual({ value: 15, counted: 2, members: 3 });
  });

  test('a zero is a figure, unlike a missing one', () => {
    expect(aggregate('mean', of(0, null, 4))).toEqual({ value: 2, counted: 2, members: 3 });
  });

  test('nothing reported gives nothing, not zero', () => {
    expect(aggregate('sum', of(null, null))).toEqual({
      value: null,
      counted: 0,
      members: 2,
      why: 'no-figures',
    });
  });

  test('a mean rounds halves away from zero', () => {
    expect(aggregate('mean', of(1, 2)).value).toBe(2);
    expect(aggregate('mean', of(-1, -2)).value).toBe(-2);
    expect(aggregate('mean', of(1, 1, 2)).value).toBe(1);
  });

  test('a weighted mean follows the weights, and a member without one does not count', () => {
    const figures = [
      { value: 100, weight: 3 },
      { value: 200, weight: 1 },
      { value: 900, weight: null },
    ];
    expect(aggregate('weighted-mean', figures)).toEqual({ value: 125, counted: 2, members: 3 });
    // A share weighted by households that are all 0, or that nobody has told, is no figure, and says why.
    const none = { value: null, members: 1 };
    expect(aggregate('weighted-mean', [{ value: 5, weight: 0 }])).toEqual({ ...none, counted: 1, why: 'zero-weights' });
    expect(aggregate('weighted-mean', [{ value: 5, weight: null }])).toEqual({
      ...none,
      counted: 0,
      why: 'no-weights',
    });
  });

  test('rates that cannot be added up never get a total', () => {
    expect(aggregate('none', of(1, 2))).toEqual({ value: null, counted: 2, members: 2 });
    expect(aggregate('last', of(1, 2)).value).toBeNull();
  });

  test('large figures stay exact', () => {
    expect(aggregate('sum', of(4_000_000_000_000_001, 4_000_000_000_000_001)).value).toBe(8_000_000_000_000_002);
    expect(divideRounded(9_007_199_254_740_991n * 3n, 3n)).toBe(9_007_199_254_740_991);
  });
});

describe('the demo year', () => {
  const { indicators, cluster } = demoData();
  const figuresOf = (by: Record<string, number | null>) =>
    cluster.memberUnitIds.map((id) => ({ value: by[id] ?? null }));

  test('gives the five figures of the cluster, in full and as they are written on paper', () => {
    const headlines = indicators.filter(({ isHeadline }) => isHeadline);
    const written = headlines.map(({ aggregation, decimals, actual, paperWording: pattern }) => {
      const scaled = aggregate(aggregation, figuresOf(actual)).value!;
      return [formatScaled(scaled, decimals), paperWording(pattern!, { scaled, decimals, year: 2023 })];
    });
    expect(written).toEqual([
      ['29.068,5', 'trên 29.000 tỷ đồng'],
      ['100.710', 'trên 100.000 lao động'],
      ['120', '120 trường'],
      ['22', 'có thêm 22 xã so với năm 2022'],
      ['4,41', 'bình quân giảm 4,41%'],
    ]);
  });

  test('weighted by households would give another mean', () => {
    const poverty = indicators.find(({ code }) => code === 'poverty-reduction')!;
    const { households } = poverty as unknown as { households: Record<string, number> };
    const figures = cluster.memberUnitIds.map((id) => ({ value: poverty.actual[id] ?? null, weight: households[id]! }));
    expect(aggregate('weighted-mean', figures).value).toBe(431);
  });
});

describe('the wording for paper', () => {
  test.each([
    ['trên {floor:1000} tỷ đồng', 290_685, 1, 'trên 29.000 tỷ đồng'],
    ['trên {floor:1000} lao động', 100_710, 0, 'trên 100.000 lao động'],
    ['giảm {value}%', 441, 2, 'giảm 4,41%'],
    ['có thêm {value} xã', 22, 0, 'có thêm 22 xã'],
  ])('%s of %i', (pattern, scaled, decimals, expected) => {
    expect(paperWording(pattern, { scaled, decimals, year: 2023 })).toBe(expected);
  });

  test('a round figure is not "over" itself', () => {
    expect(paperWording('trên {floor:1000} tỷ đồng', { scaled: 290_000, decimals: 1, year: 2023 })).toBe(
      '29.000 tỷ đồng',
    );
  });

  test('a figure below one step is written in full', () => {
    expect(paperWording('trên {floor:1000} tỷ đồng', { scaled: 9_995, decimals: 1, year: 2023 })).toBe('999,5 tỷ đồng');
  });

  test('a fall that became a rise is left to a person', () => {
    expect(paperWording('giảm {value}%', { scaled: -5, decimals: 2, year: 2023 })).toBeUndefined();
  });
});
