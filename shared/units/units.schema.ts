import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

/** What can happen to units (thay đổi đơn vị). */
export const unitChangeKind = z.enum(['add', 'rename', 'merge', 'split', 'close']);
export type UnitChangeKind = z.infer<typeof unitChangeKind>;

export const UNIT_CHANGE_LABELS: Readonly<Record<UnitChangeKind, Localized>> = {
  add: { vi: 'Thành lập', en: 'Established' },
  rename: { vi: 'Đổi tên', en: 'Renamed' },
  merge: { vi: 'Sáp nhập', en: 'Merged' },
  split: { vi: 'Chia tách', en: 'Split' },
  close: { vi: 'Kết thúc hoạt động', en: 'Closed' },
};
