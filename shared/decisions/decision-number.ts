/** `number` as it goes on paper before the symbol, `norm` what two spellings of one number have in common. */
export type ReadNumber =
  | { ok: true; number: string; norm: string }
  | { ok: false; code: 'decision.number-missing' | 'decision.number-format' | 'decision.number-symbol' };

const SHAPE = /^(\d{1,6}) ?([a-zđ]{0,3})$/u;

/**
 * Reads the number of a decision as a clerk types it from the paper: "372", "0372", "12a", "372/QĐ-UBND".
 * The symbol (ký hiệu) after the slash may be typed along, but must be the symbol of this kind of document:
 * a "/QĐ-SNV" here was copied from the wrong paper.
 *
 * @param documentType 'QĐ-UBND'
 */
export function readDecisionNumber(typed: string, documentType: string): ReadNumber {
  const text = typed.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  if (text === '') return { ok: false, code: 'decision.number-missing' };
  const [first = '', ...rest] = text.split('/');
  const symbol = rest.join('/').trim();
  if (symbol !== '' && sameLetters(symbol) !== sameLetters(documentType))
    return { ok: false, code: 'decision.number-symbol' };
  const [, digits, letters] = SHAPE.exec(first.trim().toLowerCase()) ?? [];
  if (digits === undefined || Number(digits) === 0) return { ok: false, code: 'decision.number-format' };
  const norm = `${Number(digits)}${letters}`;
  return { ok: true, number: norm, norm };
}

/** '372' and 'QĐ-UBND' as they stand on paper: '372/QĐ-UBND'. Empty while there is no number. */
export function fullDecisionNumber(number: string | null, documentType: string): string {
  return number === null ? '' : `${number}/${documentType}`;
}

const sameLetters = (text: string) => text.toLowerCase().replace(/[\s\p{Dash}]+/gu, '');
