import type { Localized } from '#shared/core/localized.ts';

/** Actions of the history of decisions. */
export const DECISION_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'decision.created': { vi: 'Lập dự thảo quyết định', en: 'Drafted the decision' },
  'decision.saved': { vi: 'Sửa dự thảo quyết định', en: 'Changed the draft' },
  'decision.items-set': { vi: 'Thay đổi danh sách kèm theo', en: 'Changed the annexed list' },
  'decision.sentence-set': { vi: 'Ghi câu riêng trên Bằng', en: 'Set a sentence of its own' },
  'decision.submitted': { vi: 'Trình ký', en: 'Submitted for signature' },
  'decision.returned': { vi: 'Chuyển về dự thảo', en: 'Returned to draft' },
  'decision.signed': { vi: 'Ghi nhận đã ký', en: 'Recorded the signing' },
  'decision.issued': { vi: 'Ban hành: ghi số và ngày', en: 'Issued: recorded number and date' },
  'decision.cancelled': {
    vi: 'Hủy bỏ quyết định, thu hồi hiện vật, tiền thưởng',
    en: 'Cancelled the decision; artefacts and money taken back',
  },
  'decision.printed': { vi: 'Tạo bản in các bằng', en: 'Made the print of all certificates' },
  'nomination.decided': { vi: 'Được khen thưởng theo quyết định', en: 'Commended by decision' },
  'award.given': { vi: 'Ghi vào Sổ khen thưởng', en: 'Entered into the register' },
  'award.cancelled': { vi: 'Hủy bỏ khen thưởng', en: 'Award cancelled' },
};

/** Names of the fields in the history of decisions and of the awards they give. */
export const DECISION_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  status: { vi: 'Trạng thái', en: 'Status' },
  subject: { vi: 'Trích yếu', en: 'Subject' },
  issuerLine: { vi: 'Thẩm quyền ban hành', en: 'Issuer line' },
  headerOrg: { vi: 'Cơ quan ban hành', en: 'Issuing body' },
  place: { vi: 'Địa danh', en: 'Place' },
  way: { vi: 'Loại hình khen thưởng', en: 'Kind of commendation' },
  commonSentence: { vi: 'Câu ghi trên bằng', en: 'Sentence on the certificates' },
  ownSentence: { vi: 'Câu ghi riêng trên Bằng', en: 'Own sentence on the certificate' },
  signatoryCapacity: { vi: 'Quyền hạn, chức vụ', en: 'Capacity' },
  signatoryName: { vi: 'Người ký', en: 'Signatory' },
  legalBases: { vi: 'Căn cứ ban hành', en: 'Legal bases' },
  articles: { vi: 'Các điều', en: 'Articles' },
  submissionLetter: { vi: 'Tờ trình', en: 'Submission letter' },
  qrOnCertificates: { vi: 'Mã QR trên bằng', en: 'QR code on certificates' },
  items: { vi: 'Danh sách kèm theo', en: 'Annexed list' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  number: { vi: 'Số, ký hiệu', en: 'Number' },
  decidedOn: { vi: 'Ngày ban hành', en: 'Issued on' },
  goldenBook: { vi: 'Số sổ vàng', en: 'Golden book numbers' },
  prize: { vi: 'Tiền thưởng', en: 'Prize money' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  cancelGround: { vi: 'Căn cứ hủy bỏ', en: 'Ground for cancelling' },
  cancelNumber: { vi: 'Quyết định hủy bỏ', en: 'Cancelling decision' },
  cancelledOn: { vi: 'Ngày hủy bỏ', en: 'Cancelled on' },
};
