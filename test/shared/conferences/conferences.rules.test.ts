import { expect, test } from 'vitest';
import { closeReasons, correctReasons, headReasons } from '#shared/conferences/conferences.rules.ts';

test('minutes are closed on the day or later, and not empty', () => {
  const open = { status: 'planned' as const, heldOn: '2024-03-05', minutes: 'BIÊN BẢN' };
  expect(closeReasons(open, '2024-03-05')).toEqual([]);
  expect(closeReasons({ ...open, minutes: ' ' }, '2024-03-04')).toMatchObject([
    { code: 'conference.not-yet-held', facts: { heldOn: '2024-03-05', todayOn: '2024-03-04' } },
    { code: 'conference.no-minutes' },
  ]);
  expect(closeReasons({ ...open, status: 'held' }, '2024-03-06')).toMatchObject([
    { code: 'conference.already-closed' },
  ]);
});

test('only closed minutes are corrected, and not away', () => {
  expect(correctReasons('planned', 'x')).toMatchObject([{ code: 'conference.still-open' }]);
  expect(correctReasons('held', '')).toMatchObject([{ code: 'conference.no-minutes' }]);
  expect(correctReasons('held', 'x')).toEqual([]);
});

test('a conference lies in its year and not behind what was recommended there', () => {
  const made = [
    { number: 1, madeOn: '2024-03-05' },
    { number: 2, madeOn: '2024-03-20' },
  ];
  expect(headReasons({ heldOn: '2024-03-05' }, '2023-01-01', made)).toEqual([]);
  expect(headReasons({ heldOn: '2022-12-31' }, '2023-01-01', [])).toMatchObject([{ code: 'conference.before-year' }]);
  expect(headReasons({ heldOn: '2024-03-07' }, '2023-01-01', made)).toMatchObject([
    { code: 'conference.after-recommendations', facts: { numbers: '1', madeOn: '2024-03-05' } },
  ]);
});
