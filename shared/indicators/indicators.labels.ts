import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';
import type { Better, IndicatorKind } from '#shared/indicators/indicators.schema.ts';

export const INDICATOR_KIND_LABELS: Readonly<Record<IndicatorKind, Localized>> = {
  stock: { vi: 'Số dư cuối kỳ', en: 'Stock (end of period)' },
  flow: { vi: 'Số trong kỳ', en: 'Flow (during the period)' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
};

export const BETTER_LABELS: Readonly<Record<Better, Localized>> = {
  up: { vi: 'Tăng là tốt', en: 'More is better' },
  down: { vi: 'Giảm là tốt', en: 'Less is better' },
  none: { vi: 'Chỉ thống kê', en: 'Counted, not judged' },
};

export const INDICATOR_ACTION_LABELS: Words = {
  'indicator.created': { vi: 'Thêm chỉ tiêu', en: 'Indicator added' },
  'indicator.saved': { vi: 'Sửa chỉ tiêu', en: 'Indicator edited' },
  'indicator.version-added': { vi: 'Lập phiên bản mới', en: 'New version' },
  'indicator.closed': { vi: 'Ngừng dùng chỉ tiêu', en: 'Indicator no longer asked' },
  'indicator.reopened': { vi: 'Dùng lại chỉ tiêu', en: 'Indicator asked again' },
};

export const INDICATOR_FIELD_LABELS: Words = {
  name: { vi: 'Tên chỉ tiêu', en: 'Name' },
  unitOfMeasure: { vi: 'Đơn vị tính', en: 'Unit of measure' },
  kind: { vi: 'Loại số liệu', en: 'Kind' },
  aggregation: { vi: 'Cách tổng hợp', en: 'Aggregation' },
  weightIndicatorId: { vi: 'Gia quyền theo', en: 'Weighted by' },
  better: { vi: 'Chiều đánh giá', en: 'Better direction' },
  decimals: { vi: 'Số chữ số thập phân', en: 'Decimals' },
  definition: { vi: 'Định nghĩa, cách tính', en: 'Definition' },
  sourceOffice: { vi: 'Nguồn số liệu', en: 'Source' },
  paperWording: { vi: 'Cách ghi trong báo cáo', en: 'Wording on paper' },
  owner: { vi: 'Đơn vị quản lý', en: 'Kept by' },
  validFrom: { vi: 'Dùng từ ngày', en: 'Valid from' },
  validTo: { vi: 'Dùng đến hết ngày', en: 'Valid until' },
  predecessor: { vi: 'Nối số liệu với', en: 'Continues' },
  factor: { vi: 'Hệ số quy đổi', en: 'Conversion' },
};
