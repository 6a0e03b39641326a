import { expect, test } from 'vitest';
import { certificateFrameSvg } from '#server/certificates/print/certificate-frame.ts';

test('the frame is A3, all paths, the same each time and without a broken number', () => {
  const svg = certificateFrameSvg();

  expect(svg).toContain('viewBox="0 0 420 297"');
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  expect(new Set([...svg.matchAll(/<(\w+)/g)].map(([, tag]) => tag))).toEqual(new Set(['svg', 'path', 'g']));
  expect(certificateFrameSvg()).toBe(svg);
});

test('no ornament runs off the paper', () => {
  const svg = certificateFrameSvg().replace(/<path transform[^>]*>/g, ''); // birds are drawn around their own zero
  const points = /[ML](-?[\d.]+) (-?[\d.]+)|C[\d. -]+ [\d. -]+ (-?[\d.]+) (-?[\d.]+)/g;
  const absolute = [...svg.matchAll(points)].map(([, x, y, endX, endY]) => [Number(x ?? endX), Number(y ?? endY)]);

  expect(absolute.length).toBeGreaterThan(1000);
  for (const [x = 0, y = 0] of absolute) {
    if (x < 0 || x > 420 || y < 0 || y > 297) throw new Error(`${x} ${y} is off the paper`);
  }
});
