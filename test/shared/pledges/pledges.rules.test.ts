import { describe, expect, test } from 'vitest';
import { readDataFile } from '#db/seed/data-file.ts';
import { demoData } from '#db/seed/demo-data.ts';
import { outcomeOf, percentOfPlan } from '#shared/pledges/pledges.rules.ts';

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
    expect(outcomeOf(better, value, target)).toBe(expected);
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
          Object.keys(actual).map((unitId) => [unitId, outcomeOf(better, actual[unitId]!, target[unitId]!)]),
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
