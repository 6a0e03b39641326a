import type { Words } from '#shared/core/wording.ts';

export const EXPORT_REASONS: Words = {
  'export.no-columns': {
    vi: 'Danh sách không có cột nào để xuất. Hãy bật ít nhất một cột rồi xuất lại.',
    en: 'There is no column to export. Show at least one column and export again.',
  },
  'export.nothing': {
    vi: 'Không có dòng nào theo bộ lọc đang xem nên không có gì để xuất. Hãy bỏ bớt điều kiện lọc.',
    en: 'No row matches these filters, so there is nothing to export. Remove a filter.',
  },
  'export.too-many': {
    vi: 'Danh sách vượt quá {mostCount} dòng, là số dòng nhiều nhất của một trang tính Excel. Hãy lọc bớt (chẳng hạn theo năm) hoặc xuất dạng CSV.',
    en: 'The list exceeds {mostCount} rows, the most an Excel sheet holds. Filter it (by year, for example) or export as CSV.',
  },
  'export.log-done': { vi: 'Đã ghi {rowCount} dòng vào tệp.', en: '{rowCount|row|rows} written to the file.' },
  'export.busy': {
    vi: 'Bạn đang có {jobCount} tệp xuất chưa xong. Hãy chờ xong, hoặc hủy bớt ở trang Công việc đang chạy.',
    en: 'You have {jobCount|export|exports} under way. Wait for them, or cancel one on the page of jobs.',
  },
};
