import type { Words } from '#shared/core/wording.ts';

/** What the audit calls the events of a unit. */
export const UNIT_ACTION_LABELS: Words = {
  'unit.added': { vi: 'Thêm đơn vị', en: 'Unit added' },
  'unit.renamed': { vi: 'Đổi tên đơn vị', en: 'Unit renamed' },
  'unit.merged': { vi: 'Sáp nhập đơn vị', en: 'Unit merged' },
  'unit.split': { vi: 'Chia tách đơn vị', en: 'Unit split' },
  'unit.formed': { vi: 'Tiếp nhận đơn vị khác', en: 'Took over another unit' },
  'unit.closed': { vi: 'Kết thúc hoạt động', en: 'Unit closed' },
  'unit.moved': { vi: 'Chuyển đơn vị cấp trên', en: 'Moved to another parent' },
};

/** The fields of a unit as forms and the history name them. */
export const UNIT_FIELD_LABELS: Words = {
  name: { vi: 'Tên', en: 'Name' },
  fullName: { vi: 'Tên đầy đủ', en: 'Full name' },
  kind: { vi: 'Loại đơn vị', en: 'Kind' },
  parent: { vi: 'Đơn vị cấp trên', en: 'Parent' },
  code: { vi: 'Mã', en: 'Code' },
  validFrom: { vi: 'Có từ ngày', en: 'Exists from' },
  validTo: { vi: 'Đến hết ngày', en: 'Exists until' },
  document: { vi: 'Văn bản', en: 'Legal document' },
  mergedInto: { vi: 'Sáp nhập vào', en: 'Merged into' },
  formedFrom: { vi: 'Hình thành từ', en: 'Formed from' },
  effectiveOn: { vi: 'Ngày có hiệu lực', en: 'Effective from' },
};
