import { describe, expect, test } from 'vitest';
import { UnitWords } from '#shared/registry/unit-words.rules.ts';

const index = new UnitWords([
  { unitId: 'LS', kind: 'province', name: 'Lạng Sơn', fullName: 'tỉnh Lạng Sơn' },
  { unitId: 'HUE', kind: 'city', name: 'Huế', fullName: null },
  { unitId: 'VN34-LC', kind: 'province', name: 'Lào Cai', fullName: null },
  { unitId: 'VN63-LC', kind: 'province', name: 'Lào Cai', fullName: null },
]);
const find = (text: string) => index.find(text.split(' '));

describe('names of units among words', () => {
  test('with and without the kind, and what is left over', () => {
    expect(find('lang son')).toEqual({ unitIds: ['LS'], rest: [] });
    expect(find('nguyen van tinh lang son')).toEqual({ unitIds: ['LS'], rest: ['nguyen', 'van'] });
    expect(find('lang son giao vien')).toEqual({ unitIds: ['LS'], rest: ['giao', 'vien'] });
  });

  test('every unit that bore the name', () => {
    expect(find('lao cai')?.unitIds).toEqual(['VN34-LC', 'VN63-LC']);
  });

  test('a name of one word is a unit only alone or with its kind', () => {
    expect(find('hue')?.unitIds).toEqual(['HUE']);
    expect(find('tp hue')?.unitIds).toEqual(['HUE']);
    expect(find('nguyen thi hue')).toBeUndefined();
  });

  test('a part of a name is none', () => {
    expect(find('lang')).toBeUndefined();
    expect(find('lang so')).toBeUndefined();
  });
});
