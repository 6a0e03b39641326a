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
  'exemplar.sharing-asked': {
    vi: 'Đã đề nghị phổ biến; người duyệt của đơn vị Cụm trưởng đang xem xét.',
    en: 'Sharing was proposed already; the approver of the chair has it.',
  },
  'exemplar.sharing-approved': {
    vi: 'Điển hình này đã được phổ biến ngoài Cụm.',
    en: 'This exemplar is shared beyond the cluster already.',
  },
  'exemplar.sharing-needs-story': {
    vi: 'Chưa có câu chuyện. Bấm “Sửa” để viết cách làm và kết quả rồi mới đề nghị phổ biến.',
    en: 'It has no story yet. Choose “Edit” and tell how it was done before proposing it.',
  },
  'exemplar.sharing-not-asked': {
    vi: 'Điển hình này chưa được đề nghị phổ biến, hoặc đã có quyết định. Tải lại trang để xem trạng thái mới.',
    en: 'Nobody proposed to share this exemplar, or it has been decided. Load the page again.',
  },
  'exemplar.sharing-not-approver': {
    vi: 'Chỉ người duyệt của đơn vị Cụm trưởng ({chair}) quyết định việc phổ biến ngoài Cụm.',
    en: 'Only the approver of the chair ({chair}) decides on sharing beyond the cluster.',
  },
  'exemplar.decline-needs-reason': {
    vi: 'Nêu lý do (ít nhất {leastCount} ký tự) để đơn vị biết cần bổ sung gì.',
    en: 'Give the reason (at least {leastCount} characters), so that the unit knows what is missing.',
  },
  'exemplar.fields-not-chair': {
    vi: 'Chỉ cơ quan thường trực của đơn vị Cụm trưởng ({chair}) được gắn lĩnh vực cho chỉ tiêu.',
    en: 'Only the standing office of the chair ({chair}) may set the fields of indicators.',
  },
  'exemplar.unknown-indicator': {
    vi: 'Có chỉ tiêu không thuộc năm thi đua này. Tải lại trang rồi gắn lại lĩnh vực.',
    en: 'One of the indicators is not asked in this year. Load the page again and retry.',
  },
  'exemplar.indicator-twice': {
    vi: 'Một chỉ tiêu được gửi hai lần trong danh sách. Tải lại trang rồi gắn lại lĩnh vực.',
    en: 'One of the indicators was sent twice. Load the page again and retry.',
  },
  'notice.sharing-asked': {
    vi: '{unit} đề nghị phổ biến ngoài Cụm: “{title}”.',
    en: '{unit} proposes to share beyond the cluster: “{title}”.',
  },
  'notice.sharing-approved': {
    vi: '“{title}” đã được phổ biến ngoài Cụm.',
    en: '“{title}” is now shared beyond the cluster.',
  },
  'notice.sharing-declined': {
    vi: 'Chưa đồng ý phổ biến ngoài Cụm “{title}”: {reason}',
    en: 'Not shared beyond the cluster: “{title}”. {reason}',
  },
  'exemplar.removal-needs-reason': {
    vi: 'Nêu lý do gỡ (ít nhất {leastCount} ký tự): lịch sử cập nhật giữ lại lý do này.',
    en: 'Give the reason for removing it (at least {leastCount} characters); the history keeps it.',
  },
};
