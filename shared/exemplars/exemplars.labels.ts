import type { Localized } from '#shared/core/localized.ts';

/** What the audit calls the events of an exemplar. */
export const EXEMPLAR_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'exemplar.created': { vi: 'Thêm điển hình, mô hình', en: 'Exemplar added' },
  'exemplar.saved': { vi: 'Sửa điển hình, mô hình', en: 'Exemplar changed' },
  'exemplar.effects-saved': { vi: 'Ghi hiệu quả bằng số', en: 'Effect in figures recorded' },
  'exemplar.sharing-asked': { vi: 'Đề nghị phổ biến ngoài Cụm', en: 'Sharing beyond the cluster proposed' },
  'exemplar.sharing-decided': { vi: 'Quyết định việc phổ biến ngoài Cụm', en: 'Sharing beyond the cluster decided' },
  'exemplar.fields-set': { vi: 'Gắn lĩnh vực cho chỉ tiêu', en: 'Fields of indicators set' },
  'exemplar.suggestion-dismissed': { vi: 'Bỏ qua gợi ý mô hình', en: 'Suggested model set aside' },
  'exemplar.removed': { vi: 'Gỡ điển hình, mô hình', en: 'Exemplar removed' },
};

/** The fields of an exemplar as forms and the history name them. */
export const EXEMPLAR_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  kind: { vi: 'Loại', en: 'Kind' },
  title: { vi: 'Tên điển hình, mô hình', en: 'Title' },
  presenter: { vi: 'Người giới thiệu', en: 'Presenter' },
  place: { vi: 'Địa chỉ', en: 'Place' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  story: { vi: 'Câu chuyện', en: 'Story' },
  source: { vi: 'Nguồn', en: 'Source' },
  status: { vi: 'Trạng thái', en: 'State' },
  effects: { vi: 'Hiệu quả bằng số', en: 'Effect in figures' },
  sharing: { vi: 'Phổ biến ngoài Cụm', en: 'Shared beyond the cluster' },
  suggestion: { vi: 'Gợi ý theo chỉ tiêu', en: 'Suggested by the indicator' },
  file: { vi: 'Tài liệu, ảnh', en: 'Document, photo' },
};

/** The two states of an exemplar in its history. */
export const EXEMPLAR_SHOWN: Localized = { vi: 'Đang giới thiệu', en: 'Shown' };
export const EXEMPLAR_REMOVED: Localized = { vi: 'Đã gỡ', en: 'Removed' };
