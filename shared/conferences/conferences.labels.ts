import type { Localized } from '#shared/core/localized.ts';

/** What the audit calls the events of a conference, of its delegates and of its recommendations. */
export const CONFERENCE_ACTION_LABELS: Readonly<Record<string, Localized>> = {
  'conference.created': { vi: 'Lập Hội nghị', en: 'Conference set up' },
  'conference.saved': { vi: 'Sửa thông tin Hội nghị', en: 'Conference changed' },
  'conference.agenda-saved': { vi: 'Sửa chương trình', en: 'Programme changed' },
  'conference.minutes-saved': { vi: 'Lưu biên bản', en: 'Minutes saved' },
  'conference.closed': { vi: 'Chốt biên bản, ghi nhận đã tổ chức', en: 'Minutes closed, conference held' },
  'conference.minutes-corrected': { vi: 'Đính chính biên bản đã chốt', en: 'Closed minutes corrected' },
  'conference.next-chair-saved': { vi: 'Ghi Cụm trưởng, Cụm phó năm sau', en: 'Next year’s chair and deputy recorded' },
  'delegate.added': { vi: 'Thêm đại biểu', en: 'Delegate added' },
  'delegate.saved': { vi: 'Sửa đại biểu', en: 'Delegate changed' },
  'delegate.removed': { vi: 'Bỏ đại biểu khỏi danh sách', en: 'Delegate removed' },
  'delegate.answered': { vi: 'Trả lời giấy mời', en: 'Invitation answered' },
  'delegate.invitation-sent': { vi: 'Ghi việc gửi giấy mời', en: 'Sending of the invitation recorded' },
  'delegate.marked': { vi: 'Điểm danh', en: 'Attendance marked' },
  'recommendation.created': { vi: 'Ghi ý kiến chỉ đạo, đề nghị', en: 'Recommendation recorded' },
  'recommendation.saved': { vi: 'Sửa ý kiến chỉ đạo, đề nghị', en: 'Recommendation changed' },
  'recommendation.removed': { vi: 'Bỏ ý kiến chỉ đạo, đề nghị', en: 'Recommendation removed' },
  'recommendation-task.reported': { vi: 'Báo kết quả thực hiện', en: 'Outcome reported' },
};

export const CONFERENCE_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  title: { vi: 'Tên Hội nghị', en: 'Title' },
  heldOn: { vi: 'Ngày tổ chức', en: 'Held on' },
  place: { vi: 'Địa điểm', en: 'Place' },
  chairedBy: { vi: 'Chủ trì', en: 'Chaired by' },
  secretary: { vi: 'Thư ký', en: 'Secretary' },
  agenda: { vi: 'Chương trình', en: 'Programme' },
  delegate: { vi: 'Đại biểu', en: 'Delegate' },
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  status: { vi: 'Trạng thái', en: 'State' },
  nextChair: { vi: 'Cụm trưởng, Cụm phó năm sau', en: 'Next year’s chair and deputy' },
};

export const RECOMMENDATION_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  number: { vi: 'Số thứ tự', en: 'Number' },
  content: { vi: 'Nội dung', en: 'Content' },
  madeBy: { vi: 'Người nêu ý kiến', en: 'Made by' },
  madeOn: { vi: 'Ngày ghi nhận', en: 'Made on' },
  leadOffice: { vi: 'Cơ quan chủ trì', en: 'Lead office' },
  leadUnits: { vi: 'Đơn vị thực hiện', en: 'Lead units' },
  coordinating: { vi: 'Cơ quan phối hợp', en: 'Coordinating' },
  measure: { vi: 'Cách đo', en: 'Measure' },
  dueOn: { vi: 'Thời hạn', en: 'Due date' },
};

export const RECOMMENDATION_TASK_FIELD_LABELS: Readonly<Record<string, Localized>> = {
  status: { vi: 'Tình trạng', en: 'State' },
  outcome: { vi: 'Kết quả thực hiện', en: 'Outcome' },
};
