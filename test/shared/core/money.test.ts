import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatVnd, prizeOf } from '#shared/core/money.ts';

describe('prizeOf', () => {
  test.each([
    // coefficient × base salary of the time
    [150, 1_800_000, 2_700_000, 2_700_000],
    [300, 1_800_000, 5_400_000, 5_400_000],
    [350, 1_490_000, 5_215_000, 5_220_000],
    [110, 1_800_000, 1_980_000, 1_980_000],
    [150, 2_530_000, 3_795_000, 3_800_000],
    [100, 2_530_000, 2_530_000, 2_530_000],
    [30, 2_530_000, 759_000, 760_000],
    [300, 2_530_000, 7_590_000, 7_590_000],
    [800, 2_530_000, 20_240_000, 20_240_000],
    [1200, 2_530_000, 30_360_000, 30_360_000],
    [350, 2_530_000, 8_855_000, 8_860_000],
    [450, 2_530_000, 11_385_000, 11_390_000],
    [350, 1_300_000, 4_550_000, 4_550_000],
    [100, 1_390_000, 1_390_000, 1_390_000],
    [150, 1_150_000, 1_725_000, 1_730_000],
    [150, 1_210_000, 1_815_000, 1_820_000],
    [30, 2_340_000, 702_000, 710_000],
    [27_000, 2_530_000, 683_100_000, 683_100_000],
    [0, 1_800_000, 0, 0],
    [1, 1, 1, 10_000],
  ])('%i hundredths of %i', (coefficient, base, rawVnd, prizeVnd) => {
    expect(prizeOf(coefficient, base)).toEqual({ rawVnd, prizeVnd });
  });

  test('is the smallest multiple of 10.000 that is not less than the product', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(20_000_000), (coefficient, base) => {
        const exact = BigInt(coefficient) * BigInt(base);
        const { prizeVnd, rawVnd } = prizeOf(coefficient, base);
        expect(prizeVnd % 10_000).toBe(0);
        expect(BigInt(prizeVnd) * 100n >= exact && BigInt(prizeVnd - 10_000) * 100n < exact).toBe(true);
        expect(BigInt(rawVnd) * 100n - exact < 100n && rawVnd <= prizeVnd).toBe(true);
      }),
    );
  });

  test.each([
    [1.5, 1_800_000],
    [-1, 1_800_000],
    [150, Number.NaN],
    [150, 1_800_000.5],
    [Number.MAX_SAFE_INTEGER, 2],
  ])('refuses %d × %d instead of paying something', (coefficient, base) => {
    expect(() => prizeOf(coefficient, base)).toThrow(RangeError);
  });
});

test('money is written with dots and đồng', () => {
  expect(formatVnd(2_700_000)).toBe('2.700.000 đồng');
  expect(formatVnd(56_700_000)).toBe('56.700.000 đồng');
  expect(formatVnd(0)).toBe('0 đồng');
});
