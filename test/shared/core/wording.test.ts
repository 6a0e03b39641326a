import { describe, expect, test } from 'vitest';
import { fill, type Words, wordReason } from '#shared/core/wording.ts';

const words: Words = {
  'report.late': {
    vi: 'Đã quá hạn gửi báo cáo ngày {deadlineOn}.',
    en: 'The report was due on {deadlineOn}.',
  },
  'prize.total': { vi: 'Tổng {totalVnd} cho {recipientCount} lượt, lúc {paidAt}', en: '{totalVnd}' },
};

test('a reason becomes a sentence in either language', () => {
  const reason = { code: 'report.late', facts: { deadlineOn: '2024-01-15' } };
  expect(wordReason(reason, words)).toBe('Đã quá hạn gửi báo cáo ngày 15/01/2024.');
  expect(wordReason(reason, words, 'en')).toBe('The report was due on 15/01/2024.');
});

test.each([
  [1, 'Late by 1 day.'],
  [2, 'Late by 2 days.'],
  [0, 'Late by 0 days.'],
  [1234, 'Late by 1.234 days.'],
])('English counts: %i', (dayCount, expected) => {
  expect(fill('Late by {dayCount|day|days}.', { dayCount })).toBe(expected);
});

test('facts are written by the end of their name', () => {
  expect(
    wordReason(
      {
        code: 'prize.total',
        facts: { totalVnd: 56_700_000, recipientCount: 1400, paidAt: '2024-03-15T02:30:00.000Z' },
      },
      words,
    ),
  ).toBe('Tổng 56.700.000 đồng cho 1.400 lượt, lúc 15/03/2024 09:30');
});

test('a share has dots between thousands', () => {
  expect(fill('Tăng {percent}%.', { percent: 40_375 })).toBe('Tăng 40.375%.');
});

test('the law stands before the full stop', () => {
  const citation = { place: 'Điều 93 khoản 2', instrument: 'Luật 06/2022/QH15' };
  expect(wordReason({ code: 'report.late', facts: { deadlineOn: '2024-01-15' }, citation }, words)).toBe(
    'Đã quá hạn gửi báo cáo ngày 15/01/2024 (Điều 93 khoản 2, Luật 06/2022/QH15).',
  );
  expect(wordReason({ code: 'prize.total', citation }, words, 'en')).toBe('… (Điều 93 khoản 2, Luật 06/2022/QH15)');
});

describe('never fails', () => {
  test.each(['no.such-code', 'constructor', '__proto__', 'toString'])('code %s still gives a sentence', (code) => {
    expect(wordReason({ code }, words)).toBe(`Không thực hiện được (mã lý do: ${code}).`);
  });

  test('a missing fact shows a gap, a fact with braces or a dollar is plain text', () => {
    expect(fill('Số {number} của {office}', { number: '$& {office}' })).toBe('Số $& {office} của …');
    expect(fill('{constructor}', {})).toBe('…');
  });

  test('numbers that are no whole number stay as they are', () => {
    expect(fill('{totalVnd} {rate}', { totalVnd: 1.5, rate: 3 })).toBe('1.5 3');
  });
});
