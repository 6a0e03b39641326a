import type { Reason } from '#shared/core/reason.ts';

export const CCCD_DIGITS = 12;
const CMND_DIGITS = 9;
/** Digits of a number that stand on screen; the others are dots. */
const SHOWN = 3;

/** A number as people type and print it, without what only divides it: "001 085.012-345" → "001085012345". */
export function cccdDigits(text: string): string {
  return text.normalize('NFKC').replace(/[\s.-]/gu, '');
}

/**
 * Why this is no citizen number (số căn cước, CCCD). What was found is told by its length only: reasons are shown and
 * logged, numbers are not.
 * @param text as typed; '' is no number either
 * @returns empty for twelve digits
 */
export function cccdReasons(text: string): Reason[] {
  const digits = cccdDigits(text);
  const field = 'cccd';
  if (digits === '') return [{ code: 'cccd.missing', field }];
  if (/[^0-9]/u.test(digits)) return [{ code: 'cccd.not-digits', field }];
  if (digits.length === CMND_DIGITS) return [{ code: 'cccd.old-number', field }];
  if (digits.length !== CCCD_DIGITS)
    return [{ code: 'cccd.length', field, facts: { foundCount: digits.length, neededCount: CCCD_DIGITS } }];
  return [];
}

/** "•••••••••345": enough to tell two papers apart, too little to use. */
export function maskedCccd(digits: string): string {
  return '•'.repeat(Math.max(0, digits.length - SHOWN)) + digits.slice(-SHOWN);
}
