import { expect, test } from 'vitest';
import { EXACT_RULE } from '#shared/pledges/pledge-rule.schema.ts';
import {
  asOfReasons,
  isFalling,
  missingText,
  outcomeWords,
  progressReasons,
  quarterReasons,
  quarterState,
  quartersOf,
} from '#shared/pledges/progress.rules.ts';

const calendar = quartersOf({ year: 2023, yearKind: 'calendar' });

test('quarters are those of the calendar, of a school year those from September on', () => {
  expect(calendar.map(({ startsOn, endsOn }) => `${startsOn} ${endsOn}`)).toEqual([
    '2023-01-01 2023-03-31',
    '2023-04-01 2023-06-30',
    '2023-07-01 2023-09-30',
    '2023-10-01 2023-12-31',
  ]);
  expect(quartersOf({ year: 2023, yearKind: 'school' }).map(({ endsOn }) => endsOn)).toEqual([
    '2023-11-30',
    '2024-02-29',
    '2024-05-31',
    '2024-08-31',
  ]);
});

test('a quarter opens on its first day and is over after its last', () => {
  const [, second] = calendar as [unknown, (typeof calendar)[number]];
  const states = ['2023-03-31', '2023-04-01', '2023-06-30', '2023-07-01'].map((day) => quarterState(second, day));
  expect(states).toEqual(['ahead', 'running', 'running', 'over']);
  expect(quarterReasons(second, '2023-03-31')).toMatchObject([{ code: 'progress.quarter-ahead' }]);
  expect(quarterReasons(second, '2024-01-01')).toEqual([]);
});

test('a count below zero is refused, a rate may fall below it; what is counted over the year and falls is pointed at', () => {
  const asked = { id: 'i', name: 'Số trường', kind: 'flow' as const, decimals: 0 };
  expect(progressReasons(-1, asked)).toMatchObject([{ code: 'progress.negative', field: 'items.i' }]);
  expect(progressReasons(0, asked)).toEqual([]);
  expect(progressReasons(-120, { ...asked, name: 'Tăng trưởng', kind: 'share', decimals: 2 })).toEqual([]);
  expect([isFalling('flow', 10, 9), isFalling('flow', 10, 10), isFalling('stock', 10, 9)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('the words say result, target, direction and share, and what a target of zero does', () => {
  const judged = {
    better: 'up' as const,
    decimals: 1,
    unitOfMeasure: 'tỷ đồng',
    target: 70_000,
    value: 71_428,
    rule: EXACT_RULE,
    isReceived: true,
  };
  expect(outcomeWords(judged)).toMatch(
    /^Vượt: thực hiện 7\.142,8 tỷ đồng > kế hoạch 7\.000,0 tỷ đồng; chỉ tiêu càng cao càng tốt\. Bằng 102,0% kế hoạch\./,
  );
  expect(outcomeWords({ ...judged, better: 'down' })).toMatch(/^Không đạt: .*càng thấp càng tốt/);
  expect(outcomeWords({ ...judged, target: 0 })).toContain('Kế hoạch bằng 0 nên không tính tỷ lệ phần trăm');
  expect(outcomeWords({ ...judged, value: null })).toContain('chưa có số trong báo cáo năm đã gửi');
  expect(outcomeWords({ ...judged, target: null })).toBe('Đơn vị không đăng ký chỉ tiêu này.');
  expect(outcomeWords({ ...judged, better: 'none' })).toContain('không đánh giá');
  expect(outcomeWords({ ...judged, isReceived: false })).toMatch(
    /Báo cáo chưa được tiếp nhận, kết quả còn có thể đổi\.$/,
  );
});

test('what falls short by a hair says so, and the words name the limits of the rule', () => {
  const judged = {
    better: 'up' as const,
    decimals: 1,
    unitOfMeasure: 'tỷ đồng',
    target: 100_000,
    value: 99_960,
    isReceived: true,
  };
  expect(outcomeWords({ ...judged, rule: EXACT_RULE })).toBe(
    'Không đạt: thực hiện 9.996,0 tỷ đồng < kế hoạch 10.000,0 tỷ đồng; chỉ tiêu càng cao càng tốt. ' +
      'Bằng 99,96% kế hoạch. So sánh đúng số, không có dung sai.',
  );
  const rule = { keptFrom: 975, exceededFrom: 1050 };
  expect(outcomeWords({ ...judged, rule })).toBe(
    'Đạt: thực hiện 9.996,0 tỷ đồng < kế hoạch 10.000,0 tỷ đồng; chỉ tiêu càng cao càng tốt. ' +
      'Bằng 99,96% kế hoạch. Đạt từ 97,5%, Vượt từ 105%.',
  );
  expect(outcomeWords({ ...judged, better: 'down', target: 500, value: 513, rule })).toContain(
    'Bằng 102,6% kế hoạch; kế hoạch chia thực hiện bằng 97,47%. Đạt từ 97,5%, Vượt từ 105% (kế hoạch chia thực hiện).',
  );
  expect(outcomeWords({ ...judged, target: 0, rule })).toContain(
    'không tính tỷ lệ phần trăm. So sánh đúng số, không có dung sai.',
  );
});

test('figures are of a day between the first of the quarter and today', () => {
  const [first] = calendar as [(typeof calendar)[number]];
  const on = (asOf: string | null) => asOfReasons(asOf, first, '2023-04-10').map(({ code }) => code);
  expect([on(null), on('2023-01-01'), on('2023-03-31'), on('2023-04-10')]).toEqual([[], [], [], []]);
  expect(on('2022-12-31')).toEqual(['progress.as-of-before']);
  expect(on('2023-04-11')).toEqual(['progress.as-of-ahead']);
});

test('who has not entered a quarter reads as a request between equals', () => {
  const [first] = calendar as [(typeof calendar)[number]];
  expect(missingText(2023, first, ['Sơn La', 'Hà Giang'])).toBe(
    'Tiến độ giao ước quý I năm 2023 (đến 31/03/2023): còn Sơn La, Hà Giang chưa ghi. ' +
      'Trân trọng đề nghị các đơn vị quan tâm cập nhật.',
  );
  expect(missingText(2023, first, [])).toContain('đã ghi đủ');
});
