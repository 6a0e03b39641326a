import { expect, test } from 'vitest';
import { withUnit } from '#shared/accounts/account-name.ts';

test.each([
  ['Lò Văn Pản', 'Sơn La', 'Lò Văn Pản · Sơn La'],
  ['Cán bộ tổng hợp Sơn La', 'Sơn La', 'Cán bộ tổng hợp Sơn La'],
  ['Quản trị hệ thống', null, 'Quản trị hệ thống'],
  [null, 'Sơn La', 'Sơn La'],
])('%s of %s is shown as %s', (name, unitName, shown) => {
  expect(withUnit(name, unitName)).toBe(shown);
});
