import type { Words } from '#shared/core/wording.ts';

export const PROGRESS_REASONS: Words = {
  'progress.not-frozen': {
    vi: 'Nội dung giao ước chưa thống nhất nên chưa ghi tiến độ được. Ghi sau khi các đơn vị thống nhất chỉ tiêu.',
    en: 'The pledge is not agreed yet, so there is no progress to enter. Enter it once the targets are agreed.',
  },
  'progress.quarter-ahead': {
    vi: 'Quý {quarter} bắt đầu ngày {startsOn}; chưa ghi tiến độ được.',
    en: 'Quarter {quarter} begins on {startsOn}; nothing can be entered yet.',
  },
  'progress.negative': {
    vi: '{indicator}: số thực hiện không thể âm. Nhập từ 0 trở lên, hoặc để trống.',
    en: '{indicator}: a result cannot be below zero. Enter 0 or more, or nothing.',
  },
  'progress.changed-meanwhile': {
    vi: '{indicator}: {who} đã ghi {theirs} lúc {savedAt}; bạn nhập {mine}. Tải lại để xem rồi ghi lại.',
    en: '{indicator}: {who} entered {theirs} at {savedAt}; you entered {mine}. Reload and enter it again.',
  },
};
