import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

/** Dự thảo > Lấy ý kiến > Thống nhất nội dung > Ký kết > Phát hành, lưu. */
export const pledgeStatus = z.enum(['draft', 'consulting', 'agreed', 'signing', 'published']);
export type PledgeStatus = z.infer<typeof pledgeStatus>;

export const PLEDGE_STATUS_LABELS: Readonly<Record<PledgeStatus, Localized>> = {
  draft: { vi: 'Dự thảo', en: 'Draft' },
  consulting: { vi: 'Lấy ý kiến', en: 'Consulting' },
  agreed: { vi: 'Thống nhất nội dung', en: 'Text agreed' },
  signing: { vi: 'Ký kết', en: 'Signing' },
  published: { vi: 'Phát hành, lưu', en: 'Published' },
};

/** A member's word on the draft: nhất trí, or what to change. */
export const opinionStance = z.enum(['agree', 'amend']);
export type OpinionStance = z.infer<typeof opinionStance>;

export const OPINION_STANCE_LABELS: Readonly<Record<OpinionStance, Localized>> = {
  agree: { vi: 'Nhất trí', en: 'Agrees' },
  amend: { vi: 'Đề nghị sửa đổi', en: 'Asks for changes' },
};

/** Result of a promise at year end. */
export const pledgeOutcome = z.enum(['met', 'missed', 'exceeded', 'no-figure', 'no-target']);
export type PledgeOutcome = z.infer<typeof pledgeOutcome>;

export const PLEDGE_OUTCOME_LABELS: Readonly<Record<PledgeOutcome, Localized>> = {
  met: { vi: 'Đạt', en: 'Met' },
  missed: { vi: 'Không đạt', en: 'Missed' },
  exceeded: { vi: 'Vượt', en: 'Exceeded' },
  'no-figure': { vi: 'Chưa có số', en: 'No figure yet' },
  'no-target': { vi: 'Không giao chỉ tiêu', en: 'No target' },
};
