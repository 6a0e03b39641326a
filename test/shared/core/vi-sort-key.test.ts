import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareVi } from '#shared/core/fold.ts';
import { viSortKey } from '#shared/core/vi-sort-key.ts';

const byKey = (a: string, b: string) => (viSortKey(a) < viSortKey(b) ? -1 : viSortKey(a) > viSortKey(b) ? 1 : 0);

test('all provinces of both times come in the order of the Vietnamese alphabet', () => {
  const { units } = JSON.parse(readFileSync(new URL('../../../db/seed/data/units.json', import.meta.url), 'utf8')) as {
    units: { name: string }[];
  };
  const names = [...new Set(units.map(({ name }) => name))];
  expect(names.toSorted(byKey)).toEqual(names.toSorted(compareVi));
  expect(names.toSorted(byKey).slice(0, 6)).toEqual([
    'An Giang',
    'Bà Rịa - Vũng Tàu',
    'Bạc Liêu',
    'Bắc Giang',
    'Bắc Kạn',
    'Bắc Ninh',
  ]);
});

test.each([
  ['Đà Nẵng', 'Huế'],
  ['Dương', 'Đà'],
  ['Khối 2', 'Khối 10'],
  ['Lai', 'Lai Châu'],
  ['ma', 'mà'],
  ['mà', 'mả'],
  ['mả', 'mã'],
  ['mã', 'má'],
  ['má', 'mạ'],
  ['mạ', 'mau'],
  ['ta', 'tă'],
  ['tă', 'tâ'],
  ['tâ', 'tb'],
  ['tu', 'tư'],
])('%s before %s', (first, second) => {
  expect(byKey(first, second)).toBe(-1);
});

test('letters of one kind only, so that every database sorts it alike; forms of one text are one', () => {
  expect(viSortKey('Thừa Thiên - Huế 12')).toMatch(/^[a-z]+$/);
  expect(viSortKey('ĐẮK LẮK')).toBe(viSortKey('Đắk Lắk'));
  expect(viSortKey('Đắk Lắk'.normalize('NFD'))).toBe(viSortKey('Đắk Lắk'));
  expect(viSortKey('')).toBe('aa');
});
