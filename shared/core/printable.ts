/**
 * What the fonts of certificates can draw: Latin letters with the marks of Vietnamese and of the minorities'
 * alphabets, what stands on a keyboard, and the signs of good typesetting. Signs of other scripts that look like
 * ours (Cyrillic "а") are not in it, so a name on paper is the name that was checked.
 */
const PRINTABLE = /[\p{Script=Latin}\x20-\x7e\n“”‘’–—…°²³·×±§«»]/u;

/** The first sign that cannot be printed, or undefined. */
export function unprintableIn(text: string): string | undefined {
  return [...text.normalize('NFC')].find((sign) => !PRINTABLE.test(sign));
}
