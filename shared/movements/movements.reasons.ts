import type { Words } from '#shared/core/wording.ts';

export const MOVEMENT_REASONS: Words = {
  'movement.not-found': {
    vi: 'Không tìm thấy phong trào này trong năm thi đua, hoặc phong trào không thuộc phạm vi của đơn vị bạn.',
    en: 'No such movement in this emulation year, or it is outside your unit.',
  },
  'movement.not-chair': {
    vi: 'Chỉ cơ quan thường trực của đơn vị Cụm trưởng ({chair}) được đưa phong trào vào năm, thêm, sửa, gỡ phong trào của Cụm.',
    en: 'Only the standing office of the chair ({chair}) may take movements into the year and add, change or remove the cluster’s movements.',
  },
  'movement.year-draft': {
    vi: 'Năm thi đua này còn là bản dự thảo, các đơn vị chưa thấy. Công bố ở trang Kế hoạch năm rồi làm việc này.',
    en: 'This emulation year is still a draft and members do not see it. Publish it on the page of the year plan first.',
  },
  'movement.not-admin': {
    vi: 'Phong trào do Thủ tướng Chính phủ phát động dùng chung cho mọi cụm, khối; chỉ quản trị hệ thống được thêm, sửa.',
    en: 'Movements of the Prime Minister are shared by all clusters; only the system administrator may add or change them.',
  },
  'movement.not-own-province': {
    vi: 'Chỉ cán bộ của tỉnh phát động được thêm, sửa, gỡ phong trào của tỉnh.',
    en: 'Only staff of the province that launched it may add, change or remove a provincial movement.',
  },
  'movement.taken-up': {
    vi: 'Phong trào “{name}” đã có trong {year}.',
    en: 'The movement “{name}” is in {year} already.',
  },
  'movement.changed-meanwhile': {
    vi: '{who} đã thay đổi phong trào này lúc {changedAt} ({what}). Nội dung bạn đang nhập chưa được ghi đè; hãy so hai bản rồi chọn.',
    en: '{who} changed this movement at {changedAt} ({what}). Nothing you typed was overwritten; compare the two versions and choose.',
  },
  'movement.name-missing': { vi: 'Nhập tên phong trào.', en: 'Enter the name of the movement.' },
  'movement.launcher-missing': {
    vi: 'Nhập cơ quan, người phát động phong trào.',
    en: 'Enter who launched the movement.',
  },
  'movement.period-backwards': {
    vi: 'Ngày kết thúc {toOn} trước ngày bắt đầu {fromOn}. Nhập ngày kết thúc từ {fromOn} trở đi.',
    en: 'The movement ends on {toOn}, before it begins on {fromOn}. Enter {fromOn} or later.',
  },
  'movement.text-html': {
    vi: 'Ô này chỉ nhận chữ thường, không nhận mã HTML: tìm thấy “{found}”. Hãy xóa mã này.',
    en: 'This field is plain text and takes no HTML: “{found}” was found. Delete it.',
  },
  'movement.not-for-members': {
    vi: 'Phong trào của một tỉnh chỉ gửi đến thành viên trong cụm, khối do tỉnh đó tổ chức; các tỉnh khác trong Cụm xem để tham khảo.',
    en: 'A province’s movement goes to members only in clusters the province organises; its peers see it for information.',
  },
  'movement.over': {
    vi: 'Phong trào đã kết thúc ngày {endedOn}, không gửi đến thành viên được nữa.',
    en: 'The movement ended on {endedOn}; it can no longer be sent to the members.',
  },
  'movement.sent-same-day': {
    vi: 'Phong trào đã gửi đến các thành viên với hạn xác nhận {byOn}. Muốn gửi lại, hãy chọn một ngày khác.',
    en: 'The movement has been sent to the members, to be confirmed by {byOn}. To send it again choose another day.',
  },
  'movement.due-past': {
    vi: 'Hạn xác nhận {foundOn} đã qua (hôm nay là {todayOn}). Chọn ngày từ hôm nay trở đi.',
    en: '{foundOn} is past (today is {todayOn}). Choose today or later.',
  },
  'movement.confirmed-by-members': {
    vi: 'Đã có {memberCount} đơn vị xác nhận tham gia phong trào này, nên không gỡ khỏi năm thi đua được.',
    en: '{memberCount|member has|members have} confirmed taking part in this movement, so it stays in the year.',
  },
  'movement.not-sent': {
    vi: 'Phong trào chưa được gửi đến các thành viên nên chưa cần xác nhận.',
    en: 'The movement has not been sent to the members, so there is nothing to confirm yet.',
  },
  'movement.not-member': {
    vi: 'Chỉ chuyên viên, cán bộ tổng hợp của chính đơn vị thành viên xác nhận cho đơn vị mình.',
    en: 'Only the specialist or reporter of a member confirms for that member.',
  },
  'movement.person-missing': { vi: 'Nhập người xác nhận.', en: 'Enter who confirms.' },
  'movement.day-ahead': {
    vi: 'Ngày {foundOn} chưa đến (hôm nay là {todayOn}). Chọn hôm nay hoặc ngày đã qua.',
    en: '{foundOn} has not come yet (today is {todayOn}). Choose today or an earlier day.',
  },
  'movement.review-empty': { vi: 'Nhập nội dung sơ kết, tổng kết.', en: 'Enter what the review says.' },
  'movement.review-before-start': {
    vi: 'Ngày {foundOn} trước khi phong trào bắt đầu ({fromOn}). Chọn ngày từ {fromOn}.',
    en: '{foundOn} is before the movement began ({fromOn}). Choose {fromOn} or later.',
  },
  'movement.part-changed-meanwhile': {
    vi: 'Nội dung này vừa được người khác thay đổi. Nội dung bạn nhập chưa được ghi; hãy đóng, mở lại rồi nhập lại.',
    en: 'Somebody else has just changed this. What you typed was not saved; close, open again and retry.',
  },
  'notice.movement-sent': {
    vi: 'Cụm đề nghị xác nhận tham gia phong trào “{name}” trước {byOn}.',
    en: 'The cluster asks your unit to confirm taking part in “{name}” by {byOn}.',
  },
  'notice.movement-confirmed': {
    vi: '{unit} đã xác nhận tham gia phong trào “{name}”.',
    en: '{unit} has confirmed taking part in “{name}”.',
  },
  'launch.not-chair': {
    vi: 'Chỉ cơ quan thường trực của đơn vị Cụm trưởng ({chair}) được ghi, sửa nội dung phát động của Cụm.',
    en: 'Only the standing office of the chair ({chair}) may record or change the launch of the cluster.',
  },
  'launch.changed-meanwhile': {
    vi: '{who} đã thay đổi nội dung phát động lúc {changedAt} ({what}). Nội dung bạn đang nhập chưa được ghi đè; hãy so hai bản rồi chọn.',
    en: '{who} changed the launch at {changedAt} ({what}). Nothing you typed was overwritten; compare the two versions and choose.',
  },
  'launch.launcher-missing': { vi: 'Nhập cơ quan, người phát động.', en: 'Enter who launched the year.' },
  'launch.contents-missing': {
    vi: 'Nhập ít nhất một nội dung phát động.',
    en: 'Enter at least one content of the launch.',
  },
  'launch.content-empty': {
    vi: 'Nội dung này đang trống. Nhập nội dung, hoặc gỡ dòng này.',
    en: 'This line is empty. Fill it in or remove it.',
  },
  'launch.after-year': {
    vi: 'Ngày phát động {foundOn} sau ngày kết thúc năm thi đua {endsOn}. Chọn ngày trong năm thi đua hoặc trước đó.',
    en: 'The launch on {foundOn} is after the emulation year ends on {endsOn}. Choose a day in the year or before it.',
  },
  'launch.too-early': {
    vi: 'Ngày phát động {foundOn} quá xa trước năm thi đua (bắt đầu {startsOn}). Kiểm tra lại năm; sớm nhất là {earliestOn}.',
    en: 'The launch on {foundOn} is too long before the emulation year (from {startsOn}). Check the year; {earliestOn} at the earliest.',
  },
};
