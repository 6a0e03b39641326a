import * as z from 'zod/mini';
import { idOf } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

export const clusterYearId = idOf('ClusterYear');
export type ClusterYearId = z.infer<typeof clusterYearId>;

/** Giai đoạn của năm thi đua, in order. */
export const stageKind = z.enum([
  'launch',
  'pledge',
  'mid-year-report',
  'guidance',
  'year-end-report',
  'official-figures',
  'nominations',
  'scoring',
  'decision',
  'conference',
  'hand-over',
]);
export type StageKind = z.infer<typeof stageKind>;

/** Milestones of the matrix province × milestone (Bảng theo dõi tiến độ). */
export const milestone = z.enum(['pledge', 'mid-year-report', 'year-end-report', 'nominations']);
export type Milestone = z.infer<typeof milestone>;

export const MILESTONE_LABELS: Readonly<Record<Milestone, Localized>> = {
  pledge: { vi: 'Giao ước', en: 'Pledge' },
  'mid-year-report': { vi: 'Báo cáo 6 tháng', en: 'Mid-year report' },
  'year-end-report': { vi: 'Báo cáo năm', en: 'Year-end report' },
  nominations: { vi: 'Đề nghị khen thưởng', en: 'Nominations' },
};

export const clusterYearInput = z.strictObject({ clusterYearId });
