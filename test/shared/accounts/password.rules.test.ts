import { expect, test } from 'vitest';
import { DEMO_PASSWORD, passwordReasons } from '#shared/accounts/password.rules.ts';

test.each([
  { password: 'ngắn quá', code: 'account.password-too-short' },
  { password: '12345678901', code: 'account.password-too-short' },
  { password: 'ế'.normalize('NFD').repeat(8), code: 'account.password-too-short' }, // eight letters of three signs
  { password: 'a1b2c3d4'.repeat(17), code: 'account.password-too-long' },
  { password: '123456789012345', code: 'account.password-guessable' },
  { password: 'Mật khẩu 2024!', code: 'account.password-guessable' },
  { password: 'ThiDuaKhenThuong@2024', code: 'account.password-guessable' },
  { password: 'Lạng Sơn 2024.', code: 'account.password-guessable' },
  { password: 'ababababababab', code: 'account.password-guessable' },
  { password: DEMO_PASSWORD, code: 'account.password-guessable' },
  { password: 'tôi là Lan.Hoang đây', code: 'account.password-has-name' },
])('"$password" is refused: $code', ({ password, code }) => {
  expect(passwordReasons(password, 'lan.hoang').map((reason) => reason.code)).toEqual([code]);
});

test.each(['hồi nhỏ tôi chăn trâu', 'kx7#mPq2vL9w', 'mười hai con giáp', 'Sáu câu, không dấu gì'])(
  '"%s" may be used: no kinds of signs are asked for',
  (password) => {
    expect(passwordReasons(password, 'lan.hoang')).toEqual([]);
  },
);
