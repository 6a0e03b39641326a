import type { Words } from '#shared/core/wording.ts';

/** Thông báo by code. */
export const NOTICE_WORDS: Words = {
  'notice.job-done': { vi: 'Đã xong: {what}.', en: 'Done: {what}.' },
  'notice.job-failed': { vi: 'Không thành công: {what}. Bấm để xem lý do.', en: 'Failed: {what}. Open it to see why.' },
};
