import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of Biểu tổng hợp as a file: a row for the cluster's figure, below it the members'. */
export const SUMMARY_COLUMNS = [
  { id: 'indicator', label: { vi: 'Chỉ tiêu', en: 'Indicator' }, type: 'text', paperWidth: 34 },
  { id: 'measure', label: { vi: 'Đơn vị tính', en: 'Unit of measure' }, type: 'text', paperWidth: 12 },
  { id: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, type: 'text', paperWidth: 20 },
  { id: 'value', label: { vi: 'Thực hiện', en: 'Result' }, type: 'number', paperWidth: 15 },
  { id: 'prior', label: { vi: 'Thực hiện năm trước', en: 'Last year' }, type: 'number', paperWidth: 15 },
  { id: 'target', label: { vi: 'Kế hoạch', en: 'Target' }, type: 'number', paperWidth: 15 },
  { id: 'outcome', label: { vi: 'So với giao ước', en: 'Against the pledge' }, type: 'text', paperWidth: 14 },
  { id: 'method', label: { vi: 'Cách tính', en: 'Method' }, type: 'text', paperWidth: 34 },
  { id: 'paper', label: { vi: 'Cách ghi trong báo cáo', en: 'Wording for paper' }, type: 'text', paperWidth: 30 },
  { id: 'note', label: { vi: 'Giải trình', en: 'Explanation' }, type: 'text', paperWidth: 30 },
] as const satisfies readonly ListColumn[];
