import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of Theo dõi thực hiện giao ước as a file: one row for each promise of each member. */
export const LEDGER_COLUMNS = [
  { id: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, type: 'text', paperWidth: 16 },
  { id: 'indicator', label: { vi: 'Chỉ tiêu', en: 'Indicator' }, type: 'text', paperWidth: 40 },
  { id: 'measure', label: { vi: 'Đơn vị tính', en: 'Unit of measure' }, type: 'text', paperWidth: 12 },
  { id: 'target', label: { vi: 'Kế hoạch', en: 'Target' }, type: 'number', paperWidth: 12 },
  { id: 'q1', label: { vi: 'Quý I', en: 'Quarter I' }, type: 'number', paperWidth: 12 },
  { id: 'q2', label: { vi: 'Quý II', en: 'Quarter II' }, type: 'number', paperWidth: 12 },
  { id: 'q3', label: { vi: 'Quý III', en: 'Quarter III' }, type: 'number', paperWidth: 12 },
  { id: 'q4', label: { vi: 'Quý IV', en: 'Quarter IV' }, type: 'number', paperWidth: 12 },
  { id: 'actual', label: { vi: 'Thực hiện năm', en: 'Result of the year' }, type: 'number', paperWidth: 12 },
  { id: 'share', label: { vi: '% kế hoạch', en: '% of target' }, type: 'number', paperWidth: 10 },
  { id: 'outcome', label: { vi: 'Kết quả', en: 'Outcome' }, type: 'text', paperWidth: 14 },
  { id: 'why', label: { vi: 'Cách đánh giá', en: 'How it was judged' }, type: 'text', paperWidth: 60 },
  { id: 'asOf', label: { vi: 'Số liệu tính đến ngày', en: 'Figures as of' }, type: 'text', paperWidth: 24 },
  { id: 'evidence', label: { vi: 'Tài liệu minh chứng', en: 'Evidence' }, type: 'text', paperWidth: 30 },
  { id: 'rule', label: { vi: 'Mức Đạt, Vượt của năm', en: 'Rule of the year' }, type: 'text', paperWidth: 40 },
] as const satisfies readonly ListColumn[];
