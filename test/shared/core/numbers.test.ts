import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatScaled, parseVnNumber } from '#shared/core/numbers.ts';

describe('parseVnNumber', () => {
  test.each([
    ['29.068,5', 1, 290685],
    ['29 068,5', 1, 290685],
    ['29\u00A0068,5', 1, 290685],
    ['29\u202F068,5', 1, 290685],
    ['29068,5', 1, 290685],
    ['29,068.5', 1, 290685],
    ['1.234,5', 1, 12345],
    ['4,5', 1, 45],
    ['4.5', 1, 45],
    ['4,5', 2, 450],
    ['4,41', 2, 441],
    ['-0,5', 1, -5],
    ['\u22120,5', 1, -5],
    ['- 12', 0, -12],
    ['1.500', 0, 1500],
    ['1.500.000', 2, 150_000_000],
    ['1,234,567', 0, 1_234_567],
    ['100.710', 0, 100_710],
    ['0,500', 3, 500],
    ['0.500', 3, 500],
    ['0', 0, 0],
    ['-0', 0, 0],
    ['-0,0', 1, 0],
    ['007', 0, 7],
    [' 12 ', 0, 12],
    ['１２', 0, 12],
    ['8.905', 1, 89050],
    ['9007199254740991', 0, Number.MAX_SAFE_INTEGER],
    ['-9.007.199.254.740.991', 0, Number.MIN_SAFE_INTEGER],
    ['0'.repeat(40), 0, 0],
  ])('%j with %i decimals is %i', (typed, decimals, scaled) => {
    expect(parseVnNumber(typed, decimals)).toEqual({ ok: true, scaled });
  });

  test('asks what "1.500" means where decimals are allowed', () => {
    expect(parseVnNumber('1.500', 1)).toEqual({
      ok: false,
      code: 'ambiguous',
      choices: [
        { scaled: 15000, text: '1.500,0' },
        { scaled: 15, text: '1,5' },
      ],
    });
    expect(parseVnNumber('-1.234', 3)).toEqual({
      ok: false,
      code: 'ambiguous',
      choices: [
        { scaled: -1_234_000, text: '-1.234,000' },
        { scaled: -1_234, text: '-1,234' },
      ],
    });
  });

  test('does not ask when only one reading fits the field', () => {
    expect(parseVnNumber('1.234', 1)).toEqual({ ok: true, scaled: 12340 });
  });

  test.each([
    ['4,5', 0],
    ['4.5', 0],
    ['4,41', 1],
    ['1,500', 1],
    ['1,0', 0],
    ['0.500', 1],
  ])('%j has too many decimals for a field of %i', (typed, decimals) => {
    expect(parseVnNumber(typed, decimals)).toEqual({ ok: false, code: 'too-many-decimals' });
  });

  test.each([
    ['9007199254740992', 0],
    ['900719925474099,2', 1],
    ['900719925474100', 2],
    ['9'.repeat(59), 0],
  ])('%j is too large to be kept exactly with %i decimals', (typed, decimals) => {
    expect(parseVnNumber(typed, decimals)).toEqual({ ok: false, code: 'too-large' });
  });

  test.each([
    '1e5',
    '1E5',
    '0x10',
    'NaN',
    '12 tỷ',
    '1.50.000',
    '1.5000,2',
    '1.234 567',
    '1..5',
    ',5',
    '5,',
    '--5',
    '+5',
    '1,2,3',
    '0.123.456',
    '٣',
    '-',
    '1'.repeat(1_000_000),
  ])('refuses %.20j', (typed) => {
    expect(parseVnNumber(typed, 1)).toEqual({ ok: false, code: 'format' });
  });

  test.each(['', '  ', '\u00A0', ' '.repeat(1_000)])('%.5j is empty, not zero', (typed) => {
    expect(parseVnNumber(typed, 1)).toEqual({ ok: false, code: 'empty' });
  });

  test('reads back everything it writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (scaled, decimals) => {
        expect(parseVnNumber(formatScaled(scaled, decimals), decimals)).toEqual({ ok: true, scaled });
      }),
    );
  });

  test('answers any text without throwing', () => {
    const digitsAndMarks = fc.string({ unit: fc.constantFrom(...'0123456789.,- '), maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), digitsAndMarks),
        fc.integer({ min: 0, max: 4 }),
        (text, decimals) => {
          const parsed = parseVnNumber(text, decimals);
          expect(
            parsed.ok ? Number.isSafeInteger(parsed.scaled) && !Object.is(parsed.scaled, -0) : parsed.code,
          ).toBeTruthy();
        },
      ),
    );
  });
});

test.each([
  [290685, 1, '29.068,5'],
  [441, 2, '4,41'],
  [100710, 0, '100.710'],
  [5, 2, '0,05'],
  [-5, 1, '-0,5'],
  [0, 1, '0,0'],
  [0, 0, '0'],
  [999, 0, '999'],
  [1_000_000, 3, '1.000,000'],
  [Number.MAX_SAFE_INTEGER, 0, '9.007.199.254.740.991'],
])('formatScaled(%i, %i) is %s', (scaled, decimals, text) => {
  expect(formatScaled(scaled, decimals)).toBe(text);
});
