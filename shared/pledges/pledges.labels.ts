import type { Localized } from '#shared/core/localized.ts';

/** What a pledge's history calls what happened. */
export const PLEDGE_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'pledge.created': { vi: 'Lập dự thảo giao ước', en: 'Pledge drafted' },
  'pledge.text-saved': { vi: 'Sửa nội dung giao ước', en: 'Joint text edited' },
  'pledge.progress-saved': { vi: 'Ghi tiến độ thực hiện giao ước', en: 'Progress of the pledge entered' },
  'pledge.rule-saved': { vi: 'Đổi cách đánh giá giao ước', en: 'Rule of judging the pledge changed' },
  'pledge.targets-saved': { vi: 'Đăng ký chỉ tiêu thi đua', en: 'Targets registered' },
  'pledge.consulted': { vi: 'Lấy ý kiến các đơn vị', en: 'Opinions asked for' },
  'pledge.returned': { vi: 'Trở lại dự thảo', en: 'Returned to draft' },
  'pledge.opinion-given': { vi: 'Cho ý kiến dự thảo', en: 'Opinion given' },
  'pledge.agreed': { vi: 'Thống nhất nội dung', en: 'Content agreed and frozen' },
  'pledge.signing-opened': { vi: 'Bắt đầu ký kết', en: 'Opened for signing' },
  'pledge.signed': { vi: 'Ký kết giao ước', en: 'Signed the pledge' },
  'pledge.signature-corrected': { vi: 'Đính chính thông tin ký kết', en: 'Signature record corrected' },
  'pledge.published': { vi: 'Phát hành, lưu giao ước', en: 'Pledge published' },
  'pledge.reopened': { vi: 'Mở lại nội dung', en: 'Content reopened' },
};

/** How the promises of a year are judged; told in the year's history until there is a pledge. */
export const PLEDGE_RULE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  keptFrom: { vi: 'Đạt từ', en: 'Met from' },
  exceededFrom: { vi: 'Vượt từ', en: 'Exceeded from' },
  ruleSource: { vi: 'Căn cứ cách đánh giá', en: 'Source of the rule' },
};

export const PLEDGE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  status: { vi: 'Trạng thái', en: 'Status' },
  jointText: { vi: 'Nội dung giao ước', en: 'Joint text' },
  consultDueOn: { vi: 'Hạn cho ý kiến', en: 'Opinions due on' },
  stance: { vi: 'Ý kiến', en: 'Opinion' },
  opinion: { vi: 'Nội dung đề nghị sửa đổi', en: 'Changes asked for' },
  contentMark: { vi: 'Mã nội dung (SHA-256)', en: 'Content code (SHA-256)' },
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  capacity: { vi: 'Chức vụ người ký', en: 'Capacity of the signatory' },
  signatoryName: { vi: 'Người ký', en: 'Signatory' },
  scan: { vi: 'Bản ký có dấu (tệp quét)', en: 'Signed and sealed page (scan)' },
  leftOut: { vi: 'Bỏ chỉ tiêu của đơn vị đã rời Cụm', en: 'Targets of units that left, taken out' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  voided: { vi: 'Chữ ký hết hiệu lực', en: 'Signatures void' },
  publishedOn: { vi: 'Ngày phát hành', en: 'Published on' },
  place: { vi: 'Nơi ký kết', en: 'Place of signing' },
  ...PLEDGE_RULE_FIELD_LABELS,
};
