import { expect, test } from 'vitest';
import { fold } from '#shared/core/fold.ts';
import { collectiveName, levelsAgree } from '#shared/duplicates/collective-name.ts';

const areOne = (a: string, b: string): boolean => {
  const [left, right] = [collectiveName(fold(a)), collectiveName(fold(b))];
  return left.core === right.core && levelsAgree(left, right);
};

test.each([
  ['UBND huyện Mai Sơn', 'Ủy ban nhân dân huyện Mai Sơn', true],
  ['UBND huyện Mai Sơn', 'UBND Mai Sơn', true],
  ['UBND huyện Mai Sơn', 'UBND xã Mai Sơn', false],
  ['Ban TĐKT tỉnh Sơn La', 'Ban Thi đua - Khen thưởng tỉnh Sơn La', true],
  ['Ban TĐ-KT Sơn La', 'Ban Thi đua, Khen thưởng tỉnh Sơn La', true],
  ['Sở NV tỉnh Lạng Sơn', 'Sở Nội vụ Lạng Sơn', true],
  ['Sở GD&ĐT Lai Châu', 'Sở Giáo dục và Đào tạo tỉnh Lai Châu', true],
  ['Trường THPT số 1', 'Trường Trung học phổ thông số 2', false],
  ['HTX Mường Bon', 'Hợp tác xã Mường Bon', true],
  ['Hợp tác xã Mường Bon', 'Hợp tác Mường Bon', false],
  ['BHXH tỉnh', 'Bảo hiểm xã hội tỉnh', false],
  ['Ban quản lý rừng', 'Ban lý rừng', false],
  ['UBND TP Sơn La', 'Ủy ban nhân dân thành phố Sơn La', true],
])('“%s” and “%s”: %s', (a, b, expected) => {
  expect(areOne(a, b)).toBe(expected);
});
