import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';

/** From how much of its target a promise counts as kept and as exceeded, both in tenths of a percent (950: 95,0 %). */
export type PledgeRule = { keptFrom: number; exceededFrom: number };

/** Where nobody said otherwise: kept is the target itself, exceeded is anything better. */
export const EXACT_RULE: PledgeRule = { keptFrom: 1000, exceededFrom: 1000 };

/** Less than half of a target is no promise kept; more than three times of it was no target. */
export const LEAST_KEPT = 500;
export const MOST_EXCEEDED = 3000;

export const pledgeRuleDraft = z.strictObject({
  keptFrom: z.int().check(z.minimum(LEAST_KEPT), z.maximum(1000)),
  exceededFrom: z.int().check(z.minimum(1000), z.maximum(MOST_EXCEEDED)),
  /** Quy chế … điều …, as the cluster has it. */
  source: z.string().check(z.trim(), z.maxLength(300)),
});

/** `seenVersion` 0: nobody had set one. `reason` is asked for once the pledge is frozen. */
export const savePledgeRule = z.strictObject({
  clusterYearId,
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
  reason: z.string().check(z.trim(), z.maxLength(2_000)),
  ...pledgeRuleDraft.shape,
});
