import type { Words } from '#shared/core/wording.ts';

export const MAIL_ACTION_LABELS: Words = {
  'mail.setting-saved': { vi: 'Đổi cách nhận thư', en: 'Changed which letters they get' },
  'mail.letter-resent': { vi: 'Cho gửi lại thư', en: 'Let a letter be sent again' },
  'mail.letter-dropped': { vi: 'Bỏ thư chờ gửi', en: 'Dropped a waiting letter' },
  'mail.test-written': { vi: 'Gửi thư thử', en: 'Sent a test letter' },
};

export const MAIL_SETTING_FIELD_LABELS: Words = {
  mailAddress: { vi: 'Địa chỉ thư điện tử', en: 'E-mail address' },
  letters: { vi: 'Nhận thư', en: 'Letters' },
  digest: { vi: 'Thư tóm tắt hằng ngày', en: 'Daily digest' },
};
export const MAIL_FIELD_LABELS: Words = {
  status: { vi: 'Trạng thái', en: 'Status' },
};
