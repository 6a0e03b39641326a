import { expect, test } from 'vitest';
import {
  compareMovements,
  launchReasons,
  movementReasons,
  movementStateOn,
  outsideYear,
} from '#shared/movements/movements.rules.ts';
import type { MovementLevel } from '#shared/movements/movements.schema.ts';
import { A_LAUNCH, A_MOVEMENT } from '#test/builders/movements.builder.ts';

const YEAR = { startsOn: '2023-01-01', endsOn: '2024-03-15' };
const PERIOD = { periodFrom: '2023-02-01', periodTo: '2023-02-28' };

test.each([
  ['2023-01-31', 'upcoming'],
  ['2023-02-01', 'running'],
  ['2023-02-28', 'running'],
  ['2023-03-01', 'ended'],
])('on %s it is %s: both ends belong to the period', (day, state) => {
  expect(movementStateOn(PERIOD, day)).toBe(state);
});

test.each([
  ['2020-01-01', '2022-12-31', 'before'],
  ['2020-01-01', '2023-01-01', null],
  ['2024-03-15', '2030-12-31', null],
  ['2024-03-16', '2030-12-31', 'after'],
])('%s to %s lies %s the year', (periodFrom, periodTo, where) => {
  expect(outsideYear({ periodFrom, periodTo }, YEAR)).toBe(where);
});

const codes = (reasons: readonly { code: string; field?: string }[]) => reasons.map(({ code, field }) => [code, field]);

test('a movement needs a name, somebody who launched it, and a period that goes forward', () => {
  expect(movementReasons(A_MOVEMENT)).toEqual([]);
  expect(movementReasons({ ...A_MOVEMENT, periodFrom: '2023-05-01', periodTo: '2023-05-01' })).toEqual([]);
  const wrong = { ...A_MOVEMENT, name: '', launchedBy: '', periodTo: '2021-12-31', goal: '<p>mục tiêu' };
  expect(codes(movementReasons(wrong))).toEqual([
    ['movement.name-missing', 'name'],
    ['movement.launcher-missing', 'launchedBy'],
    ['movement.period-backwards', 'periodTo'],
    ['movement.text-html', 'goal'],
  ]);
});

test.each([
  ['2021-12-30', 'launch.too-early'],
  ['2021-12-31', undefined],
  ['2022-12-28', undefined],
  ['2024-03-15', undefined],
  ['2024-03-16', 'launch.after-year'],
])('a launch on %s: %s', (launchedOn, code) => {
  expect(launchReasons({ ...A_LAUNCH, launchedOn }, YEAR)[0]?.code).toBe(code);
});

test('a launch has contents, none of them empty or HTML', () => {
  expect(launchReasons(A_LAUNCH, YEAR)).toEqual([]);
  expect(codes(launchReasons({ ...A_LAUNCH, contents: [] }, YEAR))).toEqual([['launch.contents-missing', 'contents']]);
  expect(codes(launchReasons({ ...A_LAUNCH, contents: ['Một', '', '<b>Ba</b>'], launchedBy: '' }, YEAR))).toEqual([
    ['launch.launcher-missing', 'launchedBy'],
    ['launch.content-empty', 'contents.1'],
    ['movement.text-html', 'contents.2'],
  ]);
});

test("the Prime Minister's come first, then the cluster's, then the provinces', each by its period", () => {
  const one = (level: MovementLevel, periodFrom: string, name = 'A') => ({
    level,
    periodFrom,
    periodTo: '2030-12-31',
    name,
  });
  const sorted = [
    one('province', '2020-01-01'),
    one('cluster', '2023-02-24'),
    one('prime-minister', '2023-01-01'),
    one('prime-minister', '2021-01-01', 'B'),
    one('prime-minister', '2021-01-01', 'A'),
  ].sort(compareMovements);
  expect(sorted.map(({ level, name, periodFrom }) => `${level} ${periodFrom} ${name}`)).toEqual([
    'prime-minister 2021-01-01 A',
    'prime-minister 2021-01-01 B',
    'prime-minister 2023-01-01 A',
    'cluster 2023-02-24 A',
    'province 2020-01-01 A',
  ]);
});
