import type { Localized } from '#shared/core/localized.ts';
import type { NominationStep } from '#shared/nominations/nominations.rules.ts';

/** What the audit calls the events of a nomination. */
export const NOMINATION_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'nomination.created': { vi: 'Lập hồ sơ đề nghị', en: 'Nomination opened' },
  'nomination.saved': { vi: 'Sửa hồ sơ đề nghị', en: 'Nomination changed' },
  'nomination.submitted': { vi: 'Gửi hồ sơ đề nghị', en: 'Nomination sent' },
  'nomination.withdrawn': { vi: 'Rút hồ sơ đề nghị', en: 'Nomination withdrawn' },
  'nomination.checked': { vi: 'Thẩm định xong', en: 'Nomination checked' },
  'nomination.supplement-asked': { vi: 'Đề nghị bổ sung hồ sơ', en: 'Asked to complete' },
  'nomination.ethnicity-set': { vi: 'Ghi dân tộc', en: 'Ethnicity recorded' },
  'nomination.ethnicity-opened': { vi: 'Mở xem dân tộc', en: 'Ethnicity opened' },
  'nomination.refused': { vi: 'Kết luận không đủ điều kiện', en: 'Found not eligible' },
};

/** The fields of a nomination as forms and the history name them. */
export const NOMINATION_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  name: { vi: 'Tên tập thể, họ và tên', en: 'Name' },
  printedName: { vi: 'Tên in trên Bằng', en: 'Name as printed' },
  printedPlace: { vi: 'Chức vụ, đơn vị, địa chỉ in trên Bằng', en: 'Position, unit, address as printed' },
  salutation: { vi: 'Xưng hô', en: 'Salutation' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  birthYear: { vi: 'Năm sinh', en: 'Year of birth' },
  positionHeld: { vi: 'Chức vụ, nghề nghiệp', en: 'Position, occupation' },
  workplace: { vi: 'Đơn vị công tác, nơi ở', en: 'Workplace, residence' },
  sensitive: { vi: 'Dân tộc', en: 'Ethnicity' },
  opened: { vi: 'Dữ liệu nhạy cảm đã mở', en: 'Sensitive data opened' },
  personClass: { vi: 'Phân loại đối tượng', en: 'Class of person' },
  areaClass: { vi: 'Khu vực', en: 'Class of area' },
  isBorderArea: { vi: 'Xã biên giới', en: 'Border commune' },
  isSmallCollective: { vi: 'Tập thể nhỏ', en: 'Small collective' },
  headcount: { vi: 'Số người', en: 'Headcount' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  achievement: { vi: 'Tóm tắt thành tích', en: 'Summary of achievement' },
  proposalNumber: { vi: 'Số, ký hiệu công văn đề nghị', en: 'Number of the proposing letter' },
  proposalOn: { vi: 'Ngày công văn đề nghị', en: 'Date of the letter' },
  status: { vi: 'Trạng thái', en: 'State' },
  supplementReason: { vi: 'Nội dung cần bổ sung', en: 'What to complete' },
  supplementDueOn: { vi: 'Hạn bổ sung', en: 'Complete by' },
  checkNote: { vi: 'Ý kiến thẩm định', en: 'Note of the check' },
  file: { vi: 'Tài liệu minh chứng', en: 'Document' },
  daysLate: { vi: 'Số ngày gửi trễ', en: 'Days late' },
};

/** The steps as buttons. */
export const NOMINATION_STEP_LABELS: Readonly<Record<NominationStep, Localized>> = {
  save: { vi: 'Lưu', en: 'Save' },
  submit: { vi: 'Gửi hồ sơ', en: 'Send' },
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  check: { vi: 'Thẩm định', en: 'Check' },
  askSupplement: { vi: 'Đề nghị bổ sung', en: 'Ask to complete' },
  refuse: { vi: 'Không đủ điều kiện', en: 'Not eligible' },
};
