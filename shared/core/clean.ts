/** Line ends of Windows, old Macs and word processors. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/gu;
/**
 * What nobody types and nobody sees: control signs (PostgreSQL refuses NUL), half letters, non-characters, and
 * format signs such as zero-width spaces and the direction marks that make a text read otherwise than it is stored.
 */
const UNSEEN = /[\p{Cs}\p{Cf}\uFDD0-\uFDEF\uFFFE\uFFFF]|(?![\n\t])\p{Cc}/gu;
/** No input of ours is deeper; what is gets refused by its schema. */
const DEEPEST = 8;

/**
 * Text as it may be stored, compared and printed: NFC, lines ended by \n, nothing invisible in it. So two names that
 * look alike are alike, and "=" on screen is "=" on paper. Idempotent.
 */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(UNSEEN, '').normalize('NFC');
}

/** The same value with every text in it cleaned; keys stay as they are. */
export function cleanInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((item) => cleanInput(item, depth + 1));
  // fromEntries makes own properties, also of a key "__proto__".
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanInput(item, depth + 1)]));
}
