import { describe, expect, test } from 'vitest';
import { readDataFile } from '#db/seed/data-file.ts';
import { demoData } from '#db/seed/demo-data.ts';
import { EXACT_RULE } from '#shared/pledges/pledge-rule.schema.ts';
import { outcomeOf, percentOfPlan, shareOfPlan } from '#shared/pledges/pledges.rules.ts';

describe('was the promise kept', () => {
  test.each([
    ['up', 11, 10, 'exceeded'],
    ['up', 10, 10, 'met'],
    ['up', 9, 10, 'missed'],
    ['down', 9, 10, 'exceeded'],
    ['down', 10, 10, 'met'],
    ['down', 11, 10, 'missed'],
    ['up', null, 10, 'no-figure'],
    ['up', 5, null, 'no-target'],
    ['up', null, null, 'no-target'],
    ['none', 5, 4, null],
  ] as const)('better %s: %s against %s is %s', (better, value, target, expected) => {
    expect(outcomeOf(better, value, target, EXACT_RULE)).toBe(expected);
  });

  const TOLERANT = { keptFrom: 950, exceededFrom: 1050 };
  test.each([
    // 95 % and 105 % of 1.150,0 to the tenth, and one tenth beside them.
    ['up', 10_925, 11_500, 'met'],
    ['up', 10_924, 11_500, 'missed'],
    ['up', 11_500, 11_500, 'met'],
    ['up', 12_074, 11_500, 'met'],
    ['up', 12_075, 11_500, 'exceeded'],
    // Target ÷ figure: 5,00 ÷ 5,26 is 95,06 %, ÷ 5,27 is 94,9 %; 5,00 ÷ 4,76 is 105,04 %.
    ['down', 526, 500, 'met'],
    ['down', 527, 500, 'missed'],
    ['down', 477, 500, 'met'],
    ['down', 476, 500, 'exceeded'],
    ['down', 0, 500, 'exceeded'],
    ['down', -1, 500, 'exceeded'],
    // A target of zero has no share.
    ['up', 0, 0, 'met'],
    ['up', 1, 0, 'exceeded'],
    ['up', -1, 0, 'missed'],
    ['down', 0, 0, 'met'],
    ['down', 1, 0, 'missed'],
    ['down', -1, 0, 'exceeded'],
    // Beyond what a floating number keeps apart.
    ['up', 854_999_999_999_999, 900_000_000_000_000, 'missed'],
    ['up', 855_000_000_000_000, 900_000_000_000_000, 'met'],
  ] as const)(
    'kept from 95 %%, exceeded from 105 %%: better %s, %s against %s is %s',
    (better, value, target, expected) => {
      expect(outcomeOf(better, value, target, TOLERANT)).toBe(expected);
    },
  );

  test('exceeded is better than the target even where it counts from 100 % on', () => {
    expect(outcomeOf('up', 100, 100, { keptFrom: 900, exceededFrom: 1000 })).toBe('met');
    expect(outcomeOf('up', 101, 100, { keptFrom: 900, exceededFrom: 1000 })).toBe('exceeded');
  });

  test('the demo year comes out as the cluster recorded it', () => {
    const { expected } = readDataFile<{ expected: { pledgeResults: Record<string, Record<string, string>> } }>(
      'demo-2023.json',
    );
    const computed = demoData()
      .indicators.filter(({ code }) => code in expected.pledgeResults)
      .map(({ code, better, actual, target }) => [
        code,
        Object.fromEntries(
          Object.keys(actual).map((unitId) => [
            unitId,
            outcomeOf(better, actual[unitId]!, target[unitId]!, EXACT_RULE),
          ]),
        ),
      ]);
    const recorded = JSON.parse(JSON.stringify(expected.pledgeResults).replaceAll('kept', 'met'));
    expect(Object.fromEntries(computed)).toEqual(recorded);
  });
});

test('đạt % kế hoạch is rounded to a tenth of a percent', () => {
  expect(percentOfPlan(44_863, 43_000)).toBe(1_043);
  expect(percentOfPlan(1, 3)).toBe(333);
  expect(percentOfPlan(2, 3)).toBe(667);
  expect(percentOfPlan(0, 3)).toBe(0);
  expect(percentOfPlan(5, 0)).toBeNull();
  expect(percentOfPlan(5, null)).toBeNull();
  expect(percentOfPlan(null, 5)).toBeNull();
});

test('a share never reads as 100 % or as a percentage of the rule when it is none', () => {
  expect(shareOfPlan(11_500, 11_500)).toEqual({ scaled: 1000, decimals: 1 });
  expect(shareOfPlan(44_863, 43_000)).toEqual({ scaled: 1043, decimals: 1 });
  expect(shareOfPlan(9_996, 10_000)).toEqual({ scaled: 9_996, decimals: 2 });
  expect(shareOfPlan(10_004, 10_000)).toEqual({ scaled: 10_004, decimals: 2 });
  expect(shareOfPlan(94_996, 100_000, [950, 1050])).toEqual({ scaled: 94_996, decimals: 3 });
  expect(shareOfPlan(94_996, 100_000)).toEqual({ scaled: 950, decimals: 1 });
  expect(shareOfPlan(899_999_999_999_999, 900_000_000_000_000)).toEqual({ scaled: 99_999_999, decimals: 6 });
  expect(shareOfPlan(900_000_000_000_000, 899_999_999_999_999)).toEqual({ scaled: 100_000_001, decimals: 6 });
  expect([shareOfPlan(5, 0), shareOfPlan(5, null), shareOfPlan(null, 5)]).toEqual([null, null, null]);
});
