import { expect, test } from 'vitest';
import { idOf } from '#shared/core/ids.ts';

const decisionId = idOf('Decision');

test.each(['0199d4a0-7c1e-7a33-8f10-2b6f6c9d1e42', 'VN63-20', 'VN34-08', 'CSTDCS', 'BKT'])('%s is an id', (id) => {
  expect(decisionId.parse(id)).toBe(id);
});

test.each([
  '',
  'abc',
  '0199D4A0-7C1E-7A33-8F10-2B6F6C9D1E42',
  '0199d4a0-7c1e-7a33-cf10-2b6f6c9d1e42',
  'VN63-20\n',
  "VN63'--",
  'A'.repeat(61),
  12,
  null,
])('%j is not', (id) => {
  expect(decisionId.safeParse(id).success).toBe(false);
});
