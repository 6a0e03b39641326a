import type { Localized } from '#shared/core/localized.ts';

export const COLLECTING_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'collecting.asked': { vi: 'Giao sở, ngành cung cấp số', en: 'Asked an office for figures' },
  'collecting.due-set': { vi: 'Sửa hạn cung cấp số', en: 'Changed the date to answer by' },
  'collecting.link-made': { vi: 'Tạo liên kết cung cấp số', en: 'Made a link to answer by' },
  'collecting.link-revoked': { vi: 'Thu hồi liên kết cung cấp số', en: 'Revoked the link' },
  'collecting.answered': { vi: 'Sở, ngành cung cấp số', en: 'The office answered' },
  'collecting.asked-again': { vi: 'Đề nghị cung cấp lại', en: 'Asked again' },
  'collecting.withdrawn': { vi: 'Thu hồi yêu cầu cung cấp số', en: 'Withdrew the request' },
  'collecting.merged': { vi: 'Ghép số sở, ngành cung cấp', en: 'Merged the answers of the office' },
};

export const COLLECTING_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  office: { vi: 'Sở, ngành', en: 'Office' },
  figures: { vi: 'Chỉ tiêu', en: 'Indicators' },
  dueOn: { vi: 'Hạn trả lời', en: 'Answer by' },
  link: { vi: 'Liên kết', en: 'Link' },
  status: { vi: 'Trạng thái', en: 'Status' },
  outcome: { vi: 'Kết quả ghép', en: 'Outcome' },
};
