import type { Words } from '#shared/core/wording.ts';

/** Words of the matrix cells (Bảng theo dõi tiến độ). */
export const CELL_WORDS: Words = {
  'report.not-asked': { vi: 'Chưa mở', en: 'Not open' },
  'report.not-sent': { vi: 'Chưa gửi (hạn {dueOn})', en: 'Not sent (due {dueOn})' },
  'report.overdue': { vi: 'Quá hạn {overdueCount} ngày', en: '{overdueCount} days overdue' },
  'report.sent': { vi: 'Đã gửi', en: 'Sent' },
  'report.sent-late': { vi: 'Đã gửi, trễ {lateCount} ngày', en: 'Sent {lateCount} days late' },
  'report.supplement': { vi: 'Đề nghị bổ sung (hạn {supplementDueOn})', en: 'To be completed by {supplementDueOn}' },
  'report.received': { vi: 'Đã tiếp nhận', en: 'Received' },
  'report.received-late': { vi: 'Đã tiếp nhận, trễ {lateCount} ngày', en: 'Received, {lateCount} days late' },
  'report.consolidated': { vi: 'Đã tổng hợp', en: 'Consolidated' },
  'pledge.none': { vi: 'Chưa có giao ước', en: 'No pledge yet' },
  'pledge.unsigned': { vi: 'Chưa ký', en: 'Not signed' },
  'pledge.signed': { vi: 'Đã ký kết', en: 'Signed' },
  'nominations.supplement': {
    vi: 'Chờ bổ sung ({sentCount}/{allottedCount})',
    en: 'To be completed ({sentCount}/{allottedCount})',
  },
  'nominations.checked': { vi: 'Đã thẩm định {sentCount}/{allottedCount}', en: 'Checked {sentCount}/{allottedCount}' },
  'nominations.sent': { vi: 'Đã gửi {sentCount}/{allottedCount}', en: 'Sent {sentCount}/{allottedCount}' },
  'nominations.partly': { vi: 'Đã gửi {sentCount}/{allottedCount}', en: 'Sent {sentCount}/{allottedCount}' },
};
