import { describe, expect, test } from 'vitest';
import { editDistance, valueList, valueListSteps } from '#shared/imports/suggestions.rules.ts';

const offices = valueList(
  [
    'Sở Nông nghiệp và Môi trường',
    'Sở Nội vụ',
    'Sở Giáo dục và Đào tạo',
    'Ủy ban nhân dân tỉnh',
    'Tỉnh Hà Giang',
    'Tỉnh Hạ Giang',
    'Tỉnh Lạng Sơn',
  ].map((label, i) => ({ value: `u${i}`, label })),
);
const labels = (text: string) => offices.nearest(text).map(({ label }) => label);

describe('a value that is meant beyond doubt', () => {
  test.each([
    ['SỞ NỘI VỤ', 'u1'],
    ['so noi vu', 'u1'],
    ['Sở GD&ĐT', 'u2'],
    ['Sở NN và MT', 'u0'],
    ['UBND tỉnh', 'u3'],
    ['Uỷ ban nhân dân tỉnh', 'u3'],
    ['Tỉnh Hà Giang', 'u4'],
    ['tỉnh hạ giang', 'u5'],
    ['u6', 'u6'],
  ])('%s', (text, value) => expect(offices.find(text)?.value ?? null).toBe(value));

  test('two names that are one without marks are not', () => {
    expect(offices.find('Tinh Ha Giang')).toBeNull();
    expect(labels('Tinh Ha Giang').slice(0, 2).toSorted()).toEqual(['Tỉnh Hà Giang', 'Tỉnh Hạ Giang'].toSorted());
  });
});

describe('the nearest values', () => {
  test.each([
    ['Sở NN', 'Sở Nông nghiệp và Môi trường'],
    ['Sở Nông nghiệp & PTNT', 'Sở Nông nghiệp và Môi trường'],
    ['Sở Nội vu', 'Sở Nội vụ'],
    ['Lang Son', 'Tỉnh Lạng Sơn'],
    ['Lạgn Sơn', 'Tỉnh Lạng Sơn'],
    ['Tỉnh Lạng Sơnn', 'Tỉnh Lạng Sơn'],
  ])('%s → %s', (text, label) => expect(labels(text)[0]).toBe(label));

  test('at most three, and none for what is like nothing', () => {
    expect(labels('Sở').length).toBeLessThanOrEqual(3);
    expect(labels('xyzzy')).toEqual([]);
    expect(labels('')).toEqual([]);
  });

  test.each([
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('from %s to %s', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));
});

test('a list of twelve thousand names gives way to others while it is made', () => {
  const options = Array.from({ length: 12_000 }, (_, n) => ({ value: `u${n}`, label: `Xã Mẫu ${n}` }));
  const steps = valueListSteps(options);
  let turns = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      expect(step.value.find('xã mẫu 11999')?.value).toBe('u11999');
      break;
    }
    turns++;
  }
  expect(turns).toBeGreaterThanOrEqual(60);
});
