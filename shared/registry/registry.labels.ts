import type { Localized } from '#shared/core/localized.ts';

export const AWARD_STATUS_LABELS: Readonly<Record<'active' | 'cancelled', Localized>> = {
  active: { vi: 'Có hiệu lực', en: 'In force' },
  cancelled: { vi: 'Đã hủy bỏ', en: 'Cancelled' },
};

export const REGISTRY_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'award.recorded': { vi: 'Ghi bổ sung vào Sổ khen thưởng', en: 'Past award recorded' },
  'award.ethnicity-filtered': { vi: 'Lọc Sổ khen thưởng theo dân tộc', en: 'Register filtered by ethnicity' },
};

export const REGISTRY_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  name: { vi: 'Tên tập thể, họ và tên', en: 'Name' },
  printedPlace: { vi: 'Chức vụ, đơn vị, địa chỉ', en: 'Position, unit, address' },
  awardCode: { vi: 'Hình thức khen thưởng', en: 'Award' },
  year: { vi: 'Năm thành tích', en: 'Year of achievement' },
  decisionNumber: { vi: 'Số quyết định', en: 'Decision number' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Decision date' },
  unitId: { vi: 'Đơn vị', en: 'Unit' },
  way: { vi: 'Loại hình', en: 'Kind of commendation' },
};
