import type { Localized } from '#shared/core/localized.ts';
import type { SavedList } from '#shared/saved-views/saved-views.schema.ts';

export const SAVED_LIST_LABELS: Readonly<Record<SavedList, Localized>> = {
  awards: { vi: 'Sổ khen thưởng', en: 'Commendation register' },
  recipients: { vi: 'Tập thể và cá nhân', en: 'Recipients' },
};

export const SAVED_VIEW_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'saved-view.created': { vi: 'Lưu chế độ xem', en: 'View saved' },
  'saved-view.saved': { vi: 'Cập nhật chế độ xem', en: 'View updated' },
  'saved-view.shared': { vi: 'Đổi người dùng chế độ xem', en: 'View shared differently' },
  'saved-view.removed': { vi: 'Xóa chế độ xem', en: 'View deleted' },
};

export const SAVED_VIEW_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  list: { vi: 'Danh sách', en: 'List' },
  name: { vi: 'Tên chế độ xem', en: 'Name of the view' },
  query: { vi: 'Bộ lọc, thứ tự', en: 'Filters and order' },
  layout: { vi: 'Cột, mật độ', en: 'Columns and density' },
  audience: { vi: 'Ai dùng', en: 'For whom' },
  role: { vi: 'Vai trò', en: 'Role' },
};
