import { divideRounded } from '#shared/indicators/indicators.rules.ts';
import type { IndicatorKind } from '#shared/indicators/indicators.schema.ts';

/** A figure and last year's, scaled alike. */
type Compared = { value: number | null; prior: number | null; kind: IndicatorKind; decimals: number };

/**
 * How the peers lie: of shares the figures themselves (scaled), of everything else the change against last year in
 * thousandths. Only these three numbers leave the server, and only reports that were sent make them.
 */
export type PeerSpread = { count: number; median: number; mad: number };

/** Fewer tell nothing, and would tell too much about each. */
const FEWEST_PEERS = 5;
/** Robust z: 0,6745 × distance / MAD beyond 3,5 is an outlier (Iglewicz and Hoaglin). In ten-thousandths. */
const Z_FACTOR = 6_745;
const Z_LIMIT = 35_000;
/** Peers that agree closely would make everybody else an outlier: at least 5 % of change, one point of a share. */
const SMALLEST_MAD_PERMILLE = 50;
/** Counts below it jump by nature. */
const SMALL_COUNT = 10;

/** What one figure is compared by; undefined when it cannot be (nothing there, nothing or no positive figure before). */
export function measureOf({ value, prior, kind, decimals }: Compared): number | undefined {
  if (value === null) return undefined;
  if (kind === 'share') return value;
  if (prior === null || prior <= 0 || (decimals === 0 && prior < SMALL_COUNT)) return undefined;
  return divideRounded((BigInt(value) - BigInt(prior)) * 1000n, BigInt(prior));
}

/** Median and median absolute deviation of the peers' measures; null below five of them. */
export function peerSpread(measures: readonly number[]): PeerSpread | null {
  if (measures.length < FEWEST_PEERS) return null;
  const median = medianOf(measures);
  return { count: measures.length, median, mad: medianOf(measures.map((one) => Math.abs(one - median))) };
}

/**
 * For each measure how the others lie, in their order; null where there is none or too few others. One sort for all of
 * them: without one of them a sorted list has the same middle but for its neighbours.
 */
export function spreadsOfOthers(measures: readonly (number | undefined)[]): (PeerSpread | null)[] {
  const sorted = measures.filter((one) => one !== undefined).toSorted((a, b) => a - b);
  const count = sorted.length - 1;
  if (count < FEWEST_PEERS) return measures.map(() => null);
  const deviations = new Map<number, number[]>();
  return measures.map((one) => {
    if (one === undefined) return null;
    const median = medianWithout(sorted, one);
    const known = deviations.get(median) ?? sorted.map((other) => Math.abs(other - median)).sort((a, b) => a - b);
    deviations.set(median, known);
    return { count, median, mad: medianWithout(known, Math.abs(one - median)) };
  });
}

/** Whether a figure lies far outside what the peers report. */
export function unlikePeers(figure: Compared, { median, mad }: PeerSpread): boolean {
  const measure = measureOf(figure);
  if (measure === undefined) return false;
  const smallest = figure.kind === 'share' ? 10 ** figure.decimals / 2 : SMALLEST_MAD_PERMILLE;
  return Math.abs(measure - median) * Z_FACTOR > Z_LIMIT * Math.max(mad, smallest);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return middleOf(sorted.length, (at) => sorted[at]!);
}

/** The median of a sorted list without one of its numbers. */
function medianWithout(sorted: readonly number[], one: number): number {
  const gone = sorted.indexOf(one);
  return middleOf(sorted.length - 1, (at) => sorted[at < gone ? at : at + 1]!);
}

function middleOf(count: number, at: (index: number) => number): number {
  const middle = count >> 1;
  return count % 2 === 1 ? at(middle) : Math.round((at(middle - 1) + at(middle)) / 2);
}
