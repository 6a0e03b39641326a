import type { Localized } from '#shared/core/localized.ts';

/** What the audit calls the events of movements and of the launch of a year. */
export const MOVEMENT_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'movement.created': { vi: 'Thêm phong trào thi đua', en: 'Movement added' },
  'movement.saved': { vi: 'Sửa phong trào thi đua', en: 'Movement changed' },
  'movement.taken-up': { vi: 'Đưa phong trào vào năm thi đua', en: 'Movement taken up into the year' },
  'movement.dropped': { vi: 'Gỡ phong trào khỏi năm thi đua', en: 'Movement removed from the year' },
  'movement.sent': { vi: 'Gửi phong trào đến các thành viên', en: 'Movement sent to the members' },
  'movement.confirmed': { vi: 'Xác nhận tham gia phong trào', en: 'Taking part in the movement confirmed' },
  'movement.review-saved': { vi: 'Ghi sơ kết, tổng kết phong trào', en: 'Review of the movement recorded' },
  'launch.saved': { vi: 'Ghi nội dung phát động', en: 'Launch recorded' },
};

/** The fields of a movement as forms and the history name them. */
export const MOVEMENT_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  name: { vi: 'Tên phong trào', en: 'Name' },
  kind: { vi: 'Loại phong trào', en: 'Kind' },
  launchedBy: { vi: 'Cơ quan, người phát động', en: 'Launched by' },
  goal: { vi: 'Mục tiêu', en: 'Goal' },
  periodFrom: { vi: 'Từ ngày', en: 'From' },
  periodTo: { vi: 'Đến ngày', en: 'To' },
  document: { vi: 'Văn bản phát động', en: 'Launching document' },
  year: { vi: 'Năm thi đua', en: 'Emulation year' },
  confirmBy: { vi: 'Hạn xác nhận', en: 'Confirm by' },
  confirmedOn: { vi: 'Ngày xác nhận', en: 'Confirmed on' },
  person: { vi: 'Người xác nhận', en: 'Confirmed by' },
  confirmingDocument: { vi: 'Văn bản của đơn vị', en: 'Document of the unit' },
  note: { vi: 'Ghi chú', en: 'Note' },
  interim: { vi: 'Sơ kết', en: 'Interim review' },
  final: { vi: 'Tổng kết', en: 'Final review' },
};

/** The fields of a launch, which stands in the history of its cluster-year. */
export const LAUNCH_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  launchedOn: { vi: 'Ngày phát động', en: 'Launched on' },
  place: { vi: 'Nơi phát động', en: 'Place of the launch' },
  launchedBy: { vi: 'Cơ quan, người phát động', en: 'Launched by' },
  contents: { vi: 'Nội dung phát động', en: 'Contents of the launch' },
};
