import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginningsOf, isIdNumber, planSearch, readSought, telling } from '#shared/registry/search-plan.rules.ts';

describe('what somebody typed', () => {
  test('words without accents, in any spelling of Unicode, with the letter đ and with signs', () => {
    const words = { kind: 'words', words: ['nguyen', 'duc'] };
    expect(readSought('Nguyễn Đức')).toEqual(words);
    expect(readSought('Nguyễn Đức'.normalize('NFD'))).toEqual(words);
    expect(readSought('  nguyen,  DUC! ')).toEqual(words);
    expect(readSought('"nguyen" OR duc* %')).toEqual({ kind: 'words', words: ['nguyen', 'or', 'duc'] });
  });

  test('a number of a decision in all its spellings is known as one', () => {
    for (const text of ['123/QĐ-UBND', '123 qd ubnd', '123/qd', 'số 123/QĐ-UBND', 'so 123', '123'])
      expect(readSought(text)).toMatchObject({ kind: 'words', number: '123' });
    expect(readSought('Tổ 12 thôn Mẫu')).not.toHaveProperty('number');
  });

  test('a citizen number, new or old, however it is spaced, is not searched', () => {
    for (const text of ['001099012345', '001 099 012 345', '0010-9901-2345', '123456789', '０01099012345'])
      expect([text, readSought(text).kind]).toEqual([text, 'id-number']);
    for (const text of ['12345678', '1234567890', '001099012345/QĐ'])
      expect([text, isIdNumber(text)]).toEqual([text, false]);
  });

  test('nothing, and signs without a letter', () => {
    expect(readSought(undefined)).toEqual({ kind: 'nothing' });
    expect(readSought('   ')).toEqual({ kind: 'nothing' });
    expect(readSought('%"*')).toEqual({ kind: 'type-more' });
  });

  test('a word that another one begins with says nothing more', () => {
    expect(telling(['van', 'vang', 'van', 'anh'])).toEqual(['vang', 'anh']);
  });
});

describe('the plan', () => {
  const shares: Record<string, number> = { nguyen: 0.3, van: 0.2, xa: 1, seo: 0.0005, bui: 0.02, giang: 0.026 };
  const frequencies = { rows: 1_000_000, shareOf: (word: string) => shares[word] ?? 0.0005 };
  const costs = { walked: 0.4, posting: 0.07, match: 8 };
  const plan = (...words: string[]) => planSearch(words, frequencies, { costs, limit: 51, walks: 1 });

  test('common words are met on a walk, rare ones are looked up', () => {
    expect(plan('nguyen', 'van').by).toBe('walk');
    expect(plan('seo').by).toBe('words');
    expect(plan('nguyen', 'seo').by).toBe('words');
    expect(plan('bui', 'giang').by).toBe('words');
  });

  test('the index is asked for the rare words only', () => {
    expect(plan('xa', 'seo', 'nguyen').indexed).toEqual(['seo']);
    expect(plan('bui', 'giang').indexed).toEqual(['bui', 'giang']);
  });

  test('where common words are stepped through, all words that narrow down are asked for', () => {
    const stepping = { ...costs, probe: 0.1 };
    const { indexed } = planSearch(['xa', 'seo', 'nguyen'], frequencies, { costs: stepping, limit: 51, walks: 1 });
    expect(indexed).toEqual(['seo', 'nguyen']);
  });

  test('without words there is a walk without end; of an empty registry nothing is known', () => {
    expect(plan()).toMatchObject({ by: 'walk', budget: Number.POSITIVE_INFINITY });
    expect(planSearch(['an'], { rows: 0, shareOf: () => 0 }, { costs, limit: 51, walks: 1 }).by).toBe('walk');
  });

  test('a walk never has more time than the other plan would need', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 5 }), (list) => {
        const words = list.map((_, at) => `w${at}`);
        const given = { rows: 1_000_000, shareOf: (word: string) => list[Number(word.slice(1))]! };
        const { budget, indexed } = planSearch(words, given, { costs, limit: 51, walks: 1 });
        expect(indexed.length).toBeGreaterThan(0);
        const rarest = Math.min(...list);
        expect(budget * costs.walked).toBeLessThanOrEqual(rarest * 1_000_000 * (costs.posting + costs.match) + 501);
      }),
    );
  });
});

test('beginnings of words, each once', () => {
  expect([...beginningsOf('lan an lan')]).toEqual(['l', 'la', 'lan', 'a', 'an']);
  expect(beginningsOf('')).toEqual(new Set());
});
