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
  'progress.as-of-ahead': {
    vi: 'Số liệu tính đến ngày {found} là ngày chưa tới (hôm nay {todayOn}). Nhập ngày từ {startsOn} đến hôm nay, hoặc để trống.',
    en: 'Figures as of {found} lie ahead (today is {todayOn}). Enter a day from {startsOn} to today, or nothing.',
  },
  'progress.as-of-before': {
    vi: 'Số liệu tính đến ngày {found} là trước khi quý {quarter} bắt đầu ({startsOn}). Nhập ngày từ {startsOn} đến hôm nay, hoặc để trống.',
    en: 'Figures as of {found} lie before quarter {quarter} began ({startsOn}). Enter a day from {startsOn} to today, or nothing.',
  },
  'progress.as-of-alone': {
    vi: 'Quý này chưa có số nào nên chưa ghi được ngày của số liệu. Nhập ít nhất một số rồi lưu.',
    en: 'Nothing is entered for this quarter, so there is nothing the day could be of. Enter at least one figure.',
  },
  'progress.as-of-changed': {
    vi: '{who} đã đổi ngày của quý này lúc {savedAt}: tính đến {theirs}; bạn nhập {mine}. Tải lại để xem rồi ghi lại.',
    en: '{who} changed the day of this quarter at {savedAt}: as of {theirs}; you entered {mine}. Reload and enter it again.',
  },
  'progress.changed-meanwhile': {
    vi: '{indicator}: {who} đã ghi {theirs} lúc {savedAt}; bạn nhập {mine}. Tải lại để xem rồi ghi lại.',
    en: '{indicator}: {who} entered {theirs} at {savedAt}; you entered {mine}. Reload and enter it again.',
  },
};
