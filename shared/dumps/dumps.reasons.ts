import type { Words } from '#shared/core/wording.ts';

export const DUMP_REASONS: Words = {
  'dump.not-found': {
    vi: 'Không tìm thấy bản kết xuất này, có thể đã được xóa. Hãy tải lại trang.',
    en: 'No such dump; it may have been removed. Reload the page.',
  },
  'dump.reason-missing': {
    vi: 'Chưa ghi lý do. Bản kết xuất chứa dữ liệu cá nhân nên mỗi lần tạo, tải, xóa đều cần lý do.',
    en: 'The reason is missing. A dump holds personal data, so making, downloading and removing one each need a reason.',
  },
  'dump.under-way': {
    vi: 'Đang có một bản kết xuất được tạo. Hãy chờ xong, hoặc hủy ở trang Công việc đang chạy.',
    en: 'A dump is being made. Wait for it, or cancel it on the page of jobs.',
  },
  'dump.too-many': {
    vi: 'Máy chủ đã giữ {dumpCount} bản kết xuất, là nhiều nhất. Hãy tải về và xóa bản cũ rồi tạo bản mới.',
    en: 'The server already keeps {dumpCount|dump|dumps}, the most it may. Download and remove an old one first.',
  },
  'dump.ticket-ended': {
    vi: 'Đường tải chỉ dùng được trong 5 phút, cho người đã ghi lý do. Hãy mở trang Hệ thống và bấm “Tải về” lần nữa.',
    en: 'The address for downloading works for 5 minutes, for whoever gave the reason. Open the page System and download again.',
  },
  'dump.log-done': {
    vi: 'Đã ghi {rowCount} dòng của {tableCount} bảng và {fileCount} tệp đính kèm.',
    en: '{rowCount|row|rows} of {tableCount|table|tables} and {fileCount|document|documents} written.',
  },
  'dump.log-missing': {
    vi: 'Có {fileCount} tệp còn trong danh mục nhưng không còn trên máy chủ nên không có trong bản kết xuất.',
    en: '{fileCount|document is|documents are} listed but missing on the server, so not in the dump.',
  },
};
