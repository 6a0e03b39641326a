import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareThree, mergeThree } from '#client/core/form/three-way.ts';

const base = { name: 'An', place: 'Sơn La', bases: ['Luật', 'Nghị định'], year: 1980 };

test('each field is nobody’s, mine, theirs or both', () => {
  const mine = { ...base, name: 'An Bình', place: 'Mộc Châu', year: 1981 };
  const theirs = { ...base, name: 'An Bình', place: 'Yên Châu', bases: ['Luật'] };
  expect(compareThree(base, mine, theirs)).toEqual({ name: 'same', place: 'both', bases: 'theirs', year: 'mine' });
});

test('an empty box and a missing value are the same nothing; lists are compared by content', () => {
  const none: { note: string | null; list: string[] } = { note: null, list: ['a'] };
  expect(compareThree(none, { note: undefined as never, list: ['a'] }, { ...none, list: ['a'] })).toEqual({
    note: 'same',
    list: 'same',
  });
});

test('the merge keeps both one-sided changes and takes what was chosen', () => {
  const mine = { ...base, place: 'Mộc Châu', year: 1981 };
  const theirs = { ...base, place: 'Yên Châu', bases: ['Luật'] };
  expect(mergeThree(base, mine, theirs, { place: 'mine' })).toEqual({
    ...base,
    ...theirs,
    place: 'Mộc Châu',
    year: 1981,
  });
  expect(mergeThree(base, mine, theirs, { place: 'theirs' }).place).toBe('Yên Châu');
  expect(mergeThree(base, mine, theirs, { place: 'joined' }).place).toBe('Mộc Châu\nYên Châu');
});

test('joined lists keep every line once', () => {
  const mine = { ...base, bases: ['Luật', 'Thông tư'] };
  const theirs = { ...base, bases: ['Luật', 'Quyết định'] };
  expect(mergeThree(base, mine, theirs, { bases: 'joined' }).bases).toEqual(['Luật', 'Thông tư', 'Quyết định']);
});

test('a field both changed is never decided in silence', () => {
  expect(() => mergeThree(base, { ...base, name: 'A' }, { ...base, name: 'B' }, {})).toThrow(/no choice/);
});

test('nothing either side typed alone is lost, whatever was typed', () => {
  const values = fc.record({ a: fc.string(), b: fc.string(), c: fc.string() });
  fc.assert(
    fc.property(values, values, values, (from, mine, theirs) => {
      const fates = compareThree(from, mine, theirs);
      const merged = mergeThree(from, mine, theirs, { a: 'joined', b: 'mine', c: 'theirs' });
      for (const name of ['a', 'b', 'c'] as const) {
        if (fates[name] === 'mine' || fates[name] === 'same') expect(merged[name]).toBe(mine[name]);
        if (fates[name] === 'theirs') expect(merged[name]).toBe(theirs[name]);
      }
      if (fates.a === 'both') expect(merged.a).toBe(`${mine.a}\n${theirs.a}`);
    }),
  );
});
