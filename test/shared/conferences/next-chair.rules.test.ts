import { expect, test } from 'vitest';
import { nextChairReasons, nextChairText, nextChairWarnings } from '#shared/conferences/next-chair.rules.ts';
import type { NextChair } from '#shared/conferences/next-chair.schema.ts';

const result = (about: Partial<NextChair> = {}): NextChair => ({
  chairUnitId: 'CB' as never,
  deputyUnitId: 'DB' as never,
  method: 'vote',
  presentVotes: 7,
  agreedVotes: 7,
  note: '',
  ...about,
});
const facts = { memberIds: ['CB', 'DB', 'LS'], next: null };
const codes = (about: Partial<NextChair>, more: object = {}) =>
  nextChairReasons(result(about), { ...facts, ...more }).map(({ code, field }) =>
    [code, field].filter(Boolean).join(' '),
  );

test('chair and deputy are two members, and a vote has counts that add up', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ chairUnitId: 'QT' as never })).toEqual(['next-chair.not-member chairUnitId']);
  expect(codes({ deputyUnitId: 'QT' as never })).toEqual(['next-chair.not-member deputyUnitId']);
  expect(codes({ deputyUnitId: 'CB' as never })).toEqual(['next-chair.same-unit deputyUnitId']);
  expect(codes({ agreedVotes: 8 })).toEqual(['next-chair.more-than-present agreedVotes']);
  expect(codes({ presentVotes: null })).toEqual(['next-chair.no-count presentVotes']);
  expect(codes({ method: 'consensus', presentVotes: null, agreedVotes: null })).toEqual([]);
});

test('a draft of the next year leaves the result open, a published one has its chair', () => {
  const next = { year: 2024, chairUnitId: 'LS', chairName: 'Lạng Sơn' };
  expect(codes({}, { next: { ...next, status: 'draft' } })).toEqual([]);
  expect(codes({}, { next: { ...next, status: 'published' } })).toEqual(['next-chair.year-published chairUnitId']);
  expect(codes({}, { next: { ...next, status: 'published', chairUnitId: 'CB' } })).toEqual([]);
});

test('a narrow vote and an empty chair are pointed at, never refused', () => {
  const warned = (presentVotes: number, agreedVotes: number) =>
    nextChairWarnings({ method: 'vote', presentVotes, agreedVotes }, 7).map(({ code }) => code);
  expect(warned(7, 4)).toEqual([]);
  expect(warned(6, 3)).toEqual(['next-chair.no-majority', 'next-chair.not-all-present']);
});

test('the result reads as it stands in minutes', () => {
  const names = { chairName: 'Cao Bằng', deputyName: 'Điện Biên' };
  expect(nextChairText({ ...result(), ...names })).toBe(
    'Cụm trưởng: Cao Bằng; Cụm phó: Điện Biên (biểu quyết 7/7 phiếu đồng ý)',
  );
  expect(nextChairText({ ...result({ method: 'consensus', note: 'Theo vòng' }), ...names, deputyName: null })).toBe(
    'Cụm trưởng: Cao Bằng (các đơn vị thống nhất). Theo vòng',
  );
});
