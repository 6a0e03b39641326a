import { expect, test } from 'vitest';
import { mayChangeView, queryReasons, shareReasons } from '#shared/saved-views/saved-views.rules.ts';

const specialist = { accountId: 'me', unitId: 'LS', sharesIn: ['LS'], sharesAll: false };
const reporter = { accountId: 'me', unitId: 'LS', sharesIn: [], sharesAll: false };
const admin = { accountId: 'root', unitId: null, sharesIn: [], sharesAll: true };

test('who may change which view', () => {
  const mine = { ownerId: 'me', audience: 'mine' as const, unitId: null };
  const ofUnit = { ownerId: 'other', audience: 'unit' as const, unitId: 'LS' };
  const ofOtherUnit = { ...ofUnit, unitId: 'SL' };
  const ofRole = { ownerId: 'me', audience: 'role' as const, unitId: null };
  const may = (view: typeof mine | typeof ofUnit | typeof ofRole) =>
    [specialist, reporter, admin].map((editor) => mayChangeView(editor, view));
  expect(may(mine)).toEqual([true, true, false]);
  expect(may(ofUnit)).toEqual([true, false, true]);
  expect(may(ofOtherUnit)).toEqual([false, false, true]);
  expect(may(ofRole)).toEqual([false, false, true]);
});

test('sharing without the right, or with nobody to share with', () => {
  const codes = (
    editor: typeof admin | typeof specialist,
    audience: 'mine' | 'unit' | 'role',
    role: string | null = null,
  ) => shareReasons(editor, { audience, role }).map(({ code }) => code);
  expect(codes(reporter, 'mine')).toEqual([]);
  expect(codes(reporter, 'unit')).toEqual(['saved-view.may-not-share']);
  expect(codes(specialist, 'unit')).toEqual([]);
  expect(codes({ ...specialist, unitId: 'SL' }, 'unit')).toEqual(['saved-view.may-not-share']);
  expect(codes(specialist, 'role', 'leader')).toEqual(['saved-view.may-not-set-default']);
  expect(codes(admin, 'role')).toEqual(['saved-view.role-missing']);
  expect(codes(admin, 'role', 'leader')).toEqual([]);
});

test.each([
  ['q=hoang+van&yearFrom=2023', 0],
  ['q=020085001234', 1],
  ['yearTo=2024&q=Nguy%E1%BB%85n%20020.085.001.234', 1],
  ['decision=123456789', 1],
  ['q=1234567890', 0],
  ['decisionId=0193b1c0-0000-7000-8000-000000000000', 0],
  ['q=%E0%A4%A', 0],
])('identity numbers in a query: %s', (query, found) => {
  expect(queryReasons(query)).toHaveLength(found);
});
