import { expect, test } from 'vitest';
import { mailFault } from '#shared/mail/mail-faults.ts';

test.each([
  ['getaddrinfo ENOTFOUND smtp.khong-co.invalid', /Không tìm thấy máy chủ thư/],
  ['connect ECONNREFUSED 127.0.0.1:2525', /cổng/],
  ['Invalid login: 535 5.7.8 authentication failed', /SMTP_PASSWORD/],
  ["Can't send mail - all recipients were rejected: 550 no such mailbox", /địa chỉ này/],
  ['STARTTLS is not supported by the server', /mã hóa/],
  ['unable to verify the first certificate', /mã hóa/],
  ['Connection timeout', /không trả lời/],
])('%s is said with what can be done', (error, words) => {
  expect(mailFault(error)?.vi).toMatch(words);
});

test('what is not known is left to its own words', () => {
  expect(mailFault('452 4.3.1 Insufficient system storage')).toBeNull();
});
