import { formatScaled } from '#shared/core/numbers.ts';
import type { Reason } from '#shared/core/reason.ts';
import { divideRounded } from '#shared/indicators/indicators.rules.ts';
import type { IndicatorKind } from '#shared/indicators/indicators.schema.ts';

/** A figure beside what it may be compared with; all scaled by `decimals`. */
export type Figure = {
  value: number | null;
  /** Thực hiện năm trước. */
  prior: number | null;
  /** Kế hoạch. */
  target: number | null;
  decimals: number;
  unitOfMeasure: string;
  kind: IndicatorKind;
};

/** Something to look at again. It warns and never blocks: the person who typed it may know better. */
export type Doubt = Reason & {
  /** The figure that was probably meant (scaled), to be taken over with one press. */
  suggested?: number;
};

/** nghìn, triệu, tỷ: what lies between the units people mix up. */
const SLIPS = [1_000n, 1_000_000n, 1_000_000_000n];
/** "0,95" for 95 %. */
const SHARE_SLIPS = [100n];
const SAME_SIZE = 3n;
const LARGE_CHANGE_PERCENT = 50;
const SMALL_COUNT = 10;

/**
 * What looks wrong with a figure: first a slip of the unit of measure (8.905.200 triệu typed into a field of tỷ,
 * last year 9.210,4), which offers the figure meant; else more than 100 %; else a change of more than half
 * against last year. Counts below ten jump by nature and are left alone.
 */
export function doubtsAbout(figure: Figure): Doubt[] {
  const { value, prior, target, decimals, unitOfMeasure: unit, kind } = figure;
  if (value === null) return [];
  const meant = meantBySlip(figure, prior ?? target);
  if (meant !== undefined)
    return [{ code: 'report.unit-slip', facts: { suggested: formatScaled(meant, decimals), unit }, suggested: meant }];
  if (kind === 'share' && unit === '%' && value > 100 * 10 ** decimals) return [{ code: 'report.over-hundred' }];
  const change = percentChange(value, prior);
  if (change === undefined || Math.abs(change) <= LARGE_CHANGE_PERCENT) return [];
  const small = SMALL_COUNT * 10 ** decimals;
  if (decimals === 0 && value < small && prior! < small) return [];
  const facts = { prior: formatScaled(prior!, decimals), unit, percent: Math.abs(change) };
  return [{ code: change > 0 ? 'report.large-rise' : 'report.large-fall', facts }];
}

/** Doubts that nobody has answered yet: a word of explanation in the note is an answer. */
export function openDoubtsAbout(figure: Figure, note: string): Doubt[] {
  return note.trim() === '' ? doubtsAbout(figure) : [];
}

function meantBySlip({ value, decimals, unitOfMeasure }: Figure, reference: number | null): number | undefined {
  if (value === null || value <= 0 || reference === null || reference <= 0) return undefined;
  const typed = BigInt(value);
  if (isSameSize(typed, BigInt(reference))) return undefined;
  const slips = unitOfMeasure.includes('%') ? SHARE_SLIPS : SLIPS;
  for (const slip of slips) {
    const smaller = divideRounded(typed, slip);
    if (isSameSize(BigInt(smaller), BigInt(reference))) return smaller;
    // "8,9" (nghìn tỷ) can be typed only where there are decimals; a small count is more likely just small.
    if (decimals > 0 && isSameSize(typed * slip, BigInt(reference))) return Number(typed * slip);
  }
  return undefined;
}

const isSameSize = (a: bigint, b: bigint) => a * SAME_SIZE >= b && a <= b * SAME_SIZE;

function percentChange(value: number, prior: number | null): number | undefined {
  if (prior === null || prior <= 0) return undefined;
  return divideRounded((BigInt(value) - BigInt(prior)) * 100n, BigInt(prior));
}
