import type { Localized } from '#shared/core/localized.ts';

export const TRAINING_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'training.asked': { vi: 'Yêu cầu tạo bản tập huấn', en: 'Training copy asked for' },
  'training.made': { vi: 'Tạo bản tập huấn', en: 'Training copy made' },
  'training.reset-asked': { vi: 'Yêu cầu đặt lại bản tập huấn', en: 'Reset of the training copy asked for' },
  'training.reset': { vi: 'Đặt lại bản tập huấn', en: 'Training copy reset' },
  'training.removed': { vi: 'Xóa bản tập huấn', en: 'Training copy removed' },
};

export const TRAINING_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  madeAt: { vi: 'Tạo lúc', en: 'Made at' },
  rowCount: { vi: 'Số dòng', en: 'Rows' },
};
