import { cleanText } from '#shared/core/clean.ts';
import type { TextEncoding } from '#shared/imports/imports.schema.ts';
import { TCVN3, VNI_LETTERS, VNI_MARKS, WINDOWS_BYTES } from '#shared/imports/legacy-codes.ts';
import { isSyllable } from '#shared/imports/syllable.rules.ts';

/** One way of storing, never `mixed`. */
export type StoredAs = Exclude<TextEncoding, 'mixed'>;
/** A cell as it stands in the file. Nothing may have been trimmed or normalized: it would no longer be readable. */
export type StoredText = { text: string; font: string | null };

const ASCII_ONLY = /^\p{ASCII}*$/u;
/** A word with all that legacy codes put inside one: also signs that Latin-1 takes for punctuation. */
const WORDS = /[\p{L}\p{M}\u00A1-\u00BF\u00D7\u00F7]+/gu;
const NO_CAPITAL = new RegExp(
  `^[${[...TCVN3].flatMap(([byte, letter]) => (byte >= 0xb5 ? [letter] : [])).join('')}]`,
  'u',
);
/** A voice against the others counts when it is clear, or not rare. */
const LOUD = 2;
const FEW = 30;
const TRIED: readonly StoredAs[] = ['unicode', 'tcvn3', 'vni', 'utf8-as-latin1'];

/** What the name of a font says: .VnTime is TCVN3 (with H at its end all capitals), VNI-Times is VNI; else null. */
export function fontEncoding(font: string | null): { encoding: StoredAs; capitals: boolean } | null {
  if (font === null) return null;
  if (/^\.vn/i.test(font)) return { encoding: 'tcvn3', capitals: font.endsWith('H') };
  return /^vni\b/i.test(font) ? { encoding: 'vni', capitals: false } : null;
}

/** TCVN3 as Unicode NFC. `capitals`: the font shows the small codes as capitals. */
export function fromTcvn3(text: string, capitals = false): string {
  let letters = '';
  for (const sign of text) {
    const byte = byteOf(sign);
    letters += (byte !== undefined && TCVN3.get(byte)) || sign;
  }
  return (capitals ? letters.toUpperCase() : restoreCapitals(letters)).normalize('NFC');
}

/** "NGUYÔN" holds the small "ễ": a word whose plain letters are capitals was one in capitals. */
function restoreCapitals(text: string): string {
  if (isInCapitals(text)) return text.toUpperCase();
  const starts = (text.match(/(?<!\p{L})\p{L}/gu) ?? []).filter((letter) => !NO_CAPITAL.test(letter));
  const isName = starts.length > 0 && starts.every((letter) => letter !== letter.toLowerCase());
  return text.replace(/\p{L}+/gu, (word) => {
    const known = word.match(/[A-Za-z]/g) ?? [];
    if (known.length > 1 && known.every((letter) => letter <= 'Z')) return word.toUpperCase();
    // Toned capitals cannot be written: "Vò Kú Ên" is "Vũ Kỳ Ấn". Those without a tone (Đ, Ư …) can.
    return isName && NO_CAPITAL.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}

/** "TRÇN THÞ Hµ": no plain letter is small, and a whole word says so. "Sè CCCD" has but an abbreviation. */
function isInCapitals(text: string): boolean {
  const plain = text.match(/[A-Za-z]/g) ?? [];
  if (plain.length < 3 || plain.some((letter) => letter > 'Z')) return false;
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.some((word) => (word.match(/[A-Z]/g) ?? []).length > 1 && isSyllable(word.toLowerCase()));
}

/** VNI as Unicode NFC: the sign after a letter becomes its marks where it can stand on that letter. */
export function fromVni(text: string): string {
  const signs = [...text.normalize('NFC')].map((sign) => {
    const byte = byteOf(sign);
    return byte === undefined || byte < 0xa0 ? sign : String.fromCharCode(byte);
  });
  let letters = '';
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i]!;
    const marks = i + 1 < signs.length ? VNI_MARKS.get(signs[i + 1]!.toLowerCase()) : undefined;
    letters += VNI_LETTERS.get(sign) ?? sign;
    if (marks !== undefined && canBear(sign, marks)) {
      letters += marks;
      i++;
    }
  }
  return letters.normalize('NFC');
}

function canBear(sign: string, marks: string): boolean {
  if (marks.startsWith('\u0306')) return /[aA]/.test(sign);
  if (marks.startsWith('\u0302')) return /[aAeEoO]/.test(sign);
  return /[aAeEoOuUyYiIôÔöÖ]/.test(sign);
}

/** UTF-8 that was opened as Latin-1 or Windows-1252 ("Nguyá»…n"), as Unicode NFC; null when it was not. */
export function fromUtf8AsLatin1(text: string): string | null {
  let letters = '';
  const bytes: number[] = [];
  for (const sign of text) {
    const byte = byteOf(sign);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  for (let i = 0; i < bytes.length; ) {
    const first = bytes[i++]!;
    const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : -1;
    if (more < 0) return null;
    let point = more === 0 ? first : first & (0x3f >> more);
    for (let k = 0; k < more; k++) {
      const next = bytes[i++] ?? 0;
      if (next >> 6 !== 2) return null;
      point = (point << 6) | (next & 0x3f);
    }
    letters += String.fromCharCode(point);
  }
  return letters.normalize('NFC');
}

/** A text by how it is stored, in Unicode NFC; null when it cannot have been stored so. */
function readAs(text: string, encoding: StoredAs, font: string | null): string | null {
  if (encoding === 'unicode') return text.normalize('NFC');
  if (encoding === 'utf8-as-latin1') return fromUtf8AsLatin1(text);
  for (const sign of text) if (byteOf(sign) === undefined) return null;
  return encoding === 'vni' ? fromVni(text) : fromTcvn3(text, fontEncoding(font)?.capitals);
}

/** Of the words that carry a sign beyond ASCII: those that are Vietnamese, and those that are not. */
function score(text: string): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (const [word] of text.matchAll(WORDS)) {
    if (ASCII_ONLY.test(word)) continue;
    if (isSyllable(word)) good++;
    else bad++;
  }
  return { good, bad };
}

/** `margin`: by how many words the encoding reads better than the next. */
type CellEncoding = { encoding: StoredAs; margin: number; sure: boolean; byFont: boolean };
const UNTOLD: CellEncoding = { encoding: 'unicode', margin: 0, sure: false, byFont: false };

/**
 * How one cell is stored, and whether its letters leave no doubt. A text that reads well as it is, or in no way at
 * all (a French name), is `unicode`. Some are true riddles ("Vò Kú Ên" reads in two ways): these are not sure.
 */
export function detectCell({ text, font }: StoredText): CellEncoding {
  if (ASCII_ONLY.test(text)) return UNTOLD;
  const scored = TRIED.flatMap((encoding) => {
    const read = readAs(text, encoding, font);
    return read === null ? [] : [{ encoding, ...score(read) }];
  });
  const total = ({ good, bad }: { good: number; bad: number }) => good - bad;
  const asIs = scored[0]!;
  const named = fontEncoding(font);
  const byFont = scored.find(({ encoding }) => encoding === named?.encoding);
  // A font that stayed while the text was typed anew does not count.
  if (byFont && total(byFont) >= total(asIs)) return { encoding: byFont.encoding, margin: 9, sure: true, byFont: true };
  const [best, second] = scored.toSorted((a, b) => total(b) - total(a));
  if (best === undefined || total(best) <= 0 || best.good < 2 * best.bad) return UNTOLD;
  const margin = total(best) - (second ? total(second) : 0);
  return margin <= 0 ? UNTOLD : { encoding: best.encoding, margin, sure: true, byFont: false };
}

/**
 * How a column is stored, from some of its cells: what all sure cells agree on, `mixed` when they do not. Fonts speak
 * before letters. `none`: nothing beyond ASCII, or nothing that tells.
 */
export function detectColumn(cells: readonly StoredText[]): {
  encoding: TextEncoding;
  by: 'font' | 'letters' | 'none';
} {
  const votes = new Map<StoredAs, number>();
  const loud = new Set<StoredAs>();
  let byFont = 0;
  for (const cell of cells) {
    const found = detectCell(cell);
    if (!found.sure) continue;
    votes.set(found.encoding, (votes.get(found.encoding) ?? 0) + 1);
    if (found.margin >= LOUD) loud.add(found.encoding);
    if (found.byFont) byFont++;
  }
  const sorted = [...votes].toSorted((a, b) => b[1] - a[1]);
  const [first] = sorted;
  if (first === undefined) return { encoding: 'unicode', by: 'none' };
  const isMixed = sorted.slice(1).some(([encoding, count]) => loud.has(encoding) || count * FEW > first[1]);
  return { encoding: isMixed ? 'mixed' : first[0], by: byFont > 0 ? 'font' : 'letters' };
}

/**
 * A cell in Unicode NFC, nothing invisible left in it, ends trimmed. A cell that reads better as it is stays as it is,
 * also in a column of another encoding.
 *
 * @param rowMates of a `mixed` column: how the other cells of the row are stored, for a cell that does not tell itself
 */
export function toUnicode(cell: StoredText, encoding: TextEncoding, rowMates: StoredAs | null = null): string {
  const { text, font } = cell;
  if (ASCII_ONLY.test(text))
    return tidy(encoding === 'tcvn3' && fontEncoding(font)?.capitals ? text.toUpperCase() : text);
  if (encoding === 'unicode') return tidy(text);
  if (encoding === 'mixed') {
    const found = detectCell(cell);
    if (found.sure || rowMates === null) return tidy(readAs(text, found.encoding, font) ?? text);
    const read = readAs(text, rowMates, font);
    return tidy(read === null || readsBetterAsIs(text, read) ? text : read);
  }
  const read = readAs(text, encoding, font);
  if (read === null) return tidy(text);
  const before = score(text.normalize('NFC'));
  const after = score(read);
  return tidy(before.good - before.bad > after.good - after.bad ? text : read);
}

/** A text of today in a row of old ones: "Giáo viên" is no "Giỏo viờn", and no old font has the letter of "QĐ". */
function readsBetterAsIs(text: string, read: string): boolean {
  const [before, after] = [score(text.normalize('NFC')), score(read)];
  const better = before.good - before.bad - (after.good - after.bad);
  return better > 0 || (better === 0 && /[Ā-ỿ]/u.test(text));
}

function tidy(text: string): string {
  return cleanText(text.replaceAll('\u00A0', ' ')).trim();
}

function byteOf(sign: string): number | undefined {
  const point = sign.codePointAt(0)!;
  return point < 256 ? point : WINDOWS_BYTES.get(point);
}
