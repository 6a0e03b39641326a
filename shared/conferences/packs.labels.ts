import type { Localized } from '#shared/core/localized.ts';

export const PACK_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'conference-pack.asked': { vi: 'Yêu cầu lập bộ tài liệu Hội nghị', en: 'Conference papers asked for' },
  'conference-pack.made': { vi: 'Lập bộ tài liệu Hội nghị', en: 'Conference papers made' },
  'conference-pack.sent': { vi: 'Đánh dấu đã gửi bộ tài liệu Hội nghị', en: 'Conference papers marked as sent' },
  'conference-pack.cleared': { vi: 'Dọn bản chưa gửi cũ', en: 'Old unsent version cleared' },
  'paper-template.uploaded': { vi: 'Tải mẫu văn bản lên', en: 'Template uploaded' },
  'paper-template.used': { vi: 'Chọn mẫu để dùng', en: 'Template put to use' },
  'paper-template.left': { vi: 'Dùng lại mẫu của hệ thống', en: 'Back to the program’s own template' },
};

export const PACK_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  number: { vi: 'Bản số', en: 'Version' },
  sha256: { vi: 'Mã kiểm tra (SHA-256)', en: 'Checksum (SHA-256)' },
  papers: { vi: 'Gồm', en: 'Contains' },
  sentTo: { vi: 'Gửi đến', en: 'Sent to' },
  sentNote: { vi: 'Ghi chú khi gửi', en: 'Note on sending' },
  template: { vi: 'Mẫu đang dùng', en: 'Template in use' },
  paper: { vi: 'Văn bản', en: 'Paper' },
};
