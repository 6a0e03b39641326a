import type { Words } from '#shared/core/wording.ts';

export const NOMINATION_REASONS: Words = {
  'nomination.not-found': {
    vi: 'Không tìm thấy hồ sơ đề nghị này, hoặc hồ sơ không thuộc phạm vi của đơn vị.',
    en: 'No such nomination, or it is outside your unit.',
  },
  'nomination.not-proposer': {
    vi: 'Chỉ cán bộ tổng hợp của đơn vị đề nghị được làm việc này.',
    en: 'Only the reporter of the proposing unit may do this.',
  },
  'nomination.not-standing-office': {
    vi: 'Chỉ Cơ quan thường trực Cụm (đơn vị Cụm trưởng) được làm việc này.',
    en: 'Only the standing office of the cluster (chair) may do this.',
  },
  'nomination.not-member': {
    vi: 'Đơn vị của bạn không phải thành viên của Cụm trong năm thi đua này.',
    en: 'Your unit is no member of this cluster in this year.',
  },
  'nomination.wrong-state': {
    vi: 'Hồ sơ đang ở trạng thái “{status}” nên không làm được việc này.',
    en: 'The nomination is in the state “{statusEn}”, which does not allow this.',
  },
  'nomination.on-decision': {
    vi: 'Hồ sơ đã có trong dự thảo quyết định. Hãy đưa ra khỏi danh sách của quyết định trước.',
    en: 'The nomination is on a draft decision. Take it off that list first.',
  },
  'nomination.changed-meanwhile': {
    vi: '{who} đã thay đổi hồ sơ này lúc {changedAt} ({what}). Hãy tải lại để xem bản mới rồi làm tiếp; nội dung bạn đang nhập chưa được ghi đè.',
    en: '{who} changed this nomination at {changedAt} ({what}). Reload to see the new version; nothing was overwritten.',
  },
  'nomination.name-missing': { vi: 'Nhập tên tập thể hoặc họ và tên cá nhân.', en: 'Enter the name.' },
  'nomination.sign-unprintable': {
    vi: 'Ký tự “{sign}” không in được trên bằng. Hãy sửa lại.',
    en: 'The sign “{sign}” cannot be printed on a certificate. Please correct it.',
  },
  'nomination.printed-name-missing': { vi: 'Nhập tên in trên Bằng.', en: 'Enter the name as printed.' },
  'nomination.printed-place-missing': {
    vi: 'Nhập chức vụ, đơn vị hoặc địa chỉ in trên Bằng.',
    en: 'Enter the position, unit or address as printed.',
  },
  'nomination.sex-missing': { vi: 'Chọn giới tính (cần cho biểu thống kê).', en: 'Choose the sex (for statistics).' },
  'nomination.salutation-missing': { vi: 'Chọn “Ông” hoặc “Bà”.', en: 'Choose the salutation.' },
  'nomination.salutation-against-sex': {
    vi: 'Xưng hô “{salutation}” không khớp với giới tính đã chọn.',
    en: 'The salutation “{salutation}” does not match the sex.',
  },
  'nomination.birth-year-missing': {
    vi: 'Nhập năm sinh: dùng để không nhầm người trùng tên.',
    en: 'Enter the year of birth: it tells people of one name apart.',
  },
  'nomination.birth-year-unlikely': {
    vi: 'Kiểm tra lại năm sinh {birthYear}: người được khen phải từ {youngest} tuổi trở lên và không quá {oldest} tuổi.',
    en: 'Check the year of birth {birthYear}: expected age {youngest} to {oldest}.',
  },
  'nomination.person-class-missing': {
    vi: 'Chọn phân loại đối tượng (cần cho biểu thống kê).',
    en: 'Choose the class of person (for statistics).',
  },
  'nomination.position-missing': { vi: 'Nhập chức vụ hoặc nghề nghiệp.', en: 'Enter position or occupation.' },
  'nomination.workplace-missing': { vi: 'Nhập đơn vị công tác hoặc nơi ở.', en: 'Enter the workplace or residence.' },
  'nomination.area-class-missing': { vi: 'Chọn khu vực của xã nơi công tác.', en: 'Choose the class of area.' },
  'nomination.headcount-missing': { vi: 'Nhập số người của tập thể.', en: 'Enter the headcount of the collective.' },
  'nomination.achievement-short': {
    vi: 'Tóm tắt thành tích mới có {lengthCount} ký tự, cần ít nhất {leastCount} ký tự nêu rõ việc làm và kết quả.',
    en: 'The summary has {lengthCount} characters, at least {leastCount} are needed.',
  },
  'nomination.proposal-number-missing': {
    vi: 'Nhập số, ký hiệu công văn (tờ trình) đề nghị.',
    en: 'Enter the number of the proposing letter.',
  },
  'nomination.proposal-date-missing': { vi: 'Nhập ngày của công văn đề nghị.', en: 'Enter the date of the letter.' },
  'nomination.proposal-date-future': {
    vi: 'Ngày công văn đề nghị {proposalOn} sau ngày hôm nay {todayOn}.',
    en: 'The letter is dated {proposalOn}, after today {todayOn}.',
  },
  'nomination.due-date-past': {
    vi: 'Hạn bổ sung {dueOn} đã qua; chọn từ ngày hôm nay {todayOn} trở đi.',
    en: 'The due date {dueOn} has passed; choose {todayOn} or later.',
  },
  'nomination.refusal-needs-reason': {
    vi: 'Nêu lý do không đủ điều kiện (ít nhất {leastCount} ký tự) để đơn vị đề nghị được biết.',
    en: 'Give the reason (at least {leastCount} characters): the proposing unit reads it.',
  },
  'nomination.duplicate-needs-note': {
    vi: 'Có khen thưởng trùng năm thành tích. Ghi một dòng ý kiến thẩm định giải thích vì sao vẫn đề nghị.',
    en: 'There is an award for the same year. Say in a line why the nomination stands.',
  },
};
