import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of Bảng theo dõi báo cáo as a file: the periods of the shown year, those of the year before beside them. */
export const BOARD_COLUMNS = [
  { id: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, type: 'text', paperWidth: 30 },
  { id: 'now-mid-year', label: { vi: 'Sơ kết năm này', en: 'Mid-year' }, type: 'text', paperWidth: 30 },
  { id: 'now-year-end', label: { vi: 'Tổng kết năm này', en: 'Year-end' }, type: 'text', paperWidth: 30 },
  { id: 'before-mid-year', label: { vi: 'Sơ kết năm trước', en: 'Mid-year, last year' }, type: 'text', paperWidth: 30 },
  {
    id: 'before-year-end',
    label: { vi: 'Tổng kết năm trước', en: 'Year-end, last year' },
    type: 'text',
    paperWidth: 30,
  },
  { id: 'comments', label: { vi: 'Ý kiến chưa xong', en: 'Open comments' }, type: 'number', paperWidth: 12 },
  { id: 'reminded', label: { vi: 'Đôn đốc', en: 'Reminders' }, type: 'text', paperWidth: 30 },
] as const satisfies readonly ListColumn[];
