import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupCode, isWellFormed, normalizeCode, verifyCodeFrom } from '#shared/certificates/verify-code.ts';

const codes = fc.uint8Array({ minLength: 10, maxLength: 10 }).map(verifyCodeFrom);
const LETTERS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

test('ten bytes give sixteen letters and a check letter, always the same', () => {
  expect(verifyCodeFrom(new Uint8Array(10))).toBe('00000000000000000');
  expect(verifyCodeFrom(Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255))).toMatch(/^Z{16}.$/);
  expect(verifyCodeFrom(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1))).toMatch(/^0{15}1.$/);
  expect(() => verifyCodeFrom(new Uint8Array(9))).toThrow(RangeError);
});

test('every made code is well formed, also after a round through paper', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(isWellFormed(code)).toBe(true);
      expect(normalizeCode(` ${groupCode(code).toLowerCase()} `)).toBe(code);
    }),
  );
});

test('one wrong letter is always seen', () => {
  fc.assert(
    fc.property(codes, fc.nat(16), fc.constantFrom(...LETTERS), (code, place, letter) => {
      fc.pre(code[place] !== letter);
      expect(isWellFormed(code.slice(0, place) + letter + code.slice(place + 1))).toBe(false);
    }),
  );
});

test('two swapped letters are always seen', () => {
  fc.assert(
    fc.property(codes, fc.nat(16), fc.nat(16), (code, one, other) => {
      fc.pre(code[one] !== code[other]);
      const letters = [...code];
      [letters[one], letters[other]] = [letters[other]!, letters[one]!];
      expect(isWellFormed(letters.join(''))).toBe(false);
    }),
  );
});

test('letters that look alike, dashes, spaces and full-width letters are read as meant', () => {
  expect(normalizeCode('oO0-iIlL1')).toBe('00011111');
  expect(normalizeCode('ab cd–ef\u00a0gh')).toBe('ABCDEFGH');
  expect(normalizeCode('ＡＢ１２')).toBe('AB12');
});

test.each(['', 'ABC', '<script>', '0'.repeat(16), '0'.repeat(18), `U${'0'.repeat(16)}`, 'Đ'.repeat(17), '\u0000'])(
  '%j is no code',
  (text) => {
    expect(isWellFormed(normalizeCode(text))).toBe(false);
  },
);
