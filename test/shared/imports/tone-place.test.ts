import { expect, test } from 'vitest';
import { oneTonePlace } from '#shared/imports/tone-place.ts';

test.each([
  ['Hoà', 'Hòa'],
  ['HOÀ BÌNH', 'HÒA BÌNH'],
  ['Thuý', 'Thúy'],
  ['khoẻ', 'khỏe'],
  ['qúy', 'quý'],
  ['Quý', 'Quý'],
  ['hoàng', 'hoàng'],
  ['Thủy', 'Thủy'],
  ['loét', 'loét'],
])('%s is matched as %s', (text, expected) => {
  expect(oneTonePlace(text)).toBe(expected);
  expect(oneTonePlace(expected)).toBe(expected);
});
