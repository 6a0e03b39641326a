import type { Words } from '#shared/core/wording.ts';

export const FILE_REASONS: Words = {
  'file.not-found': {
    vi: 'Không tìm thấy tệp này, hoặc tệp đã được gỡ.',
    en: 'No such file, or it was removed.',
  },
  'file.not-own-record': {
    vi: 'Chỉ đơn vị lập hồ sơ được thêm, gỡ tài liệu của hồ sơ.',
    en: 'Only the unit that made the record may add or remove its documents.',
  },
  'file.subject.not-found': {
    vi: 'Không tìm thấy hồ sơ để đính kèm tệp, hoặc hồ sơ không thuộc phạm vi của đơn vị.',
    en: 'No such record to attach a file to, or it is outside your unit.',
  },
  'file.subject-closed': {
    vi: 'Hồ sơ đã gửi hoặc đã kết thúc nên không thêm, gỡ được tệp. Nếu cần, đề nghị Cơ quan thường trực Cụm yêu cầu bổ sung.',
    en: 'The record was sent or closed: files can no longer be added or removed.',
  },
  'file.recipient-merged': {
    vi: 'Hồ sơ này đã được ghép vào hồ sơ khác. Hãy mở hồ sơ đó để thêm, gỡ tài liệu.',
    en: 'This record was merged into another one. Open that one to add or remove documents.',
  },
  'file.signature-closed': {
    vi: 'Chỉ tải bản ký lên khi giao ước đang ở bước ký kết.',
    en: 'Signed pages are uploaded while the pledge is open for signing.',
  },
  'file.scan-in-use': {
    vi: 'Chữ ký đã ghi nhận dựa trên tệp quét này nên không gỡ được. Nếu nhầm tệp, tải tệp đúng lên rồi dùng “Đính chính”.',
    en: 'A recorded signature stands on this scan. If it is the wrong one, upload the right one and correct the record.',
  },
  'file.not-a-scan': {
    vi: 'Tệp “{name}” không phải bản quét: cần PDF hoặc ảnh (JPG, PNG) của trang đã ký, đóng dấu. Tệp Word, Excel hoặc tệp đổi đuôi không nhận.',
    en: 'The file “{name}” is no scan: a PDF or image (JPG, PNG) of the signed, sealed page is needed. Word, Excel and renamed files are not taken.',
  },
  'file.name-missing': { vi: 'Tệp không có tên đọc được.', en: 'The file has no readable name.' },
  'file.empty': { vi: 'Tệp “{name}” không có nội dung.', en: 'The file “{name}” is empty.' },
  'file.too-large': {
    vi: 'Tệp lớn hơn {limitMb} MB. Hãy quét lại ở độ phân giải thấp hơn hoặc chia thành nhiều tệp.',
    en: 'The file is larger than {limitMb} MB. Scan at a lower resolution or split it.',
  },
  'file.kind-not-allowed': {
    vi: 'Tệp “{name}” không phải PDF, ảnh (PNG, JPG) hoặc văn bản Word, Excel. Hãy lưu sang một trong các dạng đó.',
    en: 'The file “{name}” is not a PDF, an image (PNG, JPG), Word or Excel. Save it as one of these.',
  },
  'file.name-against-content': {
    vi: 'Tên tệp “{name}” không khớp nội dung bên trong (là tệp {found}). Hãy đổi đúng đuôi tệp rồi tải lên lại.',
    en: 'The name “{name}” does not match the content ({found}). Give it the right ending and upload again.',
  },
  'file.content-missing': {
    vi: 'Tệp có trong danh mục nhưng không còn trên máy chủ. Hãy báo quản trị hệ thống (khôi phục từ bản sao lưu).',
    en: 'The file is listed but missing on the server. Tell the administrator (restore from backup).',
  },
};
