import { expect, test } from 'vitest';
import { uuidv7 } from '#server/core/ids.ts';

test('ids grow strictly, also within a millisecond and when the clock steps back', () => {
  const ids = [
    ...Array.from({ length: 5_000 }, () => uuidv7(1_700_000_000_000)),
    ...Array.from({ length: 5_000 }, () => uuidv7(1_600_000_000_000)),
  ];

  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is a UUID of version 7', () => {
  expect(uuidv7()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
