/** How two different names resemble each other. */
export type NameLikeness = 'one-letter' | 'missing-word';

/** Below this a single letter is too much of the name. */
const LEAST_LETTERS = 5;

/**
 * Whether two folded names may be one name written twice: one letter differs, is missing or has changed places with
 * its neighbour (spaces do not count), or a middle word is missing ("lo thi mai", "lo mai").
 * Undefined for equal names, for names that differ in a figure ("đội 1", "đội 2"), and for all others.
 */
export function nameLikeness(a: string, b: string): NameLikeness | undefined {
  if (a === b) return undefined;
  if (isMiddleWordMissing(a.split(' '), b.split(' '))) return 'missing-word';
  const left = a.replaceAll(' ', '');
  const right = b.replaceAll(' ', '');
  if (Math.min(left.length, right.length) < LEAST_LETTERS) return undefined;
  if (figuresOf(left) !== figuresOf(right)) return undefined;
  return isWithinOneEdit(left, right) ? 'one-letter' : undefined;
}

/** One of them has one word more, neither the first nor the last, and is else the same. */
function isMiddleWordMissing(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2 || long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (at === 0 || at === short.length || /\d/.test(long[at]!)) return false;
  return short.slice(at).every((word, index) => word === long[at + 1 + index]);
}

const figuresOf = (text: string): string => text.replace(/\D+/g, ' ').trim();

/** At most one letter put in, left out or replaced, or two neighbours exchanged. */
export function isWithinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (short.length < long.length) return short.slice(from) === long.slice(from + 1);
  if (from >= short.length - 1) return true;
  if (short.slice(from + 1) === long.slice(from + 1)) return true;
  const isExchanged = short[from] === long[from + 1] && short[from + 1] === long[from];
  return isExchanged && short.slice(from + 2) === long.slice(from + 2);
}

/**
 * Keys by which similar names meet: two names that `nameLikeness` finds alike share at least one. As many keys as the
 * name has letters, so it is for names of people.
 */
export function similarityKeys(nameFold: string): string[] {
  const letters = nameFold.replaceAll(' ', '');
  const keys = new Set([letters]);
  for (let at = 0; at < letters.length; at += 1) keys.add(letters.slice(0, at) + letters.slice(at + 1));
  const words = nameFold.split(' ');
  for (let at = 1; at < words.length - 1; at += 1) keys.add([...words.slice(0, at), ...words.slice(at + 1)].join(''));
  return [...keys];
}
