const LETTERS = 'a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z'.split(' ');
/** Tones in the order of Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const SHAPES = /[\u0302\u0306\u031b]/u;
const END = 'aa';
const SPACE = 'ab';
const DIGITS_FROM = 2;
const LETTERS_FROM = 26;
/** Longest number that keeps its place: "Khối 2" before "Khối 10". */
const NUMBER_WIDTH = 6;

/**
 * Text whose plain order is that of the Vietnamese alphabet (a ă â … d đ …; tones after letters; numbers by value), so
 * that a database can sort and page by it whatever its collation: it consists of the letters a to z only.
 * Signs that are neither letter nor digit count as a space. "Đà Nẵng" comes after "Cần Thơ" and before "Huế".
 */
export function viSortKey(text: string): string {
  let primary = '';
  let tones = '';
  for (const [part] of text
    .toLowerCase()
    .normalize('NFD')
    .matchAll(/đ|\d+|\p{L}\p{M}*|[^\p{L}\d]+/gu)) {
    const letter = VIETNAMESE.get(part);
    if (letter !== undefined) {
      primary += letter.primary;
      tones += letter.tone;
    } else if (/^\d/.test(part))
      for (const digit of part.padStart(NUMBER_WIDTH, '0')) primary += pair(DIGITS_FROM + Number(digit));
    else if (/^\p{L}/u.test(part)) {
      const { primary: place, tone } = letterOf(part);
      primary += place;
      tones += tone;
    } else if (primary !== '' && !primary.endsWith(SPACE)) primary += SPACE;
  }
  return `${primary}${END}${tones}`;
}

/** The place of a letter with its marks (NFD) in the alphabet, and of its tone among the tones. */
function letterOf(part: string): { primary: string; tone: string } {
  const shape = SHAPES.exec(part)?.[0] ?? '';
  const known = LETTERS.indexOf(`${part[0]}${shape}`.normalize('NFC'));
  const tone = TONES.findIndex((one) => one !== '' && part.includes(one));
  return { primary: pair(LETTERS_FROM + (known < 0 ? LETTERS.length : known)), tone: 'abcdef'[Math.max(0, tone)]! };
}

const pair = (n: number): string => `${letter(Math.floor(n / 26))}${letter(n % 26)}`;
const letter = (n: number): string => String.fromCharCode(97 + n);

/** Every letter of the alphabet with every tone: nearly all that is ever asked. */
const VIETNAMESE: ReadonlyMap<string, { primary: string; tone: string }> = new Map(
  LETTERS.flatMap((one) => TONES.map((tone) => `${one}${tone}`.normalize('NFD'))).map((part) => [part, letterOf(part)]),
);
