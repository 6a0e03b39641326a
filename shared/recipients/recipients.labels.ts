import type { Localized } from '#shared/core/localized.ts';

export const RECIPIENT_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'recipient.created': { vi: 'Thêm tập thể, cá nhân', en: 'Recipient added' },
  'recipient.saved': { vi: 'Sửa thông tin tập thể, cá nhân', en: 'Recipient changed' },
  'recipient.renamed': { vi: 'Đổi tên', en: 'Renamed' },
  'recipient.moved': { vi: 'Chuyển đơn vị, nơi công tác', en: 'Moved to another post' },
  'recipient.cccd-set': { vi: 'Ghi số căn cước', en: 'Citizen number written' },
  'recipient.cccd-opened': { vi: 'Mở xem số căn cước', en: 'Citizen number opened' },
  'recipient.number-asked': { vi: 'Tra hồ sơ theo số căn cước', en: 'Records looked up by citizen number' },
  'recipient.ethnicity-set': { vi: 'Ghi dân tộc', en: 'Ethnicity written' },
  'recipient.ethnicity-opened': { vi: 'Mở xem dân tộc', en: 'Ethnicity opened' },
  'recipient.held': { vi: 'Tạm dừng xét khen thưởng', en: 'Commendation suspended' },
  'recipient.hold-lifted': { vi: 'Gỡ tạm dừng xét khen thưởng', en: 'Suspension lifted' },
  'recipient.line-added': { vi: 'Ghi sáp nhập, chia tách', en: 'Merger or split recorded' },
  'recipient.line-removed': { vi: 'Gỡ sáp nhập, chia tách ghi nhầm', en: 'Merger or split taken back' },
};

export const RECIPIENT_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  recipientKind: { vi: 'Đối tượng', en: 'Kind' },
  name: { vi: 'Tên', en: 'Name' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birth: { vi: 'Ngày sinh', en: 'Date of birth' },
  founded: { vi: 'Ngày thành lập', en: 'Founded' },
  positionHeld: { vi: 'Chức vụ', en: 'Position' },
  place: { vi: 'Nơi công tác, địa chỉ', en: 'Workplace or address' },
  unitId: { vi: 'Đơn vị', en: 'Unit' },
  changedOn: { vi: 'Kể từ ngày', en: 'From' },
  document: { vi: 'Văn bản', en: 'Document' },
  idNumber: { vi: 'Số căn cước', en: 'Citizen number' },
  sensitive: { vi: 'Dân tộc', en: 'Ethnicity' },
  opened: { vi: 'Đã mở xem', en: 'Opened' },
  hold: { vi: 'Tạm dừng xét khen thưởng', en: 'Suspension' },
  into: { vi: 'Sáp nhập vào', en: 'Merged into' },
  from: { vi: 'Chia tách từ', en: 'Split from' },
  out: { vi: 'Chia tách thành', en: 'Split into' },
  of: { vi: 'Hình thành từ', en: 'Formed from' },
  onDate: { vi: 'Ngày', en: 'Day' },
};

/** A value that changed and is not told. */
export const VEILED: Localized = { vi: '•••• (đã thay đổi)', en: '•••• (changed)' };
