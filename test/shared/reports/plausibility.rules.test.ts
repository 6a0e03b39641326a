import { describe, expect, test } from 'vitest';
import { demoData } from '#db/seed/demo-data.ts';
import { wordReason } from '#shared/core/wording.ts';
import { doubtsAbout, type Figure, openDoubtsAbout } from '#shared/reports/plausibility.rules.ts';
import { REPORT_REASONS } from '#shared/reports/reports.reasons.ts';

const budget = (value: number | null, prior: number | null = 92_104): Figure => ({
  value,
  prior,
  target: 95_000,
  decimals: 1,
  unitOfMeasure: 'tỷ đồng',
  kind: 'flow',
});
const words = (figure: Figure) => doubtsAbout(figure).map((doubt) => wordReason(doubt, REPORT_REASONS));

describe('a slip of the unit of measure', () => {
  test('triệu typed into a field of tỷ offers the figure meant', () => {
    const [doubt] = doubtsAbout(budget(89_052_000));
    expect(doubt).toMatchObject({ code: 'report.unit-slip', suggested: 89_052 });
    expect(words(budget(89_052_000))).toEqual(['Kiểm tra lại đơn vị tính: có phải 8.905,2 tỷ đồng?']);
  });
  test('đồng typed into a field of tỷ as well', () => {
    expect(doubtsAbout(budget(89_052_000_000_000))[0]?.suggested).toBe(89_052);
  });
  test('nghìn tỷ typed into a field of tỷ, the other way round', () => {
    expect(doubtsAbout(budget(89))[0]?.suggested).toBe(89_000);
  });
  test('without last year the target is compared with', () => {
    expect(doubtsAbout(budget(89_052_000, null))[0]?.suggested).toBe(89_052);
  });
  test('a plausible figure is left alone', () => {
    expect(doubtsAbout(budget(89_052))).toEqual([]);
    expect(doubtsAbout(budget(null))).toEqual([]);
  });
});

test('a stock typed where a change was asked is a large change against last year', () => {
  const poverty: Figure = { value: 3_124, prior: 498, target: 400, decimals: 2, unitOfMeasure: 'điểm %', kind: 'flow' };
  expect(words(poverty)).toEqual(['Tăng 527% so với năm trước (4,98 điểm %). Kiểm tra lại hoặc ghi lời giải trình.']);
  expect(words({ ...poverty, value: 584 })).toEqual([]);
});

test('small counts jump by nature', () => {
  const communes: Figure = { value: 1, prior: 4, target: 4, decimals: 0, unitOfMeasure: 'xã', kind: 'flow' };
  expect(doubtsAbout(communes)).toEqual([]);
  expect(doubtsAbout({ ...communes, value: 11 })[0]?.code).toBe('report.large-rise');
});

test('a share is at most 100 %', () => {
  const share: Figure = { value: 1_001, prior: 954, target: null, decimals: 1, unitOfMeasure: '%', kind: 'share' };
  expect(doubtsAbout(share)).toEqual([{ code: 'report.over-hundred' }]);
  expect(doubtsAbout({ ...share, value: 1_000 })).toEqual([]);
});

test('of the 84 figures of the demo year only one is asked about: growth in Sơn La fell by more than half', () => {
  const { indicators } = demoData();
  const asked = indicators.flatMap(({ code, actual, lastYear, target, ...about }) =>
    Object.keys(actual)
      .filter((unitId) => {
        const figure = { value: actual[unitId]!, prior: lastYear[unitId]!, target: target[unitId]!, ...about };
        return doubtsAbout(figure).length > 0;
      })
      .map((unitId) => `${unitId} ${code}`),
  );
  expect(asked).toEqual(['VN63-14 grdp-growth']);
});

test('a doubt is answered by a word of explanation', () => {
  expect(openDoubtsAbout(budget(89_052_000), '  ')).toHaveLength(1);
  expect(openDoubtsAbout(budget(89_052_000), 'Đã đối chiếu với Kho bạc.')).toEqual([]);
});
