import { fold } from '#shared/core/fold.ts';
import { formatScaled, type NumberChoice, type ParsedNumber, parseVnNumber } from '#shared/core/numbers.ts';

/** As parseVnNumber, and what stands behind the number; `choices` are what it may have meant, never taken unasked. */
export type ReadFigure =
  | ParsedNumber
  | { ok: false; code: 'other-unit'; unit: string; choices: NumberChoice[] }
  | { ok: false; code: 'unknown-unit'; unit: string };

/** What people write behind amounts of money, in đồng. */
const MONEY: Readonly<Record<string, bigint>> = {
  d: 1n,
  dong: 1n,
  vnd: 1n,
  'nghin dong': 1_000n,
  'ngan dong': 1_000n,
  'trieu dong': 1_000_000n,
  'tr.d': 1_000_000n,
  trd: 1_000_000n,
  trieu: 1_000_000n,
  'ty dong': 1_000_000_000n,
  ty: 1_000_000_000n,
  'nghin ty dong': 1_000_000_000_000n,
  'nghin ty': 1_000_000_000_000n,
};

/**
 * Reads what was typed or pasted into a cell of a report: a number written the Vietnamese way (parseVnNumber), with or
 * without its unit behind it ("29.000 tỷ đồng", "4,41 %").
 *
 * - "29,000" where the cell keeps fewer than three decimals is 29.000 on an English keyboard or 29 with zeros: asked.
 * - An amount in another unit of money ("8.905.200 triệu đồng" in a cell of tỷ đồng) is asked about, with what it comes
 *   to in the cell's unit; any other word behind the number is refused and named.
 */
export function readFigure(text: string, cell: { decimals: number; unitOfMeasure: string }): ReadFigure {
  const typed = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  const [, number = typed, unit = ''] = /^([-\u2212]? ?\d[\d., ]*?) ?([^\d., -].*)$/u.exec(typed) ?? [];
  if (unit === '' || isOwnUnit(unit, cell.unitOfMeasure)) return readNumber(number, cell.decimals);
  const [from, to] = [MONEY[fold(unit)], MONEY[fold(cell.unitOfMeasure)]];
  if (from === undefined || to === undefined) return { ok: false, code: 'unknown-unit', unit };
  const choices = converted(number, cell.decimals, from, to);
  return choices.length > 0
    ? { ok: false, code: 'other-unit', unit, choices }
    : { ok: false, code: 'unknown-unit', unit };
}

function isOwnUnit(unit: string, own: string): boolean {
  const [one, other] = [fold(unit), fold(own)];
  if (one === other || (one === '%' && own.includes('%'))) return true;
  return MONEY[one] !== undefined && MONEY[one] === MONEY[other];
}

function readNumber(text: string, decimals: number): ParsedNumber {
  const read = parseVnNumber(text, decimals);
  const [, sign = '', whole, after] = /^([-\u2212]? ?)([1-9]\d{0,2}),(\d{3})$/u.exec(text) ?? [];
  if (read.ok || read.code !== 'too-many-decimals' || whole === undefined || after === undefined) return read;
  const fraction = after.replace(/0+$/, '');
  const readings = [`${sign}${whole}${after}`, `${sign}${whole}${fraction === '' ? '' : `,${fraction}`}`];
  const choices = readings.flatMap((reading) => {
    const one = parseVnNumber(reading, decimals);
    return one.ok ? [{ scaled: one.scaled, text: formatScaled(one.scaled, decimals) }] : [];
  });
  return { ok: false, code: 'ambiguous', choices };
}

/** The number in the cell's unit, where it can be kept there without rounding. */
function converted(number: string, decimals: number, from: bigint, to: bigint): NumberChoice[] {
  const read = parseVnNumber(number, MOST_DECIMALS);
  const readings = read.ok ? [read.scaled] : read.code === 'ambiguous' ? read.choices.map(({ scaled }) => scaled) : [];
  return readings.flatMap((scaled) => {
    const amount = BigInt(scaled) * from * 10n ** BigInt(decimals);
    const part = to * 10n ** BigInt(MOST_DECIMALS);
    const value = Number(amount / part);
    return amount % part === 0n && Number.isSafeInteger(value)
      ? [{ scaled: value, text: formatScaled(value, decimals) }]
      : [];
  });
}

const MOST_DECIMALS = 6;
