import type { Localized } from '#shared/core/localized.ts';

/** What the audit calls the events of an exemplar. */
export const EXEMPLAR_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'exemplar.created': { vi: 'Thêm điển hình, mô hình', en: 'Exemplar added' },
  'exemplar.saved': { vi: 'Sửa điển hình, mô hình', en: 'Exemplar changed' },
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
  file: { vi: 'Tài liệu, ảnh', en: 'Document, photo' },
};

/** The two states of an exemplar in its history. */
export const EXEMPLAR_SHOWN: Localized = { vi: 'Đang giới thiệu', en: 'Shown' };
export const EXEMPLAR_REMOVED: Localized = { vi: 'Đã gỡ', en: 'Removed' };
