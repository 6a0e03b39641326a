import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { reasonsOfIssues } from '#shared/input-words.ts';

const schema = z.object({
  reason: z.string().check(z.minLength(10), z.maxLength(20)),
  items: z.array(z.number()).check(z.minLength(1), z.maxLength(2)),
});

const codes = (input: unknown) => reasonsOfIssues(schema.safeParse(input).error).map(({ code }) => code);

test('a text is counted in characters, a list in lines', () => {
  expect(codes({ reason: 'ngắn', items: [] })).toEqual(['input.too-short', 'input.too-few']);
  expect(codes({ reason: 'dài'.repeat(10), items: [1, 2, 3] })).toEqual(['input.too-long', 'input.too-many']);
});
