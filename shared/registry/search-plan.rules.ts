import { searchWords } from '#shared/registry/search-text.ts';

/** What somebody typed into the search box, understood. */
export type Sought =
  | { kind: 'nothing' }
  /** A citizen number (12 digits) or an old one (9): never searched as text. */
  | { kind: 'id-number' }
  /** Signs without a letter or digit. */
  | { kind: 'type-more' }
  /** `number`: the text reads like that of a decision ('123', 'số 123', '123/QĐ-UBND'); its first number. */
  | { kind: 'words'; words: string[]; number?: string };

const MOST_WORDS = 12;

/** Reads the search box. */
export function readSought(text: string | undefined): Sought {
  if (!text?.trim()) return { kind: 'nothing' };
  if (isIdNumber(text)) return { kind: 'id-number' };
  const all = searchWords(text).slice(0, MOST_WORDS);
  if (all.length === 0) return { kind: 'type-more' };
  const ofNumber = all[0] === 'so' ? all.slice(1) : all;
  const [first, ...others] = ofNumber;
  const isNumber = first !== undefined && /^\d{1,6}$/.test(first);
  if (isNumber && (others.length === 0 || others.some((word) => word.startsWith('qd'))))
    return { kind: 'words', words: telling(ofNumber), number: first };
  return { kind: 'words', words: telling(all) };
}

/** Without words that another one begins with: they say nothing more. */
export function telling(words: readonly string[]): string[] {
  const all = [...new Set(words)];
  return all.filter((word) => !all.some((other) => other !== word && other.startsWith(word)));
}

/** 9 or 12 digits and nothing else, however they are spaced. */
export function isIdNumber(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/[\s.\-_]/gu, '');
  return /^(\d{9}|\d{12})$/.test(digits);
}

/** How many rows there are, and which share of them has a word with this beginning, 0 to 1. */
export type Frequencies = { rows: number; shareOf(beginning: string): number };

/**
 * What one row costs, in the same unit: walked over, read from the index of words, fetched by its id. `probe`: where
 * the index of words steps through a common word with the rows of the rarest, what one such step costs; without it
 * every word is read whole.
 */
export type Costs = { walked: number; posting: number; match: number; probe?: number | undefined };

/**
 * `walk`: along the index of the order, trying the words on each row until a page is full, `budget` rows at most.
 * `words`: first all rows with the words of `indexed`, then the rest of the conditions, then the order.
 */
export type Plan = {
  by: 'walk' | 'words';
  budget: number;
  indexed: string[];
  /** Share of all rows that have all the words, as far as is known. */
  share: number;
};

/** Below this a walk is not worth beginning, or so cheap that nothing is. */
const SMALLEST_BUDGET = 500;

/**
 * Chooses how to search. Both plans give the same rows; a walk that was expected to be short and is not costs no more
 * than the other plan would have, and then the other plan follows.
 *
 * @param walks how many walks fill one page (one for each province or year)
 */
export function planSearch(
  words: readonly string[],
  { rows, shareOf }: Frequencies,
  { costs, limit, walks }: { costs: Costs; limit: number; walks: number },
): Plan {
  if (words.length === 0) return { by: 'walk', budget: Number.POSITIVE_INFINITY, indexed: [], share: 1 };
  const byShare = words.map((word) => ({ word, share: shareOf(word) })).sort((a, b) => a.share - b.share);
  const [rarest, ...others] = byShare as [(typeof byShare)[number], ...typeof byShare];
  const indexed = [rarest.word];
  let matches = rows * rarest.share;
  let cost = matches * costs.posting;
  for (const { word, share } of others) {
    const more = rows * (costs.probe === undefined ? share * costs.posting : rarest.share * costs.probe);
    if (matches * (1 - share) * costs.match <= more) continue;
    indexed.push(word);
    cost += more;
    matches *= share;
  }
  cost += matches * costs.match;
  const budget = Math.max(SMALLEST_BUDGET, Math.ceil(cost / costs.walked));
  const all = Math.max(
    1e-9,
    byShare.reduce((share, one) => share * one.share, 1),
  );
  const expected = Math.min(rows, (limit * walks) / all);
  return { by: expected <= budget ? 'walk' : 'words', budget, indexed, share: all };
}

/** Longest beginning that is counted: longer ones are as rare. */
export const LONGEST_BEGINNING = 10;

/** Every beginning of every word of a text, each once: "lan lan anh" → l, la, lan, a, an, anh. */
export function beginningsOf(searchText: string): Set<string> {
  const beginnings = new Set<string>();
  for (const word of new Set(searchText.split(' ')))
    for (let length = 1; length <= Math.min(word.length, LONGEST_BEGINNING); length += 1)
      beginnings.add(word.slice(0, length));
  return beginnings;
}

/** How many rows behind other doors are better fetched and sorted than met one by one on a walk of the whole. */
export function worthGathering(
  { rows }: Frequencies,
  { share }: Pick<Plan, 'share'>,
  costs: Costs,
  limit: number,
): number {
  return Math.ceil(Math.sqrt((limit * rows * costs.walked) / (share * costs.match)));
}
