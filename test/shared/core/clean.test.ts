import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanInput, cleanText } from '#shared/core/clean.ts';

describe('text', () => {
  test.each([
    { because: 'letters taken apart are put together', text: 'Lo\u0300 Thi\u0323', clean: 'Lò Thị' },
    { because: 'NUL, which PostgreSQL refuses, goes', text: 'Lò\u0000 Thị', clean: 'Lò Thị' },
    { because: 'zero-width signs hide nothing', text: 'Sơn\u200b La\ufeff\u2060', clean: 'Sơn La' },
    { because: 'direction marks turn nothing round', text: '\u202ekhen\u202c \u2067gnaB\u2069', clean: 'khen gnaB' },
    { because: 'half a letter goes', text: 'a\ud83c b\udf96 c', clean: 'a b c' },
    { because: 'terminal colours lose their escape', text: '\u001b[31mđỏ', clean: '[31mđỏ' },
    { because: 'every line end is one', text: 'a\r\nb\rc\u2028d\ve', clean: 'a\nb\nc\nd\ne' },
    { because: 'tabs, lines and whole pictures stay', text: 'a\tb\nc 🎖', clean: 'a\tb\nc 🎖' },
  ])('$because', ({ text, clean }) => expect(cleanText(text)).toBe(clean));

  test('is clean after one time, and storable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toContain('\u0000');
      }),
    );
  });
});

describe('inputs', () => {
  test('every text is cleaned, everything else stays', () => {
    const input = { a: ['x\u0000', 1, null, true], b: { c: 'e\u0302\u0301' } };
    expect(cleanInput(input)).toEqual({ a: ['x', 1, null, true], b: { c: 'ế' } });
    expect(cleanInput(undefined)).toBeUndefined();
  });

  test('a key named __proto__ stays a key, for the schema to refuse', () => {
    const cleaned = cleanInput(JSON.parse('{"__proto__":{"admin":true}}')) as object;
    expect(Object.keys(cleaned)).toEqual(['__proto__']);
    expect((cleaned as { admin?: boolean }).admin).toBeUndefined();
  });

  test('depth does not break it', () => {
    expect(() => cleanInput(JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`))).not.toThrow();
  });
});
