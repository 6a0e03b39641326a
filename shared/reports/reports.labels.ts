import type { Localized } from '#shared/core/localized.ts';

/** What a report's history calls what happened. */
export const REPORT_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'report.cells-saved': { vi: 'Nhập số liệu', en: 'Entered figures' },
  'report.workbook-applied': { vi: 'Nhập từ biểu mẫu Excel', en: 'Took over the Excel form' },
  'report.narrative-saved': { vi: 'Sửa phần thuyết minh', en: 'Edited the narrative' },
  'report.file-pinned': { vi: 'Gắn minh chứng với chỉ tiêu', en: 'Attached evidence to an indicator' },
  'report.sections-saved': { vi: 'Sửa phần thuyết minh', en: 'Edited the narrative' },
  'report.headings-saved': { vi: 'Sửa đề mục thuyết minh', en: 'Changed the headings of the narrative' },
  'report.summary-note-saved': { vi: 'Sửa lời ghi bên số tổng hợp', en: 'Changed a note beside the summary' },
  'report.stock-flow-set': { vi: 'Chọn cặp số thời điểm, thời kỳ', en: 'Paired a stock with its flow' },
  'report.sent': { vi: 'Gửi báo cáo', en: 'Sent the report' },
  'report.resent': { vi: 'Gửi lại sau bổ sung', en: 'Sent again after completion' },
  'report.supplement-asked': { vi: 'Đề nghị bổ sung', en: 'Asked to complete' },
  'report.received': { vi: 'Tiếp nhận báo cáo', en: 'Received the report' },
  'report.consolidated': { vi: 'Chốt số tổng hợp', en: 'Consolidated the figures' },
  'report.consolidation-undone': { vi: 'Mở lại số đã chốt', en: 'Opened the consolidated figures again' },
};

/** Fields beside the indicators, which go by their own names. */
export const REPORT_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  status: { vi: 'Trạng thái', en: 'Status' },
  workbook: { vi: 'Tệp biểu mẫu', en: 'File of the form' },
  evidence: { vi: 'Minh chứng', en: 'Evidence' },
  heading: { vi: 'Đề mục', en: 'Heading' },
  narrative: { vi: 'Phần thuyết minh', en: 'Narrative' },
  timeliness: { vi: 'Thời hạn', en: 'Timeliness' },
  supplementDueOn: { vi: 'Hạn bổ sung', en: 'Complete by' },
};

/** What is changed beside the figures of a summary, in the history of the year. */
export const SUMMARY_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  paperWording: { vi: 'Cách ghi trong báo cáo', en: 'Wording for paper' },
  stockFlowWord: { vi: 'Giải trình chênh lệch', en: 'Word on the difference' },
  stockFlow: { vi: 'Đối chiếu với số trong kỳ', en: 'Checked against the flow' },
};

/** Trễ 1 ngày. */
export const LATE: Localized = { vi: 'Trễ {dayCount} ngày', en: '{dayCount|day|days} late' };
export const IN_TIME: Localized = { vi: 'Đúng hạn', en: 'In time' };
