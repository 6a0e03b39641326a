import type { ListColumn } from '#shared/core/list-columns.ts';

/** Columns of Quyết định khen thưởng in their order: on the screen, and in its .xlsx and .csv. */
export const DECISION_COLUMNS = [
  { id: 'number', label: { vi: 'Số, ký hiệu', en: 'Number' }, type: 'text', paperWidth: 18 },
  { id: 'on', label: { vi: 'Ngày ban hành', en: 'Date of issue' }, type: 'date', paperWidth: 13 },
  { id: 'subject', label: { vi: 'Trích yếu', en: 'Subject' }, type: 'text', paperWidth: 60 },
  { id: 'issuer', label: { vi: 'Cơ quan ban hành', en: 'Issuing body' }, type: 'text', paperWidth: 28 },
  { id: 'count', label: { vi: 'Số bằng', en: 'Certificates' }, type: 'number', paperWidth: 10 },
  { id: 'status', label: { vi: 'Trạng thái', en: 'State' }, type: 'text', paperWidth: 18 },
  { id: 'demo', label: { vi: 'Ghi chú', en: 'Note' }, type: 'text', paperWidth: 20 },
] as const satisfies readonly ListColumn[];
export type DecisionColumnId = (typeof DECISION_COLUMNS)[number]['id'];
