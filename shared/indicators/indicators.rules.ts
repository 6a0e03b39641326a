import { formatScaled } from '#shared/core/numbers.ts';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';

/** One member's figure (scaled; null: not there) and, for a weighted mean, what it weighs (scaled alike for all). */
export type MemberFigure = { value: number | null; weight?: number | null };

/**
 * A figure over all members. `value` null: nothing to compute from, or the indicator is not to be added up.
 * `counted` of `members` figures went into it; the reader is told both.
 */
export type Aggregated = { value: number | null; counted: number; members: number; why?: NoTotal };

/** Why there is no total where one is asked for: no figures at all, none to weigh by, or weights that are all 0. */
export type NoTotal = 'no-figures' | 'no-weights' | 'zero-weights';

/**
 * Adds up what the members report, in integers of the indicator's decimals.
 *
 * - `sum`            tổng cộng
 * - `mean`           bình quân số học: every member weighs the same
 * - `weighted-mean`  bình quân gia quyền: a member without a weight does not count
 * - `last`, `none`   không cộng gộp: never a value
 *
 * Means are rounded half away from zero, as on paper. A missing figure is left out, never taken as 0.
 */
export function aggregate(aggregation: Aggregation, figures: readonly MemberFigure[]): Aggregated {
  const members = figures.length;
  const there = figures.flatMap(({ value, weight }) => {
    if (value === null) return [];
    if (aggregation !== 'weighted-mean') return [{ value: BigInt(value), weight: 1n }];
    return weight === null || weight === undefined || weight < 0
      ? []
      : [{ value: BigInt(value), weight: BigInt(weight) }];
  });
  const counted = there.length;
  const sum = there.reduce((total, { value, weight }) => total + value * weight, 0n);
  const weights = there.reduce((total, { weight }) => total + weight, 0n);
  if (aggregation === 'none' || aggregation === 'last') return { value: null, counted, members };
  if (counted === 0) {
    const why = figures.some(({ value }) => value !== null) ? 'no-weights' : 'no-figures';
    return { value: null, counted, members, why };
  }
  if (aggregation === 'sum') return { value: Number(sum), counted, members };
  if (weights === 0n) return { value: null, counted, members, why: 'zero-weights' };
  return { value: divideRounded(sum, weights), counted, members };
}

/** a / b rounded to a whole number, halves away from zero. `b` must be positive. */
export function divideRounded(a: bigint, b: bigint): number {
  const size = ((a < 0n ? -a : a) * 2n + b) / (b * 2n);
  return Number(a < 0n ? -size : size);
}

const FLOOR = /(trên )?\{floor:([1-9]\d*)\}/g;

/**
 * How a figure is written in the report on paper (cách ghi trong báo cáo). The pattern is data, of the
 * indicator's version:
 *
 * - `{value}`       the figure in full: "giảm {value}%" → "giảm 4,41%"
 * - `{floor:1000}`  rounded down to whole thousands of the unit of measure, without decimals:
 *                   "trên {floor:1000} tỷ đồng" → "trên 29.000 tỷ đồng"
 * - `{priorYear}`   the year before the reported one
 *
 * "trên" right before a `{floor:…}` falls away when nothing was cut off ("29.000 tỷ đồng"), and a figure below one
 * step is written in full. A negative figure gets no wording (undefined): "giảm -1,2%" is a sentence for a person.
 */
export function paperWording(
  pattern: string,
  figure: { scaled: number; decimals: number; year: number },
): string | undefined {
  const { scaled, decimals, year } = figure;
  if (scaled < 0) return undefined;
  const full = formatScaled(scaled, decimals);
  return pattern
    .replace(FLOOR, (_, over: string | undefined, step: string) => {
      const size = Number(step) * 10 ** decimals;
      const steps = Math.floor(scaled / size);
      if (steps === 0) return full;
      const cut = formatScaled(steps * Number(step), 0);
      return scaled % size === 0 ? cut : `${over ?? ''}${cut}`;
    })
    .replaceAll('{value}', full)
    .replaceAll('{priorYear}', String(year - 1));
}
