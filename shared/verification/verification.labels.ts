import type { Localized } from '#shared/core/localized.ts';
import type { VerifyState } from '#shared/verification/verification.schema.ts';

/** The heading of each outcome. A web page cannot say that a decision is valid, only that it agrees with the book. */
export const VERIFY_STATE_LABELS: Readonly<Record<Exclude<VerifyState, 'ask'>, Localized>> = {
  match: { vi: 'Khớp với Sổ khen thưởng', en: 'Agrees with the commendation register' },
  cancelled: { vi: 'Quyết định đã bị hủy bỏ', en: 'The decision has been cancelled' },
  replaced: { vi: 'Bằng này đã được thay bằng bản khác', en: 'This certificate has been replaced' },
  'signature-mismatch': { vi: 'Chữ ký trên mã QR không khớp', en: 'The signature in the QR code does not agree' },
  'not-found': { vi: 'Không tìm thấy', en: 'Not found' },
  malformed: { vi: 'Không tìm thấy', en: 'Not found' },
  training: { vi: 'Không xác thực được: bản tập huấn', en: 'Cannot be checked: training copy' },
  'too-many': { vi: 'Tra cứu quá nhanh', en: 'Too many look-ups' },
};

/** Sentences under the heading. `{…}` are filled with escaped text. */
export const VERIFY_SENTENCES = {
  title: { vi: 'Tra cứu, xác thực khen thưởng', en: 'Check a commendation' },
  match: {
    vi: 'Hãy so từng dòng dưới đây với bằng giấy. Mọi dòng phải giống nhau.',
    en: 'Compare each line below with the paper. Every line must be the same.',
  },
  signed: {
    vi: 'Chữ ký số trong mã QR là của hệ thống này và đúng với nội dung trong Sổ.',
    en: 'The digital signature in the QR code is of this system and of what the register says.',
  },
  unsigned: {
    vi: 'Tra bằng mã gõ tay nên không có chữ ký của mã QR để đối chiếu.',
    en: 'Looked up by a typed code, so there is no QR signature to check.',
  },
  mismatch: {
    vi: 'Mã có trong Sổ nhưng chữ ký trên mã QR không khớp: mã QR có thể bị sửa hoặc in lỗi. Nội dung đúng theo Sổ ở dưới đây; nếu bằng giấy khác, hãy báo cơ quan ban hành.',
    en: 'The code is in the register, but the signature in the QR code does not agree: the QR code may be altered or misprinted. What the register says is below; if the paper differs, tell the issuing office.',
  },
  cancelledBy: {
    vi: 'Bị hủy bỏ theo Quyết định số {number} ngày {date}. Bằng này không còn giá trị; hiện vật và tiền thưởng bị thu hồi.',
    en: 'Cancelled by Decision No. {number} of {date}. This certificate is no longer in force; the certificate and the prize are to be returned.',
  },
  cancelled: {
    vi: 'Bị hủy bỏ ngày {date}. Bằng này không còn giá trị; hiện vật và tiền thưởng bị thu hồi.',
    en: 'Cancelled on {date}. This certificate is no longer in force; the certificate and the prize are to be returned.',
  },
  exchange: {
    vi: 'Đã cấp đổi ngày {date}. Khen thưởng vẫn còn giá trị; bản giấy có mã này thì không.',
    en: 'Exchanged on {date}. The award stands; the paper with this code does not.',
  },
  reissue: {
    vi: 'Đã cấp lại ngày {date} do bản trước bị mất. Khen thưởng vẫn còn giá trị; bản giấy có mã này thì không.',
    en: 'Reissued on {date} because the earlier paper was lost. The award stands; the paper with this code does not.',
  },
  reprint: {
    vi: 'Đã in lại ngày {date}. Khen thưởng vẫn còn giá trị; bản giấy có mã này thì không.',
    en: 'Reprinted on {date}. The award stands; the paper with this code does not.',
  },
  notFound: {
    vi: 'Mã {code} viết đúng nhưng không có trong Sổ khen thưởng của hệ thống này. Khen thưởng trước khi có hệ thống có thể không có mã: hãy hỏi cơ quan ban hành.',
    en: 'The code {code} is written correctly but is not in this register. Awards made before this system have no code: ask the issuing office.',
  },
  malformed: {
    vi: 'Mã vừa nhập có chữ sai hoặc thiếu. Mã có 17 chữ và số, in dưới mã QR, chia nhóm bốn bằng dấu gạch.',
    en: 'The code has a wrong or missing letter. It has 17 letters and digits, printed below the QR code in groups of four.',
  },
  tooMany: {
    vi: 'Địa chỉ mạng này vừa tra cứu quá nhiều lần. Hãy thử lại sau ít phút.',
    en: 'Too many look-ups came from this network address. Try again in a few minutes.',
  },
  training: {
    vi: 'Giấy có mã này in từ bản tập huấn: họ tên là giả định, không có khen thưởng nào sau mã này và giấy không có giá trị.',
    en: 'Paper with this code was printed from the training copy: the names are invented, no award stands behind the code and the paper is not valid.',
  },
  ask: {
    vi: 'Quét mã QR trên bằng, hoặc nhập mã in dưới mã QR.',
    en: 'Scan the QR code on the certificate, or type the code below it.',
  },
  another: { vi: 'Nhập mã khác', en: 'Check another code' },
  codeLabel: { vi: 'Mã xác thực trên bằng', en: 'Code on the certificate' },
  submit: { vi: 'Tra cứu', en: 'Check' },
  host: {
    vi: 'Trước khi tin kết quả, hãy xem thanh địa chỉ của trình duyệt có đúng là {host} không.',
    en: 'Before you trust the result, check that the address bar of your browser says {host}.',
  },
  limits: {
    vi: 'Trang này đối chiếu với Sổ khen thưởng, không thay cho quyết định có chữ ký và con dấu. Cần xác nhận bằng văn bản, hãy liên hệ cơ quan ban hành.',
    en: 'This page compares with the register; it does not stand for the signed and sealed decision. For a written confirmation, ask the issuing office.',
  },
  demo: {
    vi: 'DỮ LIỆU MINH HỌA, không có giá trị pháp lý',
    en: 'DEMONSTRATION DATA, without legal force',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Names of the facts, in the order of the page. */
export const VERIFY_FACT_LABELS = {
  printedName: { vi: 'Tên trên bằng', en: 'Name on the certificate' },
  awardName: { vi: 'Hình thức khen thưởng', en: 'Award' },
  issuer: { vi: 'Cấp khen thưởng', en: 'Awarded by' },
  decisionNumber: { vi: 'Quyết định số', en: 'Decision No.' },
  decisionOn: { vi: 'Ngày ban hành', en: 'Date of the decision' },
  signatory: { vi: 'Người ký', en: 'Signed by' },
  goldenBookNumber: { vi: 'Số sổ vàng', en: 'Golden book No.' },
  code: { vi: 'Mã xác thực', en: 'Code' },
  decisionSha256: { vi: 'SHA-256 của tệp quyết định', en: 'SHA-256 of the decision file' },
} as const satisfies Readonly<Record<string, Localized>>;
