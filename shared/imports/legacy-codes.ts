/**
 * How Vietnamese was written before Unicode, as facts.
 *
 * TCVN3 ("ABC", fonts .VnTime, .VnArial): TCVN 5712:1993, set VN3; byte → letter, shown here as in Latin-1. Capitals with
 * a tone have no code: they are the small ones in a font whose name ends in H. "ư" is AD, which Latin-1 calls the soft
 * hyphen: whoever trims or tidies before converting loses it.
 * VNI (fonts VNI-Times): letter + one sign for its marks, nine letters of their own. Both sets agree with what
 * published converters do.
 */
const TCVN3_ROWS: readonly (readonly [first: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ'],
  [0xbb, 'ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè'],
  [0xce, 'ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù'],
  [0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
];

/** 74 codes. */
export const TCVN3: ReadonlyMap<number, string> = new Map(
  TCVN3_ROWS.flatMap(([first, letters]) => [...letters].map((letter, i): [number, string] => [first + i, letter])),
);

/** What Windows-1258 (Vietnamese Windows) and Windows-1252 hold where Latin-1 has something else: code point → byte. */
export const WINDOWS_BYTES: ReadonlyMap<number, number> = new Map([
  // Windows-1258
  [0x102, 0xc3],
  [0x300, 0xcc],
  [0x110, 0xd0],
  [0x309, 0xd2],
  [0x1a0, 0xd5],
  [0x1af, 0xdd],
  [0x303, 0xde],
  [0x103, 0xe3],
  [0x301, 0xec],
  [0x111, 0xf0],
  [0x323, 0xf2],
  [0x1a1, 0xf5],
  [0x1b0, 0xfd],
  [0x20ab, 0xfe],
  // Windows-1252, 80 to 9F
  [0x20ac, 0x80],
  [0x201a, 0x82],
  [0x192, 0x83],
  [0x201e, 0x84],
  [0x2026, 0x85],
  [0x2020, 0x86],
  [0x2021, 0x87],
  [0x2c6, 0x88],
  [0x2030, 0x89],
  [0x160, 0x8a],
  [0x2039, 0x8b],
  [0x152, 0x8c],
  [0x17d, 0x8e],
  [0x2018, 0x91],
  [0x2019, 0x92],
  [0x201c, 0x93],
  [0x201d, 0x94],
  [0x2022, 0x95],
  [0x2013, 0x96],
  [0x2014, 0x97],
  [0x2dc, 0x98],
  [0x2122, 0x99],
  [0x161, 0x9a],
  [0x203a, 0x9b],
  [0x153, 0x9c],
  [0x17e, 0x9e],
  [0x178, 0x9f],
]);

const GRAVE = '\u0300';
const ACUTE = '\u0301';
const TILDE = '\u0303';
const HOOK = '\u0309';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/** VNI: the sign after a letter (small; the capital sign means the same) → its marks. */
export const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ø', GRAVE],
  ['ù', ACUTE],
  ['õ', TILDE],
  ['û', HOOK],
  ['ï', DOT],
  ['â', CIRCUMFLEX],
  ['à', CIRCUMFLEX + GRAVE],
  ['á', CIRCUMFLEX + ACUTE],
  ['ã', CIRCUMFLEX + TILDE],
  ['å', CIRCUMFLEX + HOOK],
  ['ä', CIRCUMFLEX + DOT],
  ['ê', BREVE],
  ['è', BREVE + GRAVE],
  ['é', BREVE + ACUTE],
  ['ü', BREVE + TILDE],
  ['ú', BREVE + HOOK],
  ['ë', BREVE + DOT],
]);

/** VNI: letters with a code of their own; `ì` and `í` are themselves. */
export const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['Ñ', 'Đ'],
  ['ô', 'ơ'],
  ['Ô', 'Ơ'],
  ['ö', 'ư'],
  ['Ö', 'Ư'],
  ['æ', 'ỉ'],
  ['Æ', 'Ỉ'],
  ['ó', 'ĩ'],
  ['Ó', 'Ĩ'],
  ['ò', 'ị'],
  ['Ò', 'Ị'],
  ['î', 'ỵ'],
  ['Î', 'Ỵ'],
]);
