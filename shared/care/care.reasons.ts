import type { Words } from '#shared/core/wording.ts';

export const CARE_REASONS: Words = {
  'care.minority-closed': {
    vi: 'Bạn xem được con số, không xem được danh sách: dân tộc là dữ liệu nhạy cảm. Chỉ chuyên viên, người duyệt của đơn vị Cụm trưởng ({chair}), quản trị và giám sát được mở.',
    en: 'You may see the number, not the list: ethnicity is sensitive. Only the staff of the leading unit ({chair}), administrators and auditors may open it.',
  },
  'care.not-leading': {
    vi: 'Chỉ chuyên viên, người duyệt của đơn vị Cụm trưởng ({chair}) đặt mục tiêu cơ cấu khen thưởng.',
    en: 'Only the staff of the leading unit ({chair}) sets the aims.',
  },
  'care.aim-twice': {
    vi: 'Mục tiêu “{lens}” được gửi hai lần. Giữ một dòng rồi lưu lại.',
    en: 'The aim “{lens}” was sent twice. Keep one line and save again.',
  },
  'care.changed-meanwhile': {
    vi: '{who} đã đổi mục tiêu lúc {changedAt} ({what}). Xem bản mới rồi chọn từng mục tiêu; nội dung bạn nhập chưa bị mất.',
    en: '{who} changed the aims at {changedAt} ({what}). Look at the new ones and choose; nothing you typed is lost.',
  },
  'nomination.ethnicity-closed': {
    vi: 'Dân tộc là dữ liệu nhạy cảm: chỉ cán bộ tổng hợp của đơn vị đề nghị, cán bộ của đơn vị Cụm trưởng, quản trị và giám sát được xem.',
    en: 'Ethnicity is sensitive: only the proposing unit, the leading unit, administrators and auditors may see it.',
  },
  'nomination.ethnicity-of-person': {
    vi: 'Dân tộc chỉ ghi cho cá nhân, không ghi cho tập thể, hộ gia đình.',
    en: 'Ethnicity is recorded for individuals only.',
  },
  'nomination.ethnicity-changed-meanwhile': {
    vi: '{who} vừa ghi dân tộc của người này lúc {changedAt}. Mở lại để xem rồi ghi.',
    en: '{who} has just recorded the ethnicity of this person at {changedAt}. Open it again before you write.',
  },
};
