import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of Hồ sơ đề nghị in their order: on the screen, and in its .xlsx and .csv. */
export const NOMINATION_COLUMNS = [
  { id: 'name', label: { vi: 'Tên tập thể, cá nhân', en: 'Name' }, type: 'text', paperWidth: 34 },
  { id: 'kind', label: { vi: 'Đối tượng', en: 'Kind' }, type: 'text', paperWidth: 12 },
  { id: 'unit', label: { vi: 'Đơn vị đề nghị', en: 'Nominating unit' }, type: 'text', paperWidth: 18 },
  { id: 'place', label: { vi: 'Nơi công tác', en: 'Workplace' }, type: 'text', paperWidth: 38 },
  { id: 'sent', label: { vi: 'Gửi lúc', en: 'Sent at' }, type: 'text', paperWidth: 17 },
  { id: 'status', label: { vi: 'Trạng thái', en: 'State' }, type: 'text', paperWidth: 18 },
  { id: 'notes', label: { vi: 'Lưu ý', en: 'Note' }, type: 'text', paperWidth: 24 },
] as const satisfies readonly ListColumn[];
export type NominationColumnId = (typeof NOMINATION_COLUMNS)[number]['id'];
