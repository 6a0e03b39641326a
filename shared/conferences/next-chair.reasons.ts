import type { Words } from '#shared/core/wording.ts';

export const NEXT_CHAIR_REASONS: Words = {
  'next-chair.not-member': {
    vi: 'Đơn vị này không phải thành viên của Cụm trong năm. Chọn một đơn vị thành viên.',
    en: 'This unit is no member of the cluster in the year. Choose a member.',
  },
  'next-chair.same-unit': {
    vi: 'Cụm trưởng và Cụm phó phải là hai đơn vị khác nhau.',
    en: 'Chair and deputy have to be two different units.',
  },
  'next-chair.no-count': {
    vi: 'Biểu quyết thì ghi số phiếu: bao nhiêu có mặt, bao nhiêu đồng ý.',
    en: 'A vote needs its counts: how many were present, how many agreed.',
  },
  'next-chair.more-than-present': {
    vi: 'Số đồng ý ({agreedVotes}) lớn hơn số có mặt ({presentVotes}). Xem lại hai số.',
    en: 'More agreed ({agreedVotes}) than were present ({presentVotes}). Check both counts.',
  },
  'next-chair.year-published': {
    vi: 'Năm {year} đã công bố với Cụm trưởng là {chair}. Chọn {chair}; nếu Hội nghị thống nhất đơn vị khác thì cơ quan tổ chức cụm, khối đổi Cụm trưởng của năm đó trước.',
    en: 'The year {year} is published with {chair} as chair. Choose {chair}; if the conference agreed on another unit, the organiser changes the chair of that year first.',
  },
  'next-chair.reason-needed': {
    vi: 'Biên bản đã chốt: nêu lý do sửa kết quả (ít nhất 10 ký tự).',
    en: 'The minutes are closed: give the reason for the change (at least 10 characters).',
  },
  'next-chair.no-majority': {
    vi: 'Đồng ý {agreedVotes}/{presentVotes}, chưa quá nửa số có mặt: đối chiếu Quy chế hoạt động của Cụm.',
    en: '{agreedVotes} of {presentVotes} agreed, no more than half: compare the rules of the cluster.',
  },
  'next-chair.not-all-present': {
    vi: 'Có mặt {presentVotes}, Cụm có {memberCount} đơn vị: ghi cách lấy ý kiến đơn vị vắng mặt, nếu có.',
    en: '{presentVotes} present, the cluster has {memberCount} members: note how the absent ones were asked, if they were.',
  },
  'cluster-year.chair-not-agreed': {
    vi: 'Hội nghị tổng kết năm {year} ghi: {agreed}. Bản dự thảo đang chọn Cụm trưởng là {chair}.',
    en: 'The conference of {year} recorded: {agreed}. The draft names {chair} as chair.',
  },
};
