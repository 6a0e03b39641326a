import type { Words } from '#shared/core/wording.ts';

export const DEMO_REASONS: Words = {
  'demo.only': { vi: 'Chỉ làm được trên dữ liệu minh họa.', en: 'Only in the demonstration.' },
  'demo.date-range': {
    vi: 'Đồng hồ minh họa chỉ đi từ {fromOn} đến {toOn}.',
    en: 'The demo clock runs from {fromOn} to {toOn}.',
  },
};
