import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type CursorKey, cursorText, decodeCursor, encodeCursor, pageOf } from '#shared/core/page.ts';

const anyKey = z.array(z.union([z.string(), z.number(), z.null()]));
const byDate = z.tuple([z.iso.date(), z.string()]);

test('a cursor holds the key of the last row and fits into an address', () => {
  const cursor = encodeCursor(['2024-02-27', 'Lũy tre biên giới']);
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(decodeCursor(byDate, cursor)).toEqual(['2024-02-27', 'Lũy tre biên giới']);
});

test('it is base64url of JSON, as every other tool writes it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.integer(), fc.constant(null)), {
        maxLength: 3,
      }),
      (key: CursorKey) => {
        const cursor = encodeCursor(key);
        expect(cursor).toBe(Buffer.from(JSON.stringify(key)).toString('base64url'));
        expect(decodeCursor(anyKey, cursor)).toEqual(key);
      },
    ),
  );
});

test.each([
  undefined,
  null,
  '',
  'x',
  '****',
  'bm90IGpzb24',
  encodeCursor([1, 2]),
  encodeCursor(['2024-02-30', 'a']),
  '_____w',
  'A'.repeat(5000),
])('an altered cursor (%.12j) starts the list from the top', (cursor) => {
  expect(decodeCursor(byDate, cursor)).toBeUndefined();
});

test('no text breaks it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(() => decodeCursor(anyKey, text)).not.toThrow();
    }),
  );
});

test('a cursor as input has a length limit', () => {
  expect(cursorText.safeParse('A'.repeat(1_200)).success).toBe(true);
  expect(cursorText.safeParse('A'.repeat(1_201)).success).toBe(false);
});

test('a page is cut where one row more was found', () => {
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const page = pageOf(rows, 2, ({ id }) => [id]);
  expect(page.rows).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(decodeCursor(z.tuple([z.string()]), page.nextCursor)).toEqual(['b']);
  expect(pageOf(rows, 3, ({ id }) => [id]).nextCursor).toBeNull();
  expect(pageOf([], 3, () => [])).toEqual({ rows: [], nextCursor: null });
});
