import { expect, test } from 'vitest';
import { fold } from '#shared/core/fold.ts';
import { isWithinOneEdit, nameLikeness, similarityKeys } from '#shared/duplicates/similar-name.ts';

test.each([
  ['Lò Thị Mai', 'Lò Mai', 'missing-word'],
  ['Nguyễn Văn Đức Cường', 'Nguyễn Văn Cường', 'missing-word'],
  ['Lò Văn Hạnh', 'Lò Văn Hạn', 'one-letter'],
  ['Giàng A Pháo', 'Dàng A Pháo', undefined],
  ['Giàng A Pháo', 'Giang A Phao', undefined],
  ['Vàng Seo Sín', 'Vàng Xeo Sín', 'one-letter'],
  ['Hoàng Thanh Hải', 'Hoàng ThanhHải', 'one-letter'],
  ['Nông Văn Quân', 'Nông Văn Qaun', 'one-letter'],
  ['Lò Mai', 'Lò Mai Anh', undefined],
  ['Lò Thị Mai', 'Thị Mai', undefined],
  ['Đội 1', 'Đội 2', undefined],
  ['Bản Mẫu 1 Chiềng', 'Bản Mẫu Chiềng', undefined],
  ['Lò An', 'Lò Án', undefined],
  ['Sa An', 'Sa Ân', undefined],
  ['Y An', 'Y Am', undefined],
])('“%s” and “%s”: %s', (a, b, expected) => {
  expect(nameLikeness(fold(a), fold(b))).toBe(expected);
  expect(nameLikeness(fold(b), fold(a))).toBe(expected);
});

test('every two names within one edit share a key', () => {
  const letters = 'abc';
  const words = ['ab', 'abc', 'bac', 'cab', 'abca', 'acba', 'aabb', 'abab', 'cc'];
  for (const a of words)
    for (const b of [...words, ...words.map((word) => `${word}${letters[0]}`)]) {
      const others = new Set(similarityKeys(b));
      if (isWithinOneEdit(a, b)) expect([a, b, similarityKeys(a).some((key) => others.has(key))]).toEqual([a, b, true]);
    }
});

test('a name without its middle word shares a key with the whole one', () => {
  expect(similarityKeys('lo thi mai')).toContain(similarityKeys('lo mai')[0]);
});
