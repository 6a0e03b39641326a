import { describe, expect, test } from 'vitest';
import { nextYearOf, reportDueDays, type YearFacts, yearReasons, yearsLater } from '#shared/clusters/years.rules.ts';

const member = (unitId: string, validFrom: string | null = null, validTo: string | null = null) => ({
  unitId,
  unitName: `Xã ${unitId}`,
  validFrom,
  validTo,
});
const of2023 = { year: 2023, startsOn: '2023-01-01', endsOn: '2024-03-15', chairName: 'Lạng Sơn' };

/** A sound year 2024 after 2023; a test changes one thing. */
const facts = (draft: Partial<YearFacts['draft']> = {}, more: Partial<YearFacts> = {}): YearFacts => ({
  year: 2024,
  draft: {
    startsOn: '2024-03-05',
    endsOn: '2025-03-15',
    chairUnitId: 'A' as never,
    deputyChairUnitId: 'B' as never,
    stages: [],
    ...draft,
  },
  others: [of2023],
  members: [member('A'), member('B')],
  closedOn: null,
  ...more,
});
const codes = (given: YearFacts) => yearReasons(given).map(({ code, field }) => [code, field]);

test('a sound year', () => {
  expect(yearReasons(facts())).toEqual([]);
  expect(yearReasons(facts({ deputyChairUnitId: null }))).toEqual([]);
});

test('a year of that number is there: it has its chair', () => {
  const [reason] = yearReasons(facts({}, { others: [{ ...of2023, year: 2024 }] }));
  expect(reason).toMatchObject({ code: 'cluster-year.exists', field: 'year', facts: { chair: 'Lạng Sơn' } });
});

describe('days', () => {
  test.each([
    ['the last day before the first', { endsOn: '2024-03-04' }, 'cluster-year.ends-before-start', 'endsOn'],
    ['one day only', { endsOn: '2024-03-05' }, 'cluster-year.ends-before-start', 'endsOn'],
    ['of another year', { startsOn: '2026-01-01', endsOn: '2026-12-31' }, 'cluster-year.not-its-year', 'startsOn'],
    ['beginning with the year before', { startsOn: '2023-01-01' }, 'cluster-year.before-previous', 'startsOn'],
    ['ending with the year before', { endsOn: '2024-03-15' }, 'cluster-year.before-previous', 'startsOn'],
  ])('%s', (_name, draft, code, field) => {
    expect(codes(facts(draft))).toContainEqual([code, field]);
  });

  test('a year put in before another ends before it', () => {
    const next = { ...of2023, year: 2025, startsOn: '2025-01-01', endsOn: '2025-03-15' };
    expect(codes(facts({}, { others: [of2023, next] }))).toEqual([['cluster-year.after-next', 'startsOn']]);
  });

  test('past the end of the cluster', () => {
    expect(codes(facts({}, { closedOn: '2025-03-15' }))).toEqual([['cluster.closed', 'endsOn']]);
    expect(codes(facts({}, { closedOn: '2025-03-16' }))).toEqual([]);
  });

  test('a stage that ends before it begins, and one that stands twice', () => {
    const stage = {
      kind: 'launch' as const,
      name: 'Phát động',
      opensOn: '2024-04-02',
      closesOn: '2024-04-01',
      dueNote: '',
    };
    expect(codes(facts({ stages: [stage] }))).toEqual([['cluster-year.stage-order', 'stages.0.closesOn']]);
    const good = { ...stage, closesOn: '2024-04-02' };
    expect(codes(facts({ stages: [good, good] }))).toEqual([['cluster-year.stage-twice', 'stages.1.name']]);
  });
});

describe('who leads', () => {
  test('chair and deputy are two units', () => {
    expect(codes(facts({ deputyChairUnitId: 'A' as never }))).toEqual([
      ['cluster-year.chair-is-deputy', 'deputyChairUnitId'],
    ]);
  });

  test.each([
    ['no member', [member('B')], 'chairUnitId'],
    ['a member from the second day on', [member('A', '2024-03-06'), member('B')], 'chairUnitId'],
    ['a member until the day before the last', [member('A', null, '2025-03-14'), member('B')], 'chairUnitId'],
    ['a deputy that is none', [member('A')], 'deputyChairUnitId'],
  ])('%s', (_name, members, field) => {
    expect(codes(facts({}, { members }))).toEqual([['cluster-year.chair-not-member', field]]);
  });

  test('a member from the first day to the last', () => {
    expect(codes(facts({}, { members: [member('A', '2024-03-05', '2025-03-15'), member('B')] }))).toEqual([]);
  });
});

test.each([
  ['2023-12-15', 1, '2024-12-15'],
  ['2024-02-29', 1, '2025-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
])('%s, %i year(s) later', (day, count, later) => {
  expect(yearsLater(day, count)).toBe(later);
});

test('the next year after the model of the last; its plan may be older', () => {
  const last = { year: 2023, name: 'Năm học 2023 - 2024', startsOn: '2023-09-05', endsOn: '2024-05-31' };
  const stages = [
    {
      kind: 'launch' as const,
      name: 'Phát động năm 2022',
      opensOn: '2022-09-05',
      closesOn: '2022-09-05',
      dueNote: 'Nghỉ lễ ngày 02/09',
    },
  ];
  expect(nextYearOf(last, { year: 2022, stages })).toEqual({
    year: 2024,
    name: 'Năm học 2024 - 2025',
    startsOn: '2024-09-05',
    endsOn: '2025-05-31',
    stages: [
      { kind: 'launch', name: 'Phát động năm 2024', opensOn: '2024-09-05', closesOn: '2024-09-05', dueNote: '' },
    ],
  });
});

test('the reports a plan asks for; the year’s is due when its figures are final', () => {
  const [mid, end, final] = [
    { kind: 'mid-year-report' as const, closesOn: '2024-06-30' },
    { kind: 'year-end-report' as const, closesOn: '2024-12-15' },
    { kind: 'official-figures' as const, closesOn: '2025-01-15' },
  ];
  expect(reportDueDays([mid, end, final])).toEqual([
    { period: 'mid-year', dueOn: '2024-06-30' },
    { period: 'year-end', dueOn: '2025-01-15' },
  ]);
  expect(reportDueDays([end])).toEqual([{ period: 'year-end', dueOn: '2024-12-15' }]);
  expect(reportDueDays([final])).toEqual([]);
});
