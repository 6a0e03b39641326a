import type { Words } from '#shared/core/wording.ts';

export const PLEDGE_RULE_REASONS: Words = {
  'pledge-rule.not-preparer': {
    vi: 'Chỉ Cơ quan thường trực Cụm ({unit}) hoặc cơ quan tổ chức Cụm đặt mức Đạt, Vượt của năm. Cần đổi, đề nghị Cụm trưởng.',
    en: 'Only the standing office of the cluster ({unit}) or its organiser sets what counts as met or exceeded. To change it, ask the leading unit.',
  },
  'pledge-rule.summed-up': {
    vi: 'Báo cáo năm đã tổng hợp nên mức Đạt, Vượt không đổi nữa. Cần đổi, người duyệt của Cụm trưởng bỏ tổng hợp ở trang Tổng hợp trước.',
    en: 'The year-end reports are summed up, so the rule stands. To change it, the approver of the leading unit first takes the summary back.',
  },
  'pledge-rule.source-missing': {
    vi: 'Mức khác 100% phải ghi căn cứ: Quy chế nào, điều nào của Cụm (ít nhất 5 ký tự).',
    en: 'A rule other than 100% needs its source: which rules of the cluster, which article (at least 5 characters).',
  },
  'pledge-rule.reason-missing': {
    vi: 'Giao ước đã thống nhất nên phải nêu lý do đổi cách đánh giá (ít nhất 10 ký tự); mọi đơn vị thành viên sẽ đọc lý do này.',
    en: 'The pledge is agreed, so say why it is judged otherwise now (at least 10 characters); every member will read it.',
  },
  'pledge-rule.changed-meanwhile': {
    vi: '{who} đã đổi cách đánh giá lúc {savedAt}: {theirs}. Đóng hộp này, xem lại rồi sửa nếu vẫn cần.',
    en: '{who} changed the rule at {savedAt}: {theirs}. Close this, look at it and change it again if you still need to.',
  },
  'notice.pledge-rule-changed': {
    vi: '{cluster}, {title}: đổi cách đánh giá giao ước. {rule}. Lý do: {reason}',
    en: '{cluster}, {titleEn}: the pledge is judged otherwise. {ruleEn}. Reason: {reason}',
  },
  'notice.pledge-rule-set': {
    vi: '{cluster}, {title}: cách đánh giá giao ước. {rule}.',
    en: '{cluster}, {titleEn}: how the pledge is judged. {ruleEn}.',
  },
};
