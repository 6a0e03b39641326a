import { expect, test } from 'vitest';
import { inSentence } from '#shared/units/unit-names.ts';

test.each([
  ['Tỉnh Sơn La', 'tỉnh Sơn La'],
  ['Thành phố Đà Nẵng', 'thành phố Đà Nẵng'],
  ['Sở Nội vụ tỉnh Lạng Sơn', 'Sở Nội vụ tỉnh Lạng Sơn'],
  ['tỉnh Lào Cai', 'tỉnh Lào Cai'],
])('%s in a sentence is %s', (fullName, expected) => {
  expect(inSentence(fullName)).toBe(expected);
});
