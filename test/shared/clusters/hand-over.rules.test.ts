import { describe, expect, test } from 'vitest';
import { handedOverReasons, handOverReasons, leadState } from '#shared/clusters/hand-over.rules.ts';

const of2022 = { id: '2022', year: 2022, handOverOn: '2023-02-24' };
const of2023 = { id: '2023', year: 2023, handOverOn: '2024-03-15', startsOn: '2023-01-01' };
const of2024 = { id: '2024', year: 2024, handOverOn: null, endsOn: '2025-03-15' };

test.each([
  ['2024-03-14', ['handed-over', 'leading', 'ahead']],
  ['2024-03-15', ['handed-over', 'handed-over', 'leading']],
  ['2030-01-01', ['handed-over', 'handed-over', 'leading']],
])('on %s the years stand as %j', (today, states) => {
  const years = [of2022, of2023, of2024];
  expect(years.map(({ id }) => leadState(years, id, today))).toEqual(states);
});

test('the last year keeps leading when all are handed over', () => {
  const years = [of2023, { ...of2024, handOverOn: '2025-03-15' }];
  expect(years.map(({ id }) => leadState(years, id, '2026-01-01'))).toEqual(['handed-over', 'leading']);
});

describe('what the former chair is told', () => {
  const year = { chairUnitId: 'CB', chairName: 'Cao Bằng', yearChairUnitId: 'LS', handOverOn: '2024-03-15' };
  test.each([
    ['the day itself', ['LS'], '2024-03-15', year, 1],
    ['the day before', ['LS'], '2024-03-14', year, 0],
    ['another unit', ['SL'], '2024-03-15', year, 0],
    ['without a day', ['LS'], '2024-03-15', { ...year, handOverOn: null }, 0],
    ['still leading', ['LS'], '2024-03-15', { ...year, chairUnitId: 'LS' }, 0],
  ])('%s', (_name, units, today, leadership, count) => {
    expect(handedOverReasons(units, leadership, today)).toHaveLength(count);
  });
});

describe('the day of the hand-over', () => {
  const plan = {
    year: { ...of2023, handOverOn: null as string | null },
    previous: of2022 as typeof of2022 | { id: string; year: number; handOverOn: null } | undefined,
    next: of2024 as typeof of2024 | (Omit<typeof of2024, 'handOverOn'> & { handOverOn: string }) | undefined,
    handOverOn: '2024-03-15',
    today: '2024-03-01',
    isAdmin: false,
  };
  const codes = (change: Partial<typeof plan> = {}) => handOverReasons({ ...plan, ...change }).map(({ code }) => code);

  test('today or later', () => {
    expect(codes()).toEqual([]);
    expect(codes({ handOverOn: '2024-03-01' })).toEqual([]);
    expect(codes({ handOverOn: '2024-02-29' })).toEqual(['hand-over.past']);
    expect(codes({ handOverOn: '2024-02-29', isAdmin: true })).toEqual([]);
  });

  test('nobody to hand over to', () => {
    expect(codes({ next: undefined })).toEqual(['hand-over.no-next-year']);
  });

  test('fixed from its day on, but for the administrator', () => {
    const year = { ...of2023, handOverOn: '2024-03-01' };
    expect(codes({ year })).toEqual(['hand-over.fixed']);
    expect(codes({ year, isAdmin: true })).toEqual([]);
    expect(codes({ year: { ...year, handOverOn: '2024-03-02' } })).toEqual([]);
  });

  test('in the row of hand-overs', () => {
    expect(codes({ previous: { ...of2022, handOverOn: null } })).toEqual(['hand-over.previous-open']);
    expect(codes({ next: { ...of2024, handOverOn: '2024-03-15' } })).toEqual(['hand-over.after-following']);
    expect(codes({ handOverOn: '2025-03-16' })).toEqual(['hand-over.after-next']);
    expect(codes({ handOverOn: '2023-01-01', isAdmin: true })).toEqual([
      'hand-over.before-year',
      'hand-over.before-previous',
    ]);
  });
});
