import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of Tập thể và cá nhân in their usual order: on the screen, and in its .xlsx and .csv. */
export const RECIPIENT_COLUMNS = [
  { id: 'name', label: { vi: 'Tên tập thể, cá nhân', en: 'Name' }, type: 'text', paperWidth: 34 },
  { id: 'kind', label: { vi: 'Đối tượng', en: 'Kind' }, type: 'text', paperWidth: 12 },
  { id: 'sex', label: { vi: 'Giới tính', en: 'Sex' }, type: 'text', paperWidth: 9 },
  { id: 'birthYear', label: { vi: 'Năm sinh', en: 'Birth year' }, type: 'number', paperWidth: 9 },
  { id: 'foundedOn', label: { vi: 'Ngày thành lập', en: 'Founded on' }, type: 'date', paperWidth: 12 },
  {
    id: 'place',
    label: { vi: 'Chức vụ, đơn vị, địa chỉ', en: 'Position, unit, address' },
    type: 'text',
    paperWidth: 38,
  },
  { id: 'unit', label: { vi: 'Đơn vị', en: 'Unit' }, type: 'text', paperWidth: 18 },
  { id: 'awardCount', label: { vi: 'Số lần được khen', en: 'Awards' }, type: 'number', paperWidth: 10 },
  { id: 'latestAwardOn', label: { vi: 'Khen gần nhất', en: 'Latest on' }, type: 'date', paperWidth: 12 },
  { id: 'latestAward', label: { vi: 'Hình thức gần nhất', en: 'Latest award' }, type: 'text', paperWidth: 30 },
] as const satisfies readonly ListColumn[];
export type RecipientColumnId = (typeof RECIPIENT_COLUMNS)[number]['id'];
