import type { Localized } from '#shared/core/localized.ts';

/** Across papers that the copy prints, and beside lists that leave it. */
export const TRAINING_MARK = 'TẬP HUẤN';
export const TRAINING_LINE: Localized = {
  vi: 'BẢN TẬP HUẤN, họ tên giả định, không có giá trị.',
  en: 'TRAINING COPY, names are invented, not valid.',
};
