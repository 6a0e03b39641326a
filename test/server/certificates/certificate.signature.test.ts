import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signFacts, verifyFacts, verifyUrl } from '#server/certificates/certificate.signature.ts';
import { loadKeys } from '#server/core/keys.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'luytre-signature-'));
afterAll(() => rm(dataDir, { recursive: true }));
const keys = await loadKeys(dataDir);

const facts = {
  code: 'ABCDEFGHJKMNPQRST',
  printedName: 'Ông Lò Văn Khuông',
  awardName: 'Bằng khen',
  decisionNumber: '372/QĐ-UBND',
  decisionOn: '2024-02-27',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh Lạng Sơn',
  goldenBookNumber: 393,
};

test('what was signed verifies', () => {
  expect(verifyFacts(keys, facts, signFacts(keys, facts))).toBe(true);
});

test.each(Object.keys(facts) as (keyof typeof facts)[])('a changed %s does not', (key) => {
  const value = facts[key];
  const changed = { ...facts, [key]: typeof value === 'number' ? value + 1 : `${value}.` };
  expect(verifyFacts(keys, changed, signFacts(keys, facts))).toBe(false);
});

test('the address is built once, whatever slash the setting ends with', () => {
  expect(verifyUrl('https://a.vn/', 'ABC', 'xyz')).toBe('https://a.vn/verify/ABC?s=xyz');
  expect(verifyUrl('https://a.vn', 'ABC', 'xyz')).toBe('https://a.vn/verify/ABC?s=xyz');
});
