import { describe, expect, test } from 'vitest';
import {
  announcement,
  draftWarnings,
  isDayOff,
  movedDeadlines,
  movesText,
  statusReasons,
  usualYear,
} from '#shared/clusters/year-draft.rules.ts';
import { yearTitle } from '#shared/core/year-title.ts';

test('a school year has the name and the days of education', () => {
  expect(yearTitle({ year: 2023, yearKind: 'school' }).vi).toBe('Năm học 2023 - 2024');
  expect(usualYear(2023, 'school')).toEqual({
    name: 'Năm học 2023 - 2024',
    startsOn: '2023-09-01',
    endsOn: '2024-08-31',
  });
  expect(usualYear(2023, 'calendar').endsOn).toBe('2023-12-31');
});

describe('before a draft is published', () => {
  const stage = (opensOn: string, closesOn: string) => ({
    kind: 'launch' as const,
    name: 'Phát động',
    opensOn,
    closesOn,
  });
  const sound = {
    today: '2024-01-05',
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    stages: [stage('2024-01-08', '2024-01-12')],
    model: { year: 2023, status: 'published' as const, endsOn: '2023-12-31', openReportCount: 0 },
    indicatorCount: 3,
    weightless: [],
  };
  const codes = (about: object) => draftWarnings({ ...sound, ...about }).map(({ code }) => code);

  test('nothing is said of a sound one', () => {
    expect(codes({})).toEqual([]);
  });

  test.each([
    ['a model that runs on', { model: { ...sound.model, endsOn: '2024-01-05' } }, ['cluster-year.model-unfinished']],
    [
      'a model with reports open',
      { model: { ...sound.model, openReportCount: 1 } },
      ['cluster-year.model-reports-open'],
    ],
    ['a model that is a draft', { model: { ...sound.model, status: 'draft' } }, ['cluster-year.model-draft']],
    ['no plan', { stages: [] }, ['cluster-year.no-plan']],
    ['a Sunday', { stages: [stage('2024-01-08', '2024-01-14')] }, ['cluster-year.stage-day-off']],
    ['a day that has passed', { stages: [stage('2024-01-02', '2024-01-04')] }, ['cluster-year.stage-past']],
    ['nothing of a launch before the year', { stages: [stage('2023-12-11', '2024-01-12')] }, []],
    ['a day of another year', { stages: [stage('2024-01-08', '2026-01-12')] }, ['cluster-year.stage-outside']],
    ['a weight that is not asked', { weightless: [{ name: 'A', weight: 'B' }] }, ['indicator.weight-not-asked']],
  ])('it says %s', (_name, about, expected) => {
    expect(codes(about)).toEqual(expected);
  });

  test('and the next working day after a weekend', () => {
    expect([isDayOff('2024-01-13'), isDayOff('2024-01-14'), isDayOff('2024-01-15')]).toEqual([true, true, false]);
    const [warning] = draftWarnings({ ...sound, stages: [stage('2024-01-08', '2024-01-13')] });
    expect(warning!.facts).toMatchObject({ nextOn: '2024-01-15' });
  });
});

test('a year takes its steps in order, and is archived after its last day', () => {
  const year = (status: 'draft' | 'published' | 'archived') => ({ status, endsOn: '2024-12-31', name: 'Năm 2024' });
  const code = (step: Parameters<typeof statusReasons>[0], status: Parameters<typeof year>[0], today: string) =>
    statusReasons(step, year(status), today)[0]?.code;
  expect(code('publish', 'draft', '2024-01-01')).toBeUndefined();
  expect(code('publish', 'archived', '2024-01-01')).toBe('cluster-year.not-draft');
  expect(code('drop', 'published', '2024-01-01')).toBe('cluster-year.not-draft');
  expect(code('archive', 'draft', '2025-01-01')).toBe('cluster-year.not-published');
  expect(code('archive', 'published', '2024-12-31')).toBe('cluster-year.archive-early');
  expect(code('archive', 'published', '2025-01-01')).toBeUndefined();
  expect(code('restore', 'published', '2025-01-01')).toBe('cluster-year.not-archived');
});

test('moved, new and dropped deadlines are told with both days', () => {
  const stage = (kind: 'launch' | 'pledge' | 'conference', closesOn: string) => ({ kind, name: kind, closesOn });
  const moves = movedDeadlines(
    [stage('launch', '2024-01-10'), stage('pledge', '2024-02-10')],
    [stage('launch', '2024-01-12'), stage('conference', '2024-12-20')],
  );
  expect(movesText(moves).vi).toBe(
    'launch: 10/01/2024 → 12/01/2024; conference: 20/12/2024 (mới); pledge: không còn trong kế hoạch',
  );
  expect(movedDeadlines([stage('launch', '2024-01-10')], [stage('launch', '2024-01-10')])).toEqual([]);
});

test('a chat group is told in plain words', () => {
  const text = announcement({
    title: 'Năm thi đua 2024',
    clusterName: 'Cụm A',
    startsOn: '2024-01-01',
    endsOn: '2024-12-31',
    chairName: 'Cao Bằng',
    standingOffice: 'Sở Nội vụ tỉnh Cao Bằng',
    stages: [{ name: 'Phát động', opensOn: '2024-01-08', closesOn: '2024-01-08' }],
    indicatorCount: 12,
  });
  expect(text.split('\n')).toEqual([
    'Cụm A: đã công bố kế hoạch Năm thi đua 2024 (01/01/2024 - 31/12/2024).',
    'Đơn vị phụ trách: Cao Bằng. Cơ quan thường trực: Sở Nội vụ tỉnh Cao Bằng.',
    'Số chỉ tiêu thi đua: 12.',
    'Các mốc:',
    '- Phát động: 08/01/2024',
  ]);
});
