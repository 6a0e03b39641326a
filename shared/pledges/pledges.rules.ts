import { divideRounded } from '#shared/indicators/indicators.rules.ts';
import type { Better } from '#shared/indicators/indicators.schema.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';

/**
 * Was the promise kept (đạt, không đạt, vượt)? Figure and target are scaled alike. Null where the indicator has no
 * better direction: such a figure is counted, not judged.
 */
export function outcomeOf(better: Better, value: number | null, target: number | null): PledgeOutcome | null {
  if (better === 'none') return null;
  if (target === null) return 'no-target';
  if (value === null) return 'no-figure';
  if (value === target) return 'met';
  return value > target === (better === 'up') ? 'exceeded' : 'missed';
}

/**
 * Đạt % kế hoạch in tenths of a percent (1033 is 103,3 %), rounded half up; null without a positive target
 * or without a figure.
 */
export function percentOfPlan(value: number | null, target: number | null): number | null {
  if (value === null || target === null || target <= 0) return null;
  return divideRounded(BigInt(value) * 1000n, BigInt(target));
}
