/** Tone and vowel marks, and characters nobody sees. */
const DROPPED = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const vietnamese = new Intl.Collator('vi', { numeric: true });

/** Stored text is NFC: Vietnamese typed on a Mac or copied from a PDF arrives decomposed and would not compare equal. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * Text as people search for it: "Nguyễn  Đức Cường" → "nguyen duc cuong".
 * Strips tone and vowel marks, turns đ and its look-alikes (Đ U+0110, Ð U+00D0, Ɖ U+0189) into d, lowers,
 * drops invisible characters and keeps single spaces. Idempotent.
 */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(DROPPED, '').replace(/[đðɖ]/gu, 'd').replace(/\s+/gu, ' ').trim();
}

/** Alphabetical order of the Vietnamese alphabet (a ă â … d đ …), tones after letters, "Khối 2" before "Khối 10". */
export function compareVi(a: string, b: string): number {
  return vietnamese.compare(a, b);
}

/**
 * The order of lists of people: by given name (tên, the last word), then family name (họ, the first),
 * then what stands between (đệm). "Lê Văn An" comes before "Nguyễn Thị Bình".
 */
export function compareGivenName(a: string, b: string): number {
  const left = partsOfName(a);
  const right = partsOfName(b);
  return (
    compareVi(left.given, right.given) || compareVi(left.family, right.family) || compareVi(left.middle, right.middle)
  );
}

function partsOfName(fullName: string): { family: string; middle: string; given: string } {
  const words = fullName.trim().split(/\s+/u);
  const given = words.pop() ?? '';
  const [family = '', ...middle] = words;
  return { family, middle: middle.join(' '), given };
}
