import { formatScaled } from '#shared/core/numbers.ts';
import type { Reason } from '#shared/core/reason.ts';
import { divideRounded } from '#shared/indicators/indicators.rules.ts';
import type { IndicatorKind } from '#shared/indicators/indicators.schema.ts';
import { measureOf, type PeerSpread, unlikePeers } from '#shared/reports/peers.rules.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

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

/** A figure of a report beside everything a report knows of it. */
export type ReportFigure = Figure & { period: ReportPeriod; peers: PeerSpread | null };

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

/** A figure beyond twice its target or under half of it was counted otherwise, or the target was. */
const FAR_ABOVE_PERCENT = 200;
const FAR_BELOW_PERCENT = 50;

/**
 * What looks wrong with a figure of a report: what `doubtsAbout` sees, a negative count, a figure far from its target,
 * and one unlike those of the peers. Half a year of a flow is not held against a whole one.
 */
export function reportDoubts(figure: ReportFigure): Doubt[] {
  const { value, target, decimals, unitOfMeasure: unit, kind, period } = figure;
  if (value === null) return [];
  if (value < 0 && kind !== 'share' && !unit.includes('%'))
    return [{ code: 'report.negative', facts: { suggested: formatScaled(-value, decimals), unit }, suggested: -value }];
  const base = doubtsAbout(figure);
  if (base.some(({ suggested }) => suggested !== undefined)) return base;
  const isPartial = period === 'mid-year' && kind === 'flow';
  const doubts = base.filter(({ code }) => !(isPartial && code === 'report.large-fall'));
  const percent = target === null || target <= 0 ? undefined : divideRounded(BigInt(value) * 100n, BigInt(target));
  const facts = { target: formatScaled(target ?? 0, decimals), unit, percent: percent ?? 0 };
  const isSmall = decimals === 0 && value < SMALL_COUNT && (target ?? 0) < SMALL_COUNT;
  // A figure that left last year behind has left its target behind as well: said once.
  if (percent !== undefined && !isSmall && doubts.length === 0) {
    if (percent > FAR_ABOVE_PERCENT) doubts.push({ code: 'report.far-above-target', facts });
    if (percent < FAR_BELOW_PERCENT && !isPartial) doubts.push({ code: 'report.far-below-target', facts });
  }
  return [...doubts, ...peerDoubts(figure)];
}

function peerDoubts({ peers, ...figure }: ReportFigure): Doubt[] {
  if (peers === null || !unlikePeers(figure, peers)) return [];
  const { kind, decimals, unitOfMeasure: unit } = figure;
  const { count, median } = peers;
  if (kind === 'share') {
    const facts = { count, median: formatScaled(median, decimals), unit };
    return [{ code: 'report.share-unlike-peers', facts }];
  }
  const facts = { count, change: tenths(measureOf(figure)!), median: tenths(median) };
  return [{ code: 'report.unlike-peers', facts }];
}

/** +12,3 or -4,0. */
const tenths = (permille: number) => `${permille > 0 ? '+' : ''}${formatScaled(permille, 1)}`;

/** Doubts about a report's figure that no explanation answers. */
export function openReportDoubts(figure: ReportFigure, note: string): Doubt[] {
  return note.trim() === '' ? reportDoubts(figure) : [];
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
