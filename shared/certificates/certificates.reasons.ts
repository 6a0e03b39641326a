import type { Words } from '#shared/core/wording.ts';

export const CERTIFICATE_REASONS: Words = {
  'certificate.print-platform': {
    vi: 'Máy chủ này không in được bằng: bộ dựng PDF chỉ có cho Linux x64. Hãy in từ máy chủ Linux x64, dữ liệu không mất.',
    en: 'This server cannot print certificates: the PDF engine exists for Linux x64 only. Print from a Linux x64 server; no data is lost.',
  },
  'certificate.letter-missing': {
    vi: 'Phông chữ in bằng không có ký tự “{text}”. Hãy sửa tên hoặc nội dung in rồi in lại.',
    en: 'The fonts of the certificate have no sign “{text}”. Correct the printed name or text and print again.',
  },
  'certificate.print-nothing': {
    vi: 'Chưa chọn bằng nào để in.',
    en: 'No certificate has been chosen for printing.',
  },
  'certificate.print-too-many': {
    vi: 'Mỗi lần in nhiều nhất {maxCount} bằng. Hãy chia thành nhiều lần.',
    en: 'At most {maxCount} certificates can be printed at once. Split them into several files.',
  },
  'certificate.not-found': {
    vi: 'Không có bằng này, hoặc bằng không thuộc phạm vi của bạn.',
    en: 'There is no such certificate, or it is outside your scope.',
  },
  'certificate.not-office': {
    vi: 'Bằng do cơ quan khác ban hành: bạn xem được nhưng không in, không ghi nhận được.',
    en: 'Another office issues this certificate: you can read it but not print or record it.',
  },
  'certificate.decision-not-issued': {
    vi: 'Quyết định chưa ban hành nên chưa có bằng để in. Bằng có số sổ vàng sau khi ghi số và ngày văn thư đã cấp.',
    en: 'The decision is not issued, so there is no certificate yet. They come with the number and date.',
  },
  'certificate.decision-cancelled': {
    vi: 'Quyết định đã bị hủy bỏ nên không in bằng nữa.',
    en: 'The decision is cancelled, so its certificates are not printed any more.',
  },
  'certificate.print-target': {
    vi: 'Hãy chọn một quyết định hoặc một bằng để in.',
    en: 'Choose one decision or one certificate to print.',
  },
  'certificate.print-ticket': {
    vi: 'Đường dẫn in đã hết hạn (5 phút) hoặc không đúng. Hãy quay lại trang quyết định và bấm In lần nữa.',
    en: 'The print link has expired (5 minutes) or is wrong. Go back to the decision and press Print again.',
  },
  'certificate.print-often': {
    vi: 'Vừa tạo bản in quá nhiều lần. Hãy thử lại sau ít phút.',
    en: 'Too many prints in a short time. Try again in a few minutes.',
  },
  'certificate.several-decisions': {
    vi: 'Mỗi lần chỉ ghi nhận cho bằng của một quyết định.',
    en: 'Record certificates of one decision at a time.',
  },
  'certificate.changed-meanwhile': {
    vi: '{who} đã thay đổi bằng số sổ vàng {goldenBookNumber} ({name}) lúc {changedAt} ({what}). Chưa ghi bằng nào; hãy tải lại rồi làm lại.',
    en: '{who} changed certificate {goldenBookNumber} ({name}) at {changedAt} ({what}). None was recorded; reload and try again.',
  },
  'certificate.cancelled': {
    vi: 'Bằng số sổ vàng {goldenBookNumber} ({name}) đã mất giá trị vì quyết định bị hủy bỏ.',
    en: 'Certificate {goldenBookNumber} ({name}) is void because the decision was cancelled.',
  },
  'certificate.not-before-printed': {
    vi: 'Bằng số sổ vàng {goldenBookNumber} ({name}) đã được ghi nhận in rồi.',
    en: 'Certificate {goldenBookNumber} ({name}) is recorded as printed already.',
  },
  'certificate.not-before-signed': {
    vi: 'Bằng số sổ vàng {goldenBookNumber} ({name}) chưa ghi nhận đã in, hoặc đã ký rồi. Thứ tự: đã in, đã ký, đã đóng dấu, đã trao.',
    en: 'Certificate {goldenBookNumber} ({name}) is not printed yet, or signed already.',
  },
  'certificate.not-before-sealed': {
    vi: 'Bằng số sổ vàng {goldenBookNumber} ({name}) chưa ghi nhận đã ký, hoặc đã đóng dấu rồi. Thứ tự: đã in, đã ký, đã đóng dấu, đã trao.',
    en: 'Certificate {goldenBookNumber} ({name}) is not signed yet, or sealed already.',
  },
  'certificate.not-before-handed': {
    vi: 'Bằng số sổ vàng {goldenBookNumber} ({name}) chưa đóng dấu, hoặc đã trao rồi. Thứ tự: đã in, đã ký, đã đóng dấu, đã trao.',
    en: 'Certificate {goldenBookNumber} ({name}) is not sealed yet, or handed over already.',
  },
  'certificate.handed-on-missing': { vi: 'Chưa ghi ngày trao.', en: 'The date of handing over is missing.' },
  'certificate.handed-in-future': {
    vi: 'Ngày trao {handedOn} sau hôm nay ({todayOn}).',
    en: 'The date of handing over {handedOn} is after today ({todayOn}).',
  },
  'certificate.handed-before-issue': {
    vi: 'Ngày trao {handedOn} trước ngày ban hành quyết định {decidedOn}.',
    en: 'The date of handing over {handedOn} is before the decision of {decidedOn}.',
  },
};
