import { expect, test } from 'vitest';
import { personReasons } from '#server/decisions/decisions.policy.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';

const reader = (unitId: string): Actor => ({
  accountId: 'a',
  name: 'Lãnh đạo (minh họa)',
  unitId,
  roles: [{ role: 'leader', unitId }],
  today: '2024-03-06',
});

test.each([
  ['VN63-20', 'decision.only-reads'],
  ['VN63-04', 'decision.not-office'],
])('a leader of %s at a decision of VN63-20 is told %s', (unitId, code) => {
  expect(personReasons(reader(unitId), 'decisions.submit', 'VN63-20')).toEqual([{ code }]);
});
