import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of Tập thể và cá nhân in their usual order: on the screen, and in its .xlsx and .csv. */
export const RECIPIENT_COLUMNS = [
  { id: 'name', label: { vi: 'Tên', en: 'Name' }, type: 'text', paperWidth: 36 },
  { id: 'kind', label: { vi: 'Đối tượng', en: 'Kind' }, type: 'text', paperWidth: 12 },
  { id: 'since', label: { vi: 'Sinh, thành lập', en: 'Born, founded' }, type: 'date', paperWidth: 13 },
  { id: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, type: 'text', paperWidth: 18 },
  { id: 'place', label: { vi: 'Nơi công tác, địa chỉ', en: 'Workplace, address' }, type: 'text', paperWidth: 40 },
  { id: 'count', label: { vi: 'Số lần khen', en: 'Awards' }, type: 'number', paperWidth: 10 },
  { id: 'latest', label: { vi: 'Khen thưởng gần nhất', en: 'Latest award' }, type: 'text', paperWidth: 42 },
] as const satisfies readonly ListColumn[];
