import type { Localized } from '#shared/core/localized.ts';

/** What a job does, in words; one line for each key of the handlers (server/worker.ts). */
export const JOB_KIND_LABELS: Readonly<Record<string, Localized>> = {
  'import.read': { vi: 'Đọc tệp để nhập', en: 'Read a file for import' },
  'import.check': { vi: 'Kiểm tra thử tệp nhập', en: 'Dry run of an import' },
  'import.apply': { vi: 'Nhập từ Excel', en: 'Import from Excel' },
  'import.undo': { vi: 'Hoàn tác lần nhập', en: 'Undo an import' },
  'duplicates.find': { vi: 'Tìm hồ sơ nghi trùng', en: 'Look for likely duplicates' },
  'export.list': { vi: 'Xuất danh sách', en: 'Export a list' },
  'dump.make': { vi: 'Kết xuất toàn bộ dữ liệu', en: 'Full dump' },
  'pack.make': { vi: 'Lập bộ tài liệu Hội nghị', en: 'Make the conference papers' },
  'training.make': { vi: 'Tạo bản tập huấn', en: 'Make the training copy' },
};
