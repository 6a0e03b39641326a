import { describe, expect, test } from 'vitest';
import {
  conversionsTo,
  conversionText,
  convertScaled,
  usualFactor,
  type VersionLink,
} from '#shared/indicators/series.rules.ts';

const link = (id: string, predecessorId: string | null, num = 1, den = 1): VersionLink => ({
  id,
  decimals: 0,
  predecessorId,
  factorNum: predecessorId ? num : null,
  factorDen: predecessorId ? den : null,
});

describe('the chain of a series', () => {
  test('goes on through several changes of the unit of measure', () => {
    const found = conversionsTo([link('a', null), link('b', 'a', 1, 1_000), link('c', 'b', 10, 1)], 'c');
    expect([...found]).toEqual([
      ['c', { num: 1n, den: 1n }],
      ['b', { num: 10n, den: 1n }],
      ['a', { num: 10n, den: 1_000n }],
    ]);
  });

  test('ends where a series begins anew, where a version is unknown, and never runs in a circle', () => {
    expect([...conversionsTo([link('a', null), link('b', null)], 'b').keys()]).toEqual(['b']);
    expect([...conversionsTo([link('b', 'gone')], 'b').keys()]).toEqual(['b', 'gone']);
    expect([...conversionsTo([link('a', 'b'), link('b', 'a')], 'b').keys()]).toEqual(['b', 'a']);
  });
});

describe('a figure in another unit of measure', () => {
  const perThousand = { num: 1n, den: 1_000n };

  test('keeps what its decimals can hold, halves away from zero', () => {
    expect(convertScaled(8_905_200, perThousand, { from: 0, to: 1 })).toBe(89_052);
    expect(convertScaled(8_905_250, perThousand, { from: 0, to: 1 })).toBe(89_053);
    expect(convertScaled(-8_905_250, perThousand, { from: 0, to: 1 })).toBe(-89_053);
    expect(convertScaled(12_345, { num: 1n, den: 1n }, { from: 2, to: 0 })).toBe(123);
    expect(convertScaled(0, perThousand, { from: 0, to: 2 })).toBe(0);
  });

  test('is none when it grows beyond what a figure can be', () => {
    expect(convertScaled(9_000_000_000_000, { num: 1_000_000n, den: 1n }, { from: 0, to: 0 })).toBeNull();
  });

  test('is said in a sentence, unless nothing changes', () => {
    const [trieu, ty] = [{ unitOfMeasure: 'triệu đồng' }, { unitOfMeasure: 'tỷ đồng' }];
    expect(conversionText(perThousand, trieu, ty)).toBe('1.000 triệu đồng = 1 tỷ đồng');
    expect(conversionText({ num: 2_000n, den: 2n }, ty, trieu)).toBe('1 tỷ đồng = 1.000 triệu đồng');
    expect(conversionText({ num: 1n, den: 1n }, ty, ty)).toBeNull();
  });

  test('has a usual factor where both measure the same', () => {
    expect(usualFactor('triệu đồng', 'tỷ đồng')).toEqual({ num: 1n, den: 1_000n });
    expect(usualFactor('ha', 'km2')).toEqual({ num: 1n, den: 100n });
    expect(usualFactor('người', '%')).toBeUndefined();
    expect(usualFactor('xã', 'xã')).toEqual({ num: 1n, den: 1n });
  });
});
