import * as z from 'zod/mini';
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
