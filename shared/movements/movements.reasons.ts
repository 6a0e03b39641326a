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
