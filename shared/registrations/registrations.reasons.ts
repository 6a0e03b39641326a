import type { Words } from '#shared/core/wording.ts';

export const REGISTRATION_REASONS: Words = {
  'registration.not-own-unit': {
    vi: 'Chỉ chuyên viên, cán bộ tổng hợp của chính đơn vị được ghi đăng ký thi đua của đơn vị.',
    en: 'Only the specialist or reporter of a unit may keep its registration of titles.',
  },
  'registration.not-member': {
    vi: 'Đơn vị này không phải thành viên của Cụm trong năm thi đua.',
    en: 'This unit was not a member of the cluster in this year.',
  },
  'registration.sent': {
    vi: 'Đăng ký đã gửi lúc {sentAt}. Bấm “Mở lại để sửa” trước khi sửa.',
    en: 'It was sent at {sentAt}. Choose “Reopen” before changing it.',
  },
  'registration.not-sent': { vi: 'Đăng ký đang là bản nháp.', en: 'It is a draft already.' },
  'registration.empty': {
    vi: 'Chưa đăng ký danh hiệu, hình thức nào. Nhập ít nhất một số lớn hơn 0 rồi gửi.',
    en: 'No title is registered yet. Enter at least one count above 0 before sending.',
  },
  'registration.changed-meanwhile': {
    vi: 'Đăng ký vừa được người khác thay đổi lúc bạn đang nhập. Nội dung của bạn chưa được ghi; hãy tải lại trang để so rồi nhập lại.',
    en: 'Somebody else changed this registration while you were typing. Yours was not saved; load the page again and compare.',
  },
  'registration.unknown-title': {
    vi: 'Không có danh hiệu, hình thức mang mã {code} trong danh mục.',
    en: 'There is no award form with the code {code} in the catalogue.',
  },
  'registration.title-twice': {
    vi: '{title}: đã có một dòng khác. Gộp hai dòng lại.',
    en: '{title}: there is another line for it. Join the two.',
  },
  'registration.not-for-collective': {
    vi: '{title} không dành cho tập thể. Để trống ô này.',
    en: '{title} is not given to collectives. Leave this field empty.',
  },
  'registration.not-for-individual': {
    vi: '{title} không dành cho cá nhân. Để trống ô này.',
    en: '{title} is not given to individuals. Leave this field empty.',
  },
  'registration.count-negative': {
    vi: '{title}: số đăng ký {foundCount} nhỏ hơn 0. Nhập số từ 0 trở lên.',
    en: '{title}: the count {foundCount} is below 0. Enter 0 or more.',
  },
  'registration.count-too-large': {
    vi: '{title}: số đăng ký {foundCount} lớn hơn {mostCount}. Kiểm tra lại số đã gõ.',
    en: '{title}: the count {foundCount} is above {mostCount}. Check what was typed.',
  },
  'registration.more-names': {
    vi: '{title}: danh sách có {nameCount} tên, nhiều hơn số đăng ký {foundCount}. Sửa số hoặc bớt tên.',
    en: '{title}: {nameCount} names are listed for a count of {foundCount}. Correct the count or the list.',
  },
  'registration.name-empty': {
    vi: '{title}: dòng tên {row} đang trống. Nhập tên hoặc xóa dòng.',
    en: '{title}: name {row} is empty. Enter it or delete the line.',
  },
  'registration.name-twice': {
    vi: '{title}: “{name}” ở dòng {row} đã có ở dòng {first}. Nếu là hai người trùng tên, ghi thêm chức vụ, đơn vị.',
    en: '{title}: “{name}” in line {row} stands in line {first} already. If they are two people, add position or unit.',
  },
  'notice.registration-sent': {
    vi: '{unit} đã gửi đăng ký thi đua {year}.',
    en: '{unit} has sent its registration of titles, {year}.',
  },
};
