import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf } from '#shared/core/ids.ts';
import { pledgeId } from '#shared/pledges/pledges.schema.ts';

const MOST = 900_000_000_000_000;
export const quarter = z.int().check(z.minimum(1), z.maximum(4));
export type Quarter = 1 | 2 | 3 | 4;
export const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];
export const QUARTER_NAMES: Readonly<Record<Quarter, string>> = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

/** One figure of one quarter, scaled as its target; null takes it back. `seenVersion` 0: it was not there. */
export const progressItem = z.strictObject({
  indicatorVersionId: idOf('IndicatorVersion'),
  value: z.nullable(z.int().check(z.minimum(-MOST), z.maximum(MOST))),
  note: z.string().check(z.trim(), z.maxLength(500)),
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
});
export const saveProgress = z.strictObject({
  id: pledgeId,
  unitId: idOf('Unit'),
  quarter,
  /** Số liệu tính đến ngày; null: not said; left out: stays as it is. */
  asOf: z.optional(z.nullable(isoDate)),
  /** Of the quarter on the screen; 0: nothing was entered. Asked for with `asOf`. */
  seenVersion: z.optional(z.int().check(z.minimum(0), z.maximum(2_000_000_000))),
  items: z.array(progressItem).check(z.maxLength(100)),
});
/** Which pledge, whose figures, and of which indicator; all members, all indicators where it is left out. */
export const ledgerFilters = z.strictObject({
  clusterYearId,
  unitId: z.optional(idOf('Unit')),
  indicatorVersionId: z.optional(idOf('IndicatorVersion')),
});
