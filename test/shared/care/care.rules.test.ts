import { describe, expect, test } from 'vitest';
import {
  addCounts,
  basisFor,
  type CareCounts,
  changedAims,
  figuresOf,
  judgeAim,
  leastByMember,
  NO_COUNTS,
  repeatedLenses,
  shareOf,
  tellsOfFew,
  whyCounted,
} from '#shared/care/care.rules.ts';
import type { CareLens } from '#shared/care/care.schema.ts';

const YEAR: CareCounts = {
  ...NO_COUNTS,
  all: 14,
  collectives: 7,
  individuals: 7,
  border: 10,
  region3: 11,
  borderOrRegion3: 11,
  minorityArea: 14,
  smallCollectives: 5,
  frontline: 5,
  leaders: 2,
  women: 3,
  minority: 6,
};
const figure = (counts: CareCounts, lens: CareLens, aims: Parameters<typeof figuresOf>[1] = [], least?: number) =>
  figuresOf(counts, aims, least).find((one) => one.lens === lens);

describe('a share', () => {
  test.each([
    [5, 7, 714],
    [10, 14, 714],
    [1, 2000, 1],
    [1, 2001, 0],
    [7, 7, 1000],
    [0, 7, 0],
  ])('%i of %i is %i permille', (count, whole, share) => expect(shareOf(count, whole)).toBe(share));

  test('of nothing is none, not zero', () => expect(shareOf(0, 0)).toBeNull());

  test('each lens has its own whole', () => {
    expect(figure(YEAR, 'border')).toMatchObject({ count: 10, whole: 14, state: 'counted' });
    expect(figure(YEAR, 'small-collectives')).toMatchObject({ count: 5, whole: 7 });
    expect(figure(YEAR, 'women')).toMatchObject({ count: 3, whole: 7 });
  });
});

describe('an aim', () => {
  test.each([
    [5, 7, 600, { needed: 5, missing: 0, isReached: true }],
    [4, 7, 600, { needed: 5, missing: 1, isReached: false }],
    [5, 7, 800, { needed: 6, missing: 1, isReached: false }],
    [7, 10, 700, { needed: 7, missing: 0, isReached: true }],
    [0, 3, 1000, { needed: 3, missing: 3, isReached: false }],
  ])('%i of %i against %i permille', (count, whole, least, verdict) =>
    expect(judgeAim(count, whole, least)).toMatchObject(verdict),
  );

  test('stands beside its lens only', () => {
    const aims = [{ lens: 'frontline-workers', leastPermille: 800 }] as const;
    expect(figure(YEAR, 'frontline-workers', aims)?.aim).toMatchObject({ missing: 1 });
    expect(figure(YEAR, 'women', aims)?.aim).toBeNull();
  });

  test('what a save changes: share or ground; the same again is nothing', () => {
    const stored = [{ lens: 'border' as const, leastPermille: 600, source: null }];
    const aim = (leastPermille: number | null, source = '') => ({ lens: 'border' as const, leastPermille, source });
    expect(changedAims(stored, [aim(600)])).toEqual([]);
    expect(changedAims(stored, [aim(null)])).toHaveLength(1);
    expect(changedAims(stored, [aim(600, 'Quy chế')])).toHaveLength(1);
    expect(changedAims([], [aim(null)])).toEqual([]);
    expect(repeatedLenses([aim(600), aim(700)])).toEqual(['border']);
  });
});

describe('what the data cannot say', () => {
  test('is not a zero: no case states its area', () => {
    const counts = { ...NO_COUNTS, all: 3, areaUnknown: 3 };
    expect(figure(counts, 'ethnic-minority-area')).toMatchObject({ state: 'no-data', sharePermille: null });
    expect(figure({ ...counts, areaUnknown: 2 }, 'ethnic-minority-area')).toMatchObject({
      state: 'counted',
      unknown: 2,
    });
  });

  test('a whole of nothing has no share', () =>
    expect(figure({ ...NO_COUNTS, all: 2, collectives: 2 }, 'women')).toMatchObject({ state: 'empty' }));
});

describe('dân tộc', () => {
  const people = (individuals: number): CareCounts => ({ ...NO_COUNTS, all: individuals, individuals, minority: 2 });

  test('is told from five people up, for one member from ten', () => {
    expect(figure(people(4), 'ethnic-minority')).toEqual({
      lens: 'ethnic-minority',
      state: 'hidden',
      count: 0,
      whole: 0,
      sharePermille: null,
      unknown: 0,
      aim: null,
    });
    expect(figure(people(5), 'ethnic-minority')).toMatchObject({ state: 'counted', count: 2 });
    expect(figure(people(9), 'ethnic-minority', [], 10)).toMatchObject({ state: 'hidden' });
    expect(figure(people(10), 'ethnic-minority', [], 10)).toMatchObject({ state: 'counted' });
  });

  test('what the members shown leave of the whole is not one person', () => {
    expect(leastByMember([11, 1])).toBe(12);
    expect(leastByMember([12, 10, 3])).toBe(11);
    expect(leastByMember([12, 4, 1])).toBe(10);
    expect(leastByMember([10, 0])).toBe(10);
    expect(leastByMember([4, 1])).toBe(10);
  });

  test('nominations say nothing that awards and drafts beside them leave of a few', () => {
    expect(tellsOfFew('nominations', { awards: 0, drafts: 5, nominations: 6 })).toBe(true);
    expect(tellsOfFew('nominations', { awards: 6, drafts: 0, nominations: 7 })).toBe(true);
    expect(tellsOfFew('nominations', { awards: 5, drafts: 5, nominations: 11 })).toBe(true);
    expect(tellsOfFew('nominations', { awards: 6, drafts: 0, nominations: 6 })).toBe(false);
    expect(tellsOfFew('nominations', { awards: 6, drafts: 0, nominations: 11 })).toBe(false);
    // Too few themselves: nothing is told of them that could be taken off.
    expect(tellsOfFew('nominations', { awards: 3, drafts: 0, nominations: 6 })).toBe(false);
    expect(tellsOfFew('awards', { awards: 5, drafts: 0, nominations: 6 })).toBe(false);
  });

  test('an aim for it says nothing either while it is hidden', () =>
    expect(figure(people(4), 'ethnic-minority', [{ lens: 'ethnic-minority', leastPermille: 500 }])?.aim).toBeNull());
});

test('parts add up to the whole', () => expect(addCounts([YEAR, YEAR]).border).toBe(20));

test('the surest basis that has anything', () => {
  expect(basisFor({ awards: 3, drafts: 2, nominations: 1 })).toBe('awards');
  expect(basisFor({ awards: 0, drafts: 2, nominations: 9 })).toBe('drafts');
  expect(basisFor({ awards: 0, drafts: null, nominations: 9 })).toBe('nominations');
  expect(basisFor({ awards: 0, drafts: 0, nominations: 0 })).toBe('awards');
});

test('why a case is counted', () => {
  const facts = { areaClass: 'region-3', isBorderArea: 1 } as const;
  expect(whyCounted('border-or-region-3', facts)).toEqual(['border', 'region-3']);
  expect(whyCounted('border-or-region-3', { ...facts, areaClass: 'region-1' })).toEqual(['border']);
  expect(whyCounted('ethnic-minority-area', { ...facts, areaClass: 'region-2' })).toEqual(['region-2']);
});
