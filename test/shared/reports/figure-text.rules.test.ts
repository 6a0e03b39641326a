import { expect, test } from 'vitest';
import { readFigure } from '#shared/reports/figure-text.rules.ts';

const money = { decimals: 1, unitOfMeasure: 'tỷ đồng' };
const count = { decimals: 0, unitOfMeasure: 'xã' };
const points = { decimals: 2, unitOfMeasure: 'điểm %' };
const of = (text: string, cell: typeof money) => {
  const read = readFigure(text, cell);
  if (read.ok) return read.scaled;
  return 'choices' in read ? [read.code, ...read.choices.map((choice) => choice.text)] : read.code;
};

test.each([
  ['29.000', count, 29_000],
  ['29 000', count, 29_000],
  ['29\u00a0000', count, 29_000],
  ['29\u202f000', count, 29_000],
  [' \t29.000\u00a0', count, 29_000],
  ['29.000 xã', count, 29_000],
  ['-12', count, -12],
  ['\u221212', count, -12],
  ['4,41', points, 441],
  ['4.41', points, 441],
  ['4,41 %', points, 441],
  ['4,41%', points, 441],
  ['4,41 điểm %', points, 441],
  ['29.068,5 tỷ đồng', money, 290_685],
  ['29.068,5 TỶ', money, 290_685],
  ['1,234.5', money, 12_345],
  ['', money, 'empty'],
])('"%s" is read', (text, cell, expected) => {
  expect(of(text, cell)).toBe(expected);
});

test.each([
  ['29,000', count, ['ambiguous', '29.000', '29']],
  ['-29,000', count, ['ambiguous', '-29.000', '-29']],
  ['29,125', count, ['ambiguous', '29.125']],
  ['29,000', money, ['ambiguous', '29.000,0', '29,0']],
  ['29.000', money, ['ambiguous', '29.000,0', '29,0']],
  ['8.905.200 triệu đồng', money, ['other-unit', '8.905,2']],
  ['8,9052 nghìn tỷ', money, ['other-unit', '8.905,2']],
])('"%s" is asked about, never guessed', (text, cell, expected) => {
  expect(of(text, cell)).toEqual(expected);
});

test.each([
  ['12 trường', count, 'unknown-unit'],
  ['4,41%', count, 'unknown-unit'],
  ['khoảng 12', count, 'format'],
  ['12-15', count, 'format'],
  ['1,2,3', count, 'format'],
  ['12,5', count, 'too-many-decimals'],
  ['1 đồng', money, 'unknown-unit'],
])('"%s" is refused', (text, cell, expected) => {
  expect(of(text, cell)).toBe(expected);
});
