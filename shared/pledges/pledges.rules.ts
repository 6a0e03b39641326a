import { divideRounded } from '#shared/indicators/indicators.rules.ts';
import type { Better } from '#shared/indicators/indicators.schema.ts';
import type { PledgeRule } from '#shared/pledges/pledge-rule.schema.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';

/**
 * Was the promise kept (đạt, không đạt, vượt) by the rule of its year? Figure and target are scaled alike; whole numbers
 * throughout, so that 95 % is 95 %. Where less is better the share reached is target ÷ figure. A target of zero has no
 * share: there the rule comes to comparing exactly. Null where the indicator has no better direction: such a figure is
 * counted, not judged.
 */
export function outcomeOf(
  better: Better,
  value: number | null,
  target: number | null,
  { keptFrom, exceededFrom }: PledgeRule,
): PledgeOutcome | null {
  if (better === 'none') return null;
  if (target === null) return 'no-target';
  if (value === null) return 'no-figure';
  const [reached, asked] = better === 'up' ? [value, target] : [target, value];
  const reaches = (tenths: number) => BigInt(reached) * 1000n >= BigInt(asked) * BigInt(tenths);
  if (reached > asked && reaches(exceededFrom)) return 'exceeded';
  return reaches(keptFrom) ? 'met' : 'missed';
}

/**
 * Đạt % kế hoạch in tenths of a percent (1033 is 103,3 %), rounded half up; null without a positive target
 * or without a figure.
 */
export function percentOfPlan(value: number | null, target: number | null): number | null {
  if (value === null || target === null || target <= 0) return null;
  return divideRounded(BigInt(value) * 1000n, BigInt(target));
}

/** A percentage, scaled by its decimals: { scaled: 9996, decimals: 2 } is 99,96 %. */
export type Share = { scaled: number; decimals: number };

const MOST_DECIMALS = 6;

/**
 * Đạt % kế hoạch as it is shown: with one decimal, and with more where rounding would carry it to or over 100 % or a
 * percentage of the rule, so that nothing reads as 100 % and is missed. Null as `percentOfPlan`.
 * @param edges percentages of the rule, in tenths of a percent
 */
export function shareOfPlan(value: number | null, target: number | null, edges: readonly number[] = []): Share | null {
  if (value === null || target === null || target <= 0) return null;
  const [figure, plan] = [BigInt(value), BigInt(target)];
  for (let decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
    const scaled = divideRounded(figure * 10n ** BigInt(decimals + 2), plan);
    const unit = 10n ** BigInt(decimals - 1);
    const staysOn = (edge: number) =>
      sideOf(figure * 1000n, plan * BigInt(edge)) === sideOf(BigInt(scaled), BigInt(edge) * unit);
    if ([1000, ...edges].every(staysOn)) return { scaled, decimals };
  }
  // Nearer than that to an edge: the last digit leans to the side on which the figure lies.
  const unit = 10n ** BigInt(MOST_DECIMALS - 1);
  const edge = [1000, ...edges].reduce((a, b) => (distance(figure, plan, b) < distance(figure, plan, a) ? b : a));
  const lean = sideOf(figure * 1000n, plan * BigInt(edge));
  return { scaled: Number(BigInt(edge) * unit) + lean, decimals: MOST_DECIMALS };
}

const sideOf = (a: bigint, b: bigint): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

function distance(figure: bigint, plan: bigint, edge: number): bigint {
  const apart = figure * 1000n - plan * BigInt(edge);
  return apart < 0n ? -apart : apart;
}
