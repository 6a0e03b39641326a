import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { cccdIndex, cccdIndexes, openCccd, sealCccd } from '#server/recipients/cccd.service.ts';

const key = (kind: string, number: number) => ({ id: `cccd-${kind}-${number}`, secret: randomBytes(32) });
const first = { cccdCipher: [key('cipher', 1)], cccdIndex: [key('index', 1)] };
/** After a change of keys the newest stands first. */
const second = {
  cccdCipher: [key('cipher', 2), ...first.cccdCipher],
  cccdIndex: [key('index', 2), ...first.cccdIndex],
};
const NUMBER = '014085001234';

test('a number is sealed anew each time, found by one index, and opened whole', () => {
  const [a, b] = [sealCccd(first, NUMBER), sealCccd(first, NUMBER)];
  expect(a.cipher).toMatch(/^k1\.[A-Za-z0-9_-]{50,}$/);
  expect(a.cipher).not.toBe(b.cipher);
  expect(a.index).toBe(b.index);
  expect(a.index).not.toBe(cccdIndex(first, '014085001235'));
  expect(a.cipher + a.index).not.toContain(NUMBER);
  expect(openCccd(first, a.cipher)).toBe(NUMBER);
});

test('after a change of keys old numbers still open and are still found', () => {
  const old = sealCccd(first, NUMBER);
  expect(openCccd(second, old.cipher)).toBe(NUMBER);
  expect(cccdIndexes(second, NUMBER)).toContain(old.index);
  expect(sealCccd(second, NUMBER).cipher).toMatch(/^k2\./);
  expect(cccdIndex(second, NUMBER)).not.toBe(old.index);
});

test('what was altered, cut off or sealed with a key that is gone does not open', () => {
  const { cipher } = sealCccd(first, NUMBER);
  const at = cipher.length - 20;
  const other = cipher[at] === 'A' ? 'B' : 'A';
  expect(openCccd(first, cipher.slice(0, at) + other + cipher.slice(at + 1))).toBeUndefined();
  expect(openCccd(first, cipher.slice(0, 20))).toBeUndefined();
  expect(openCccd(first, 'k9.AAAA')).toBeUndefined();
  expect(openCccd({ ...first, cccdCipher: [key('cipher', 1)] }, cipher)).toBeUndefined();
});
