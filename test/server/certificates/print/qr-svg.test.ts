import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { A3_LAYOUT } from '#server/certificates/print/certificate-layout.ts';
import { qrSvg } from '#server/certificates/print/qr-svg.ts';

const url = (host: string) => `https://${host}/verify/ABCDEFGHJKMNPQRST?s=${'a'.repeat(86)}`;

/** The dark modules a path of runs covers. */
function modulesOf(svg: string): string[] {
  return [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].flatMap(([, x, y, length]) =>
    Array.from({ length: Number(length) }, (_, step) => `${Number(x) + step},${y}`),
  );
}

test('the path covers exactly the dark modules', () => {
  const text = url('thiduakhenthuong.langson.gov.vn');
  const { svg, modules } = qrSvg(text);
  const { data } = encode(text, { ecc: 'L', border: 0, boostEcc: true });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));

  expect(modules).toBe(data.length);
  expect(modulesOf(svg)).toEqual(dark);
});

test('a usual host stays readable: at most 49 modules, half a millimetre each or more', () => {
  for (const host of ['a.vn', 'tdkt.langson.gov.vn', 'thiduakhenthuong.langson.gov.vn', 'a'.repeat(60)]) {
    const { modules } = qrSvg(url(host));
    expect(modules).toBeLessThanOrEqual(49);
    expect(A3_LAYOUT.qr.size / modules).toBeGreaterThanOrEqual(0.5);
  }
  expect(A3_LAYOUT.qr.size).toBeGreaterThanOrEqual(24);
});

test('a short address keeps the stronger correction', () => {
  expect(qrSvg(url('tdkt.gov.vn')).modules).toBe(encode(url('tdkt.gov.vn'), { ecc: 'M', border: 0 }).size);
});

test('an address too long to print is an error, not an unreadable code', () => {
  expect(() => qrSvg(url('a'.repeat(100)))).toThrow(RangeError);
});
