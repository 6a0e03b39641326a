import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { idOf } from '#shared/core/ids.ts';
import { decisionId } from '#shared/decisions/decisions.schema.ts';

const PLACES_AND_WORK = [
  'border',
  'region-3',
  'border-or-region-3',
  'ethnic-minority-area',
  'small-collectives',
  'frontline-workers',
] as const;

/** The questions of Cơ cấu khen thưởng; each is a share of a whole (see care.rules.ts). */
export const careLens = z.enum([...PLACES_AND_WORK, 'leaders', 'women', 'ethnic-minority']);
export type CareLens = z.infer<typeof careLens>;

/** Those whose rows every reader may open; behind "dân tộc thiểu số" stands sensitive data. */
export const openLens = z.enum([...PLACES_AND_WORK, 'leaders', 'women']);
export type OpenLens = z.infer<typeof openLens>;

/** What a cluster may set itself an aim for: "at least so many". Nobody aims at more leaders. */
export const aimLens = z.enum([...PLACES_AND_WORK, 'women', 'ethnic-minority']);
export type AimLens = z.infer<typeof aimLens>;

/** What is counted: awards of the registry, the lists of draft decisions, or the nominations sent. */
export const careBasis = z.enum(['awards', 'drafts', 'nominations']);
export type CareBasis = z.infer<typeof careBasis>;

/** One cluster-year; without a basis the surest one that has anything. */
export const careOfYear = z.strictObject({ clusterYearId, basis: z.optional(careBasis) });

/** A list before it goes up: what was sent to the cluster, or what stands on one draft decision. */
export const careOfList = z.strictObject({ clusterYearId, decisionId: z.optional(decisionId) });

const behind = {
  clusterYearId,
  basis: careBasis,
  /** Of one member only. */
  unitId: z.optional(idOf('Unit')),
  /** With basis `drafts`: of this decision only. */
  decisionId: z.optional(decisionId),
};
/** The rows behind a number. Those behind "dân tộc thiểu số" are asked for by `minorityRows`. */
export const careRows = z.strictObject({ ...behind, lens: openLens });
export type CareRowsInput = z.infer<typeof careRows>;
export const minorityRows = z.strictObject({
  ...behind,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(500)),
});
export type MinorityRowsInput = z.infer<typeof minorityRows>;

/** An aim as typed: permille of the whole, null for none; and what it rests on. */
export const aimInput = z.strictObject({
  lens: aimLens,
  leastPermille: z.nullable(z.int().check(z.minimum(1), z.maximum(1000))),
  source: z.string().check(z.trim(), z.maxLength(200)),
});
export type AimInput = z.infer<typeof aimInput>;
/** `seenVersion` is that of the whole set of aims; 0 while none was ever set. */
export const setAims = z.strictObject({
  clusterYearId,
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
  aims: z.array(aimInput).check(z.minLength(1), z.maxLength(aimLens.options.length)),
});
export type SetAims = z.infer<typeof setAims>;
