import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of the registry (Sổ khen thưởng) in their usual order: on the screen, and in its .xlsx and .csv. */
export const AWARD_COLUMNS = [
  { id: 'name', label: { vi: 'Tên tập thể, cá nhân', en: 'Name' }, type: 'text', paperWidth: 34 },
  {
    id: 'place',
    label: { vi: 'Chức vụ, đơn vị, địa chỉ', en: 'Position, unit, address' },
    type: 'text',
    paperWidth: 38,
  },
  { id: 'unit', label: { vi: 'Tỉnh', en: 'Province' }, type: 'text', paperWidth: 16 },
  { id: 'kind', label: { vi: 'Đối tượng', en: 'Kind' }, type: 'text', paperWidth: 12 },
  { id: 'award', label: { vi: 'Hình thức khen thưởng', en: 'Award' }, type: 'text', paperWidth: 30 },
  { id: 'year', label: { vi: 'Năm', en: 'Year' }, type: 'number', paperWidth: 7 },
  { id: 'number', label: { vi: 'Số quyết định', en: 'Decision number' }, type: 'text', paperWidth: 18 },
  { id: 'date', label: { vi: 'Ngày', en: 'Date' }, type: 'date', paperWidth: 12 },
  { id: 'status', label: { vi: 'Trạng thái', en: 'State' }, type: 'text', paperWidth: 14 },
  // Below: shown when somebody asks for them.
  { id: 'way', label: { vi: 'Loại hình', en: 'Kind of commendation' }, type: 'text', paperWidth: 14 },
  { id: 'personClass', label: { vi: 'Phân loại đối tượng', en: 'Class of person' }, type: 'text', paperWidth: 26 },
  { id: 'sex', label: { vi: 'Giới tính', en: 'Sex' }, type: 'text', paperWidth: 9 },
  { id: 'areaClass', label: { vi: 'Khu vực', en: 'Area' }, type: 'text', paperWidth: 18 },
  { id: 'field', label: { vi: 'Lĩnh vực', en: 'Field' }, type: 'text', paperWidth: 18 },
] as const satisfies readonly ListColumn[];
export type AwardColumnId = (typeof AWARD_COLUMNS)[number]['id'];
