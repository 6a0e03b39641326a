import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';
import type { BoardShow } from '#shared/reports/reviewing.schema.ts';

/** Cells of the board of reports (Bảng theo dõi báo cáo). */
export const BOARD_WORDS: Words = {
  'not-member': { vi: 'Chưa là thành viên', en: 'No member yet' },
  'not-asked': { vi: 'Chưa mở', en: 'Not open' },
  left: { vi: 'Đã rời Cụm ({dueOn})', en: 'Left the cluster ({dueOn})' },
  'not-sent': { vi: 'Chưa gửi (hạn {dueOn})', en: 'Not sent (due {dueOn})' },
  overdue: { vi: 'Chưa gửi, quá hạn {dayCount} ngày', en: 'Not sent, {dayCount|day|days} overdue' },
  'on-time': { vi: 'Đã gửi, đúng hạn', en: 'Sent in time' },
  late: { vi: 'Đã gửi, trễ {dayCount} ngày', en: 'Sent {dayCount|day|days} late' },
  supplement: { vi: 'Đề nghị bổ sung (hạn {dueOn})', en: 'To be completed by {dueOn}' },
  'supplement-overdue': { vi: 'Quá hạn bổ sung {dayCount} ngày', en: 'Completion {dayCount|day|days} overdue' },
  reopened: { vi: 'Mở lại đến {untilAt}', en: 'Open again until {untilAt}' },
  received: { vi: 'Đã tiếp nhận, đúng hạn', en: 'Received, in time' },
  'received-late': { vi: 'Đã tiếp nhận, trễ {dayCount} ngày', en: 'Received, {dayCount|day|days} late' },
  consolidated: { vi: 'Đã tổng hợp, đúng hạn', en: 'Consolidated, in time' },
  'consolidated-late': { vi: 'Đã tổng hợp, trễ {dayCount} ngày', en: 'Consolidated, {dayCount|day|days} late' },
};

/** What the board can be narrowed to. */
export const BOARD_SHOW_LABELS: Readonly<Record<BoardShow, Localized>> = {
  all: { vi: 'Tất cả', en: 'All' },
  'not-sent': { vi: 'Chưa gửi', en: 'Not sent' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  late: { vi: 'Gửi trễ', en: 'Sent late' },
  supplement: { vi: 'Đang bổ sung, mở lại', en: 'Being completed' },
  waiting: { vi: 'Chờ tiếp nhận', en: 'To be received' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Received' },
  comments: { vi: 'Có ý kiến chưa xong', en: 'With open comments' },
};

/** Sơ kết, Tổng kết: the period in the head of a narrow column. */
export const PERIOD_SHORT_LABELS = {
  'mid-year': { vi: 'Sơ kết {year}', en: 'Mid-year {year}' },
  'year-end': { vi: 'Tổng kết {year}', en: 'Year-end {year}' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Other words of the board, on the screen, in the text to copy and in the file. */
export const BOARD_TEXT: Words = {
  title: { vi: 'Bảng theo dõi báo cáo', en: 'Reports: completeness and timeliness' },
  asOf: { vi: 'Đến {nowAt}', en: 'As of {nowAt}' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  reminded: { vi: 'đôn đốc {count} lần, {lastAt}', en: 'reminded {count|time|times}, {lastAt}' },
  comments: { vi: '{count} ý kiến chưa xong', en: '{count|open comment|open comments}' },
  counts: {
    vi: 'Đúng hạn {onTime}/{asked}; gửi trễ {late}; chưa gửi {notSent} (quá hạn {overdue}); đang bổ sung {supplement}; chờ tiếp nhận {waiting}; đã tiếp nhận {accepted}',
    en: 'In time {onTime} of {asked}; late {late}; not sent {notSent} ({overdue} overdue); being completed {supplement}; to be received {waiting}; received {accepted}',
  },
  demo: { vi: 'DỮ LIỆU MINH HỌA, không có giá trị pháp lý', en: 'DEMONSTRATION DATA' },
};

/** What the history of a report calls what its chair's office and its unit do about it. */
export const REVIEWING_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'report.reopened': { vi: 'Mở lại cho đơn vị', en: 'Opened again for the unit' },
  'report.locked-again': { vi: 'Khóa lại', en: 'Locked again' },
  'report.reminded': { vi: 'Gửi đôn đốc', en: 'Reminded' },
  'report-comment.added': { vi: 'Nêu ý kiến về chỉ tiêu', en: 'Commented on a figure' },
  'report-comment.answered': { vi: 'Trả lời ý kiến', en: 'Answered a comment' },
  'report-comment.settled': { vi: 'Đánh dấu ý kiến đã xong', en: 'Marked a thread as done' },
  'report-comment.unsettled': { vi: 'Mở lại ý kiến', en: 'Opened a thread again' },
};
export const REVIEWING_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  reopenedUntil: { vi: 'Mở lại đến', en: 'Open until' },
};
/** What both sides say to each other about a report stands in no history that its peers read; a figure goes by its name. */
export const COMMENT_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  status: { vi: 'Trạng thái', en: 'Status' },
  reminder: { vi: 'Lời đôn đốc', en: 'Words of the reminder' },
};
