import { expect, test } from 'vitest';
import { joinVersion, readAs, type SeriesVersion } from '#shared/reports/figure-series.rules.ts';
import { joinedSeries } from '#shared/reports/summary-today.rules.ts';

const version = (id: string, about: Partial<SeriesVersion> = {}): SeriesVersion => ({
  id,
  indicatorId: 'budget',
  name: 'Thu ngân sách',
  unitOfMeasure: 'tỷ đồng',
  decimals: 1,
  predecessorId: null,
  factorNum: null,
  factorDen: null,
  ...about,
});

test('an earlier year is read through the chain, with the conversion in words', () => {
  const old = version('old', { indicatorId: 'other', unitOfMeasure: 'triệu đồng', decimals: 0 });
  const shown = version('new', { predecessorId: 'old', factorNum: 1, factorDen: 1_000 });
  const joined = joinVersion([old, shown], 'new', ['old']);
  expect(joined).toMatchObject({ id: 'old', text: '1.000 triệu đồng = 1 tỷ đồng' });
  expect(typeof joined === 'object' && readAs(8_905_200, joined)).toBe(89_052);
});

test('without a chain the same indicator in the same unit goes on; in another unit, or begun anew, it does not', () => {
  const shown = version('new');
  expect(joinVersion([version('old'), shown], 'new', ['old'])).toMatchObject({ id: 'old', text: null });
  expect(joinVersion([version('old', { unitOfMeasure: 'triệu đồng' }), shown], 'new', ['old'])).toBe('broken');
  const anew = version('new', { predecessorId: 'old' });
  expect(joinVersion([version('old'), anew], 'new', ['old'])).toBe('broken');
  expect(joinVersion([version('old', { indicatorId: 'x' }), shown], 'new', ['old'])).toBe('not-asked');
});

test('a series by today’s units is joined year by year from those that were members then, never from nothing', () => {
  const member = (unitId: string, value: number | null, reportId: string | null = null) => {
    return { unitId, value, weight: null, source: value === null ? null : ('report' as const), reportId };
  };
  const years = [
    { members: [member('A', 10, 'r1')] },
    { members: [member('A', 20), member('B', 5)] },
    { members: [member('A', null), member('B', null)] },
  ];
  const whole = (unitId: string) => ({ unitId, sharePermille: 1000 });
  const [joined] = joinedSeries('sum', years, [{ unitId: 'N', from: [whole('A'), whole('B')] }]);
  expect(joined!.figures.map(({ value, counted, reportId }) => [value, counted, reportId])).toEqual([
    [10, 1, 'r1'],
    [25, 2, null],
    [null, 0, null],
  ]);
  const [mean] = joinedSeries('mean', years, [{ unitId: 'N', from: [whole('A'), whole('B')] }]);
  expect(mean!.figures.map(({ why }) => why)).toEqual([null, 'no-weights', 'no-figures']);
});
