const LONGEST_INPUT = 60;
const MOST_DIGITS = 16;

export type NumberChoice = { scaled: number; text: string };
export type ParsedNumber =
  | { ok: true; scaled: number }
  | { ok: false; code: 'empty' | 'format' | 'too-many-decimals' | 'too-large' }
  | { ok: false; code: 'ambiguous'; choices: NumberChoice[] };

/**
 * Reads a number as it is typed or pasted in Việt Nam: comma for decimals, dots or spaces between groups of three.
 *
 * Numbers are kept as scaled integers, never as floats: with `decimals` 1, "29.068,5" is 290685.
 *
 * - "1.500" where decimals are allowed means 1500 here and 1.5 on an English keyboard. It is asked about
 *   (`ambiguous`, with both choices), never guessed: in a field of tỷ đồng the guess would be a thousand times off.
 *   Where no decimals are allowed it is 1500.
 * - "4.5" and "29,068.5" can only be meant one way and are accepted.
 * - More decimals than the field keeps are refused, not rounded, even zeros: "1,500" in a field of one decimal
 *   was typed by somebody who meant one and a half thousand.
 */
export function parseVnNumber(text: string, decimals: number): ParsedNumber {
  if (text.length > LONGEST_INPUT) return { ok: false, code: text.trim() === '' ? 'empty' : 'format' };
  const typed = text
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim()
    .replace(/\s+/gu, ' ');
  if (typed === '') return { ok: false, code: 'empty' };
  const [, minus = '', body = ''] = /^(-? ?)(.*)$/.exec(typed) ?? [];
  const sign = minus === '' ? 1 : -1;

  if (decimals > 0 && /^[1-9]\d{0,2}\.\d{3}$/.test(body)) return readSingleDot(body, decimals, sign);
  const read = split(body);
  return read ? scale(read.whole, read.fraction, decimals, sign) : { ok: false, code: 'format' };
}

/** A scaled integer for the screen and for paper: (290685, 1) → '29.068,5'; always exactly `decimals` decimals. */
export function formatScaled(scaled: number, decimals: number): string {
  const digits = BigInt(Math.abs(scaled))
    .toString()
    .padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const whole = digits.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, '.');
  const sign = scaled < 0 ? '-' : '';
  return decimals === 0 ? sign + whole : `${sign}${whole},${digits.slice(cut)}`;
}

/** "d.ddd": one reading as a group of three, one as decimals when the field can hold them. */
function readSingleDot(body: string, decimals: number, sign: number): ParsedNumber {
  const [whole = '', after = ''] = body.split('.');
  const grouped = scale(whole + after, '', decimals, sign);
  const decimal = scale(whole, after.replace(/0+$/, ''), decimals, sign);
  if (!grouped.ok || !decimal.ok) return grouped.ok ? grouped : decimal;
  const choices = [grouped.scaled, decimal.scaled].map((scaled) => ({ scaled, text: formatScaled(scaled, decimals) }));
  return { ok: false, code: 'ambiguous', choices };
}

type Split = { whole: string; fraction: string };

function split(body: string): Split | undefined {
  const forms = [
    /^(\d+)(?:,(\d+))?$/, //                          1234,5   Vietnamese, no groups
    /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/, //     1.234,5  Vietnamese
    /^([1-9]\d{0,2}(?: \d{3})+)(?:,(\d+))?$/, //      1 234,5  as printed in tables
    /^(\d+)\.(\d+)$/, //                              4.5      English, no groups
    /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d+)$/, //          1,234.5  English
    /^([1-9]\d{0,2}(?:,\d{3}){2,})$/, //              1,234,567
  ];
  for (const form of forms) {
    const [found, whole, fraction] = form.exec(body) ?? [];
    if (found !== undefined) return { whole: whole!.replace(/\D/g, ''), fraction: fraction ?? '' };
  }
  return undefined;
}

function scale(whole: string, fraction: string, decimals: number, sign: number): ParsedNumber {
  if (fraction.length > decimals) return { ok: false, code: 'too-many-decimals' };
  const digits = (whole + fraction.padEnd(decimals, '0')).replace(/^0+/, '');
  const size = digits.length > MOST_DIGITS ? Number.POSITIVE_INFINITY : Number(digits);
  if (!Number.isSafeInteger(size)) return { ok: false, code: 'too-large' };
  return { ok: true, scaled: size === 0 ? 0 : sign * size };
}
