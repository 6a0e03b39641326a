import type { Localized } from '#shared/core/localized.ts';

/** What a pledge's history calls what happened. */
export const PLEDGE_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'pledge.signed': { vi: 'Ký kết giao ước', en: 'Signed the pledge' },
};
export const PLEDGE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  signedOn: { vi: 'Ngày ký', en: 'Signed on' },
  capacity: { vi: 'Chức vụ người ký', en: 'Capacity of the signatory' },
};
