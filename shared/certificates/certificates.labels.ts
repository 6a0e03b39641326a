import type { Localized } from '#shared/core/localized.ts';

/** Actions of the history of certificates. */
export const CERTIFICATE_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'certificate.made': { vi: 'Cấp số sổ vàng cho bằng', en: 'Certificate entered into the golden book' },
  'certificate.print-made': { vi: 'Tạo bản in của bằng', en: 'Made a print of the certificate' },
  'certificate.printed': { vi: 'Ghi nhận đã in', en: 'Recorded as printed' },
  'certificate.signed': { vi: 'Ghi nhận đã ký', en: 'Recorded as signed' },
  'certificate.sealed': { vi: 'Ghi nhận đã đóng dấu', en: 'Recorded as sealed' },
  'certificate.handed': { vi: 'Ghi nhận đã trao', en: 'Recorded as handed over' },
  'certificate.cancelled': { vi: 'Bằng mất giá trị do quyết định bị hủy bỏ', en: 'Void: the decision was cancelled' },
};

export const CERTIFICATE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  status: { vi: 'Trạng thái', en: 'Status' },
  goldenBookNumber: { vi: 'Số sổ vàng', en: 'Golden book number' },
  printCount: { vi: 'Số lần tạo bản in', en: 'Prints made' },
  handedOn: { vi: 'Ngày trao', en: 'Handed over on' },
  handedTo: { vi: 'Người nhận', en: 'Received by' },
  cancelledOn: { vi: 'Ngày hủy bỏ', en: 'Cancelled on' },
};
