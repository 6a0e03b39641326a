import type { Localized } from '#shared/core/localized.ts';

export const DUMP_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'dump.asked': { vi: 'Yêu cầu kết xuất toàn bộ dữ liệu', en: 'Full dump asked for' },
  'dump.made': { vi: 'Kết xuất toàn bộ dữ liệu', en: 'Full dump made' },
  'dump.downloaded': { vi: 'Tải bản kết xuất toàn bộ dữ liệu', en: 'Full dump downloaded' },
  'dump.removed': { vi: 'Xóa bản kết xuất', en: 'Full dump removed' },
};

export const DUMP_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  dump: { vi: 'Bản kết xuất', en: 'Dump' },
  rowCount: { vi: 'Số dòng', en: 'Rows' },
};
