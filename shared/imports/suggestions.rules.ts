import { fold } from '#shared/core/fold.ts';
import type { ListOption } from '#shared/imports/fields/import-field.ts';
import { oneTonePlace } from '#shared/imports/tone-place.ts';

/** A list prepared for many look-ups; answers are remembered by text. */
export type ValueList = {
  /** All of them, in the order of the list. */
  options: readonly ListOption[];
  /** The option that this text names beyond doubt: by value, label or alias, folded, abbreviations written out. */
  find: (text: string) => ListOption | null;
  /** Up to three options that may be meant, best first. */
  nearest: (text: string) => readonly ListOption[];
};

/** How offices shorten: folded, whole words. The longer ones first. */
const ABBREVIATIONS: readonly (readonly [short: string, long: string])[] = [
  ['nn va ptnt', 'nong nghiep va phat trien nong thon'],
  ['nn ptnt', 'nong nghiep va phat trien nong thon'],
  ['nn mt', 'nong nghiep va moi truong'],
  ['nn', 'nong nghiep'],
  ['mt', 'moi truong'],
  ['tnmt', 'tai nguyen va moi truong'],
  ['gd dt', 'giao duc va dao tao'],
  ['gddt', 'giao duc va dao tao'],
  ['khcn', 'khoa hoc va cong nghe'],
  ['kh cn', 'khoa hoc va cong nghe'],
  ['khdt', 'ke hoach va dau tu'],
  ['ldtbxh', 'lao dong thuong binh va xa hoi'],
  ['ld tbxh', 'lao dong thuong binh va xa hoi'],
  ['vhttdl', 'van hoa the thao va du lich'],
  ['vh tt dl', 'van hoa the thao va du lich'],
  ['vhtt', 'van hoa the thao'],
  ['gtvt', 'giao thong van tai'],
  ['tttt', 'thong tin va truyen thong'],
  ['ttr', 'thanh tra'],
  ['ubnd', 'uy ban nhan dan'],
  ['hdnd', 'hoi dong nhan dan'],
  ['ubmttq', 'uy ban mat tran to quoc'],
  ['mttq', 'mat tran to quoc'],
  ['bch', 'ban chi huy'],
  ['btv', 'ban thuong vu'],
  ['bhxh', 'bao hiem xa hoi'],
  ['ktxh', 'kinh te xa hoi'],
  ['tdkt', 'thi dua khen thuong'],
  ['ld', 'lao dong'],
  ['ldlđ', 'lien doan lao dong'],
  ['ldld', 'lien doan lao dong'],
  ['lhpn', 'lien hiep phu nu'],
  ['ccb', 'cuu chien binh'],
  ['ca', 'cong an'],
  ['bđbp', 'bo doi bien phong'],
  ['bdbp', 'bo doi bien phong'],
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['tt', 'thi tran'],
  ['cstđ', 'chien si thi dua'],
  ['cstd', 'chien si thi dua'],
  ['cscs', 'co so'],
  ['cs', 'co so'],
  ['ttld', 'tap the lao dong'],
  ['ldtt', 'lao dong tien tien'],
  ['ldxs', 'lao dong xuat sac'],
  ['xs', 'xuat sac'],
  ['bk', 'bang khen'],
  ['gk', 'giay khen'],
  ['hc', 'huan chuong'],
  ['hcld', 'huan chuong lao dong'],
  ['knc', 'ky niem chuong'],
  ['tnxp', 'thanh nien xung phong'],
  ['ttcp', 'thu tuong chinh phu'],
  ['ct', 'chu tich'],
  ['gd', 'giam doc'],
];
const LONG_OF = new Map(ABBREVIATIONS.filter(([short]) => !short.includes(' ')));
const PHRASES = ABBREVIATIONS.filter(([short]) => short.includes(' '));
const PHRASE_STARTS = new Set(PHRASES.map(([short]) => short.split(' ')[0]!));
/** At the end of an alias: a name that goes on with words of its own ("Bằng khen UBND tỉnh …"). */
const GOES_ON = '…';
const MOST_WORDS_MORE = 5;
/** Signs and words between two names: what follows is another one. */
const ANOTHER = /[,;+\n]|(?:^|\s)(?:và|va)(?:\s|$)/iu;
/** Options made ready before somebody else gets a turn: some two milliseconds. */
const AT_ONCE = 200;
/** Of the words of a text at least this share has to be found again. */
const ENOUGH = 0.45;
const MOST_COMPARED = 150;
const MOST_REMEMBERED = 20_000;

/** Prepares a list at once: for short ones. */
export function valueList(options: readonly ListOption[]): ValueList {
  const steps = valueListSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Prepares a list in steps: twelve thousand names take a tenth of a second. Building costs once; then `find` is a
 * look-up and `nearest` looks at options that share a word.
 */
export function* valueListSteps(options: readonly ListOption[]): Generator<undefined, ValueList> {
  const openings = new Map<string, ListOption | null>();
  const exact = new Map<string, ListOption | null>();
  const remember = (key: string, option: ListOption) => {
    const known = exact.get(key);
    // Two options of one name: neither is meant beyond doubt.
    exact.set(key, known !== undefined && known?.value !== option.value ? null : option);
  };
  const texts: { option: ListOption; words: string[]; text: string }[] = [];
  const byWord = new Map<string, number[]>();
  const byStart = new Map<string, number[]>();
  let made = 0;
  for (const option of options) {
    if (++made % AT_ONCE === 0) yield;
    for (const name of new Set([option.value, option.label, ...(option.aliases ?? [])])) {
      const key = keyOf(name);
      const text = writtenOut(key);
      if (name.endsWith(GOES_ON)) {
        const known = openings.get(text);
        openings.set(text, known !== undefined && known?.value !== option.value ? null : option);
        continue;
      }
      remember(withMarks(name), option);
      remember(`~${key}`, option);
      if (name === option.value && name !== option.label) continue; // a code is no abbreviation: "GK" is one of three
      if (text !== key) remember(`~${text}`, option);
      const words = text.split(' ');
      for (const word of new Set(words)) post(byWord, word, texts.length);
      for (const start of new Set(words.map(startOf))) post(byStart, start, texts.length);
      texts.push({ option, words, text });
    }
  }
  const remembered = new Map<string, readonly ListOption[]>();
  const found = new Map<string, ListOption | null>();

  function find(text: string): ListOption | null {
    const known = found.get(text);
    if (known !== undefined) return known;
    const option = lookUp(text);
    if (found.size < MOST_REMEMBERED) found.set(text, option);
    return option;
  }

  function lookUp(given: string): ListOption | null {
    const key = keyOf(given);
    if (key === '') return null;
    const marked = exact.get(withMarks(given));
    if (marked) return marked;
    const text = writtenOut(key);
    for (const folded of [`~${key}`, `~${text}`]) if (exact.has(folded)) return exact.get(folded) ?? null;
    return ANOTHER.test(given) ? null : goingOn(text);
  }

  /** The longest opening that a few more words follow. */
  function goingOn(text: string): ListOption | null {
    if (openings.size === 0) return null;
    const words = text.split(' ');
    for (let more = 1; more <= MOST_WORDS_MORE && more < words.length; more++) {
      const option = openings.get(words.slice(0, -more).join(' '));
      if (option !== undefined) return option;
    }
    return null;
  }

  function nearest(text: string): readonly ListOption[] {
    const key = writtenOut(keyOf(text));
    const known = remembered.get(key);
    if (known) return known;
    const near = rank(key);
    if (remembered.size < MOST_REMEMBERED) remembered.set(key, near);
    return near;
  }

  function rank(key: string): readonly ListOption[] {
    if (key === '') return [];
    const words = key.split(' ');
    const places = candidates(words, byWord, texts.length);
    // A name of one misspelt word shares none: then those that begin alike.
    if (places.length === 0) places.push(...candidates(words.map(startOf), byStart, texts.length));
    const best = new Map<string, { option: ListOption; likeness: number }>();
    for (const place of places) {
      const candidate = texts[place]!;
      const likeness = likenessOf(key, words, candidate.text, candidate.words);
      if (likeness < ENOUGH || likeness <= (best.get(candidate.option.value)?.likeness ?? 0)) continue;
      best.set(candidate.option.value, { option: candidate.option, likeness });
    }
    return [...best.values()]
      .toSorted((a, b) => b.likeness - a.likeness || a.option.label.length - b.option.label.length)
      .slice(0, 3)
      .map(({ option }) => option);
  }

  return { options, find, nearest };
}

function post(index: Map<string, number[]>, word: string, place: number): void {
  const places = index.get(word);
  if (places) places.push(place);
  else index.set(word, [place]);
}

function startOf(word: string): string {
  return word.slice(0, 2);
}

/** Places that share words, those with the rarer ones first; only so many are compared letter by letter. */
function candidates(words: readonly string[], index: ReadonlyMap<string, number[]>, size: number): number[] {
  const weights = new Map<number, number>();
  for (const places of words.map((word) => index.get(word) ?? []).toSorted((a, b) => a.length - b.length)) {
    const weight = Math.log(1 + size / Math.max(places.length, 1));
    // A word of nearly every option ("xã") tells nothing once there are candidates.
    if (weights.size >= MOST_COMPARED && places.length > size / 8) continue;
    for (const place of places) weights.set(place, (weights.get(place) ?? 0) + weight);
  }
  const sorted = [...weights].toSorted((a, b) => b[1] - a[1]);
  return sorted.slice(0, MOST_COMPARED).map(([place]) => place);
}

/** With its marks: "Hạ Lang" is not "Hà Lang", where both are in the list. */
function withMarks(text: string): string {
  return oneTonePlace(text.normalize('NFC')).toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** As it is compared: "Sở NN&PTNT" → "so nn ptnt". */
function keyOf(text: string): string {
  return fold(oneTonePlace(text.normalize('NFC')))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function writtenOut(key: string): string {
  const words = key.split(' ');
  if (!words.some((word) => LONG_OF.has(word) || PHRASE_STARTS.has(word))) return key;
  let text = ` ${key} `;
  for (const [short, long] of PHRASES) text = text.replaceAll(` ${short} `, ` ${long} `);
  return text
    .trim()
    .split(' ')
    .map((word) => LONG_OF.get(word) ?? word)
    .join(' ');
}

/** 0 to 1: the better of "letters alike" and "words found again" (then the beginning counts, as in "Sở Nông nghiệp"). */
function likenessOf(a: string, wordsA: readonly string[], b: string, wordsB: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  const letters = longest > 80 ? 0 : 1 - editDistance(a, b) / longest;
  const found = wordsA.filter((word) => wordsB.includes(word)).length;
  const words = found / wordsA.length;
  const covered = found / wordsB.length;
  const start = wordsA[0] === wordsB[0] ? 0.05 : 0;
  return Math.min(1, Math.max(letters, words * 0.75 + covered * 0.2 + start));
}

/** Levenshtein with swapped neighbours counted once, over two rows. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length]!;
}
