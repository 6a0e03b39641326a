import type { Localized } from '#shared/core/localized.ts';

export const FILE_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'file.uploaded': { vi: 'Tải lên tài liệu minh chứng', en: 'Document uploaded' },
  'file.removed': { vi: 'Gỡ tài liệu minh chứng', en: 'Document removed' },
};

export const FILE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  file: { vi: 'Tệp', en: 'File' },
};
