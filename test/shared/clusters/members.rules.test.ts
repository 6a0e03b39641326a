import { describe, expect, test } from 'vitest';
import {
  addMemberReasons,
  endMemberReasons,
  holdsOn,
  membershipReasonsOf,
  overlaps,
  spanWithin,
} from '#shared/clusters/members.rules.ts';

const span = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo });
const codes = (reasons: readonly { code: string; field?: string }[]) => reasons.map(({ code, field }) => [code, field]);

test.each([
  ['2024-01-01', span('2024-01-01', '2024-06-30'), true],
  ['2024-06-30', span('2024-01-01', '2024-06-30'), true],
  ['2023-12-31', span('2024-01-01', '2024-06-30'), false],
  ['2024-07-01', span('2024-01-01', '2024-06-30'), false],
  ['1900-01-01', span(null, null), true],
])('on %s a span %j holds: %s', (day, one, holds) => {
  expect(holdsOn(one, day)).toBe(holds);
});

test.each([
  [span(null, '2024-06-30'), span('2024-06-30', null), true],
  [span(null, '2024-06-30'), span('2024-07-01', null), false],
  [span(null, null), span(null, null), true],
])('%j and %j share a day: %s', (one, other, share) => {
  expect(overlaps(one, other)).toBe(share);
  expect(overlaps(other, one)).toBe(share);
});

describe('who may act', () => {
  const member = { ...span('2024-01-01', '2024-06-30'), unitName: 'Sơn La' };
  test.each([
    ['the first day', '2024-01-01', undefined],
    ['the last day', '2024-06-30', undefined],
    ['the day after', '2024-07-01', 'cluster.member-ended'],
    ['the day before', '2023-12-31', 'cluster.member-begins'],
  ])('%s', (_name, today, code) => {
    expect(membershipReasonsOf(member, today)[0]?.code).toBe(code);
  });

  test('a unit that never was a member', () => {
    expect(membershipReasonsOf(undefined, '2024-01-01')[0]?.code).toBe('cluster.not-member');
  });
});

describe('adding a member', () => {
  const unit = { id: 'A', name: 'Xã A', ...span('2020-01-01', '2025-06-30') };
  const was = { id: 'm', unitId: 'A', ...span('2021-01-01', '2022-12-31') };

  test.each([
    ['before the unit exists', '2019-12-31', [], 'cluster.member-before-unit', 'validFrom'],
    ['after it ceased', '2025-07-01', [], 'cluster.member-after-unit', 'validFrom'],
    ['while it is one', '2024-01-01', [{ ...was, validTo: null }], 'cluster.member-already', 'unitId'],
    ['on the last day of an earlier membership', '2022-12-31', [was], 'cluster.member-twice', 'validFrom'],
  ])('%s is refused', (_name, validFrom, members, code, field) => {
    expect(codes(addMemberReasons(unit, validFrom, members))).toEqual([[code, field]]);
  });

  test.each([
    ['on the unit’s first day', '2020-01-01', []],
    ['on its last day', '2025-06-30', []],
    ['the day after an earlier membership', '2023-01-01', [was]],
    ['while another unit is one', '2024-01-01', [{ ...was, unitId: 'B', validTo: null }]],
  ])('%s is fine', (_name, validFrom, members) => {
    expect(addMemberReasons(unit, validFrom, members)).toEqual([]);
  });

  test('a membership ends with its unit', () => {
    expect(spanWithin(unit, '2024-01-01')).toEqual(span('2024-01-01', '2025-06-30'));
  });
});

describe('ending a membership', () => {
  const member = { id: 'm', unitId: 'A', unitName: 'Xã A', ...span('2021-01-01', null) };
  const later = { id: 'n', unitId: 'A', unitName: 'Xã A', ...span('2024-01-01', null) };
  const led = [{ year: 2023, startsOn: '2023-01-01', endsOn: '2024-03-15', isChair: true }];
  const endOn = (validTo: string, facts: Partial<Parameters<typeof endMemberReasons>[2]> = {}) =>
    codes(endMemberReasons(member, validTo, { members: [member], led: [], ...facts }));

  test('before it began', () => {
    expect(endOn('2020-12-31')).toEqual([['cluster.member-ends-before', 'validTo']]);
    expect(endOn('2021-01-01')).toEqual([]);
  });

  test('inside a later membership of the same unit', () => {
    expect(endOn('2024-01-01', { members: [member, later] })).toEqual([['cluster.member-again', 'validTo']]);
    expect(endOn('2023-12-31', { members: [member, later] })).toEqual([]);
  });

  test('of the chair before the last day of its year', () => {
    expect(endOn('2024-03-14', { led })).toEqual([['cluster.member-is-chair', 'validTo']]);
    expect(endOn('2024-03-15', { led })).toEqual([]);
    expect(endOn('2023-06-30', { led: [{ ...led[0]!, isChair: false }] })).toEqual([
      ['cluster.member-is-deputy', 'validTo'],
    ]);
  });

  test('an earlier membership is free of the years led in a later one', () => {
    const ended = { ...member, validTo: '2022-06-30' };
    const reasons = endMemberReasons(ended, '2021-12-31', { members: [ended, later], led });
    expect(reasons).toEqual([]);
  });
});
