import type { Words } from '#shared/core/wording.ts';

export const EXEMPLAR_REASONS: Words = {
  'exemplar.not-found': {
    vi: 'Không tìm thấy điển hình, mô hình này; có thể đã được gỡ, hoặc không thuộc Cụm của đơn vị bạn.',
    en: 'No such exemplar. It may have been removed, or it belongs to a cluster your unit is not in.',
  },
  'exemplar.not-editor': {
    vi: 'Chỉ cán bộ tổng hợp của {unit} và cơ quan thường trực của đơn vị Cụm trưởng ({chair}) được sửa, gỡ điển hình này. Nếu nội dung chưa đúng, hãy đề nghị {unit} sửa.',
    en: 'Only the reporter of {unit} and the standing office of the chair ({chair}) may change or remove this exemplar. If something is wrong, ask {unit} to correct it.',
  },
  'exemplar.not-own-unit': {
    vi: 'Bạn chỉ thêm được điển hình của đơn vị mình; đơn vị Cụm trưởng ({chair}) thêm được cho mọi thành viên.',
    en: 'You can only add exemplars of your own unit; the chair ({chair}) can add them for every member.',
  },
  'exemplar.not-member': {
    vi: 'Đơn vị được chọn không phải thành viên của Cụm trong năm thi đua này. Hãy chọn một đơn vị thành viên.',
    en: 'The chosen unit was not a member of the cluster in this year. Choose a member.',
  },
  'exemplar.changed-meanwhile': {
    vi: '{who} đã thay đổi điển hình này lúc {changedAt} ({what}). Nội dung bạn đang nhập chưa được ghi đè; hãy so hai bản rồi chọn.',
    en: '{who} changed this exemplar at {changedAt} ({what}). Nothing you typed was overwritten; compare the two versions and choose.',
  },
  'exemplar.title-missing': {
    vi: 'Nhập tên điển hình, mô hình.',
    en: 'Enter the title of the exemplar.',
  },
  'exemplar.title-short': {
    vi: 'Tên “{found}” quá ngắn, cần ít nhất {leastCount} ký tự để người khác tìm được.',
    en: 'The title “{found}” is too short; at least {leastCount} characters are needed for others to find it.',
  },
  'exemplar.story-html': {
    vi: 'Câu chuyện chỉ nhận chữ thường, không nhận mã HTML: tìm thấy “{found}”. Hãy xóa mã này; muốn tách đoạn thì để một dòng trống.',
    en: 'The story is plain text and takes no HTML: “{found}” was found. Delete it; to start a new paragraph leave an empty line.',
  },
  'exemplar.text-html': {
    vi: 'Ô này chỉ nhận chữ thường, không nhận mã HTML: tìm thấy “{found}”. Hãy xóa mã này.',
    en: 'This field is plain text and takes no HTML: “{found}” was found. Delete it.',
  },
  'exemplar.removal-needs-reason': {
    vi: 'Nêu lý do gỡ (ít nhất {leastCount} ký tự): lịch sử cập nhật giữ lại lý do này.',
    en: 'Give the reason for removing it (at least {leastCount} characters); the history keeps it.',
  },
};
