import * as z from 'zod/mini';
import { clusterUnitId, clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

/** Stock (số dư cuối kỳ), flow (số trong kỳ) or share (tỷ lệ). */
export const indicatorKind = z.enum(['stock', 'flow', 'share']);
export type IndicatorKind = z.infer<typeof indicatorKind>;

export const aggregation = z.enum(['sum', 'mean', 'weighted-mean', 'last', 'none']);
export type Aggregation = z.infer<typeof aggregation>;

/** Which direction is an improvement. */
export const better = z.enum(['up', 'down', 'none']);
export type Better = z.infer<typeof better>;

export const AGGREGATION_LABELS: Readonly<Record<Aggregation, Localized>> = {
  sum: { vi: 'Tổng cộng các tỉnh', en: 'Sum over the provinces' },
  mean: { vi: 'Bình quân các tỉnh (số học)', en: 'Arithmetic mean over the provinces' },
  'weighted-mean': { vi: 'Bình quân gia quyền', en: 'Weighted mean' },
  last: { vi: 'Số cuối kỳ', en: 'Last value' },
  none: { vi: 'Không cộng gộp', en: 'Not aggregated' },
};

/** Units of measure offered first; any other may be written. */
export const USUAL_UNITS_OF_MEASURE: readonly string[] = [
  'tỷ đồng',
  'triệu đồng',
  'đồng',
  'người',
  'lượt người',
  'hộ',
  'xã',
  'trường',
  'phong trào',
  'mô hình',
  '%',
  'điểm %',
  'ha',
  'tấn',
  'km',
];

const MOST_DECIMALS = 6;
/** More than any change of a unit of measure: đồng to nghìn tỷ is 10^12. */
export const MOST_FACTOR = 1_000_000_000_000;

export const indicatorId = idOf('Indicator');
export const indicatorVersionId = idOf('IndicatorVersion');

const text = (longest: number) => z.string().check(z.maxLength(longest));
const filled = (longest: number) => z.string().check(z.minLength(1, { error: 'required' }), z.maxLength(longest));
const factor = z.int().check(z.minimum(1), z.maximum(MOST_FACTOR));

const content = {
  name: filled(300),
  unitOfMeasure: filled(40),
  kind: indicatorKind,
  aggregation,
  weightIndicatorId: z.nullable(indicatorId),
  better,
  decimals: z.int().check(z.minimum(0), z.maximum(MOST_DECIMALS)),
  definition: text(2_000),
  sourceOffice: filled(200),
  paperWording: text(300),
};
const contentSchema = z.strictObject(content);
export type IndicatorContent = z.infer<typeof contentSchema>;

/**
 * Whose series goes on: figures of the predecessor × num / den are figures of the new version. Null: the series
 * begins anew.
 */
export const continuation = z.nullable(
  z.strictObject({ predecessorId: indicatorVersionId, num: factor, den: factor, note: text(300) }),
);
export type Continuation = z.infer<typeof continuation>;

export const indicatorInput = z.strictObject({ id: indicatorId });
export const listIndicators = z.strictObject({
  q: text(100),
  /** Also those that are no longer asked. */
  withClosed: z.boolean(),
});

export const createIndicator = z.strictObject({
  ...content,
  /** The unit that keeps it; null: common to all clusters. */
  ownerUnitId: z.nullable(clusterUnitId),
  validFrom: isoDate,
  continues: continuation,
  idempotencyKey: z.uuid(),
});
/** Corrects a version in place. */
export const saveIndicator = z.strictObject({
  versionId: indicatorVersionId,
  seenVersion,
  ...content,
  continues: continuation,
});
/** A new version from a day on; the old years keep theirs. */
export const addIndicatorVersion = z.strictObject({
  id: indicatorId,
  seenVersion,
  ...content,
  validFrom: isoDate,
  continues: continuation,
  idempotencyKey: z.uuid(),
});
/** Ngừng dùng: no year that begins after this day asks it. Null: asked again. */
export const closeIndicator = z.strictObject({
  id: indicatorId,
  seenVersion,
  validTo: z.nullable(isoDate),
  reason: text(500),
});

export const MOST_YEAR_INDICATORS = 300;
export const setYearIndicators = z.strictObject({
  clusterYearId,
  /** Version of the cluster-year. */
  seenVersion,
  /** In the order of the form. */
  items: z
    .array(z.strictObject({ indicatorVersionId, isHeadline: z.boolean() }))
    .check(z.maxLength(MOST_YEAR_INDICATORS)),
});
