import type { Localized } from '#shared/core/localized.ts';

/** What the audit calls the events of a registration. */
export const REGISTRATION_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'registration.saved': { vi: 'Ghi đăng ký thi đua', en: 'Registration of titles saved' },
  'registration.sent': { vi: 'Gửi đăng ký thi đua', en: 'Registration of titles sent' },
  'registration.recalled': { vi: 'Mở lại đăng ký thi đua để sửa', en: 'Registration of titles reopened' },
};

/** The fields of a registration; each title goes by its own name. */
export const REGISTRATION_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  status: { vi: 'Trạng thái', en: 'State' },
};
