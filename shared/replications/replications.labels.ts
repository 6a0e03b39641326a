import type { Localized } from '#shared/core/localized.ts';

/** What the audit calls the events of an adoption. */
export const REPLICATION_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'replication.created': { vi: 'Áp dụng mô hình', en: 'Model adopted' },
  'replication.saved': { vi: 'Sửa thông tin nhân rộng', en: 'Adoption changed' },
  'replication.status-set': { vi: 'Đổi trạng thái nhân rộng', en: 'State of the adoption changed' },
  'replication.entry-added': { vi: 'Ghi tiến độ nhân rộng', en: 'Progress noted' },
  'replication.entry-removed': { vi: 'Gỡ dòng tiến độ', en: 'Progress note removed' },
  'replication.results-saved': { vi: 'Ghi kết quả nhân rộng', en: 'Results of the adoption recorded' },
};

/** The fields of an adoption as forms and the history name them. */
export const REPLICATION_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  model: { vi: 'Mô hình', en: 'Model' },
  place: { vi: 'Nơi áp dụng', en: 'Where' },
  startedOn: { vi: 'Từ ngày', en: 'From' },
  leader: { vi: 'Đơn vị, người chủ trì', en: 'Led by' },
  steps: { vi: 'Các bước thực hiện', en: 'Steps' },
  status: { vi: 'Trạng thái', en: 'State' },
  stopReason: { vi: 'Lý do dừng', en: 'Reason for stopping' },
  entry: { vi: 'Tiến độ', en: 'Progress' },
  effects: { vi: 'Kết quả bằng số', en: 'Results in figures' },
};
