import type { AwardKind, Certainty } from '#shared/awards/awards.schema.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';

export const CERTAINTY_LABELS: Readonly<Record<Certainty, Localized>> = {
  certain: { vi: 'chắc chắn', en: 'certain' },
  probable: { vi: 'nhiều khả năng đúng, nên đối chiếu', en: 'probable' },
  memory: { vi: 'chưa đối chiếu được văn bản gốc', en: 'from memory, to be checked against the text' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
};

export const AWARD_KIND_LABELS: Readonly<Record<AwardKind, Localized>> = {
  title: { vi: 'Danh hiệu thi đua', en: 'Emulation title' },
  order: { vi: 'Huân chương', en: 'Order' },
  medal: { vi: 'Huy chương', en: 'Medal' },
  'honorary-title': { vi: 'Danh hiệu vinh dự nhà nước', en: 'State honorary title' },
  prize: { vi: 'Giải thưởng', en: 'Prize' },
  insignia: { vi: 'Kỷ niệm chương', en: 'Insignia' },
  'merit-certificate': { vi: 'Bằng khen', en: 'Certificate of merit' },
  'commendation-letter': { vi: 'Giấy khen', en: 'Commendation letter' },
};

/** Wording of the reasons of prize.rules.ts. */
export const PRIZE_WORDS: Words = {
  'prize.version-unreadable': {
    vi: 'Quy định về mức thưởng đã lưu không đọc được, cần quản trị viên kiểm tra danh mục khen thưởng.',
    en: 'The stored rule on prize money cannot be read; an administrator has to check the award catalogue.',
  },
  'prize.version-not-in-force': {
    vi: 'Quy định về mức thưởng được chọn không có hiệu lực vào ngày {decidedOn}.',
    en: 'The rule on prize money that was chosen was not in force on {decidedOn}.',
  },
  'prize.coefficient-unknown': {
    vi: 'Chưa có hệ số tiền thưởng cho đối tượng này trong quy định có hiệu lực ngày {decidedOn}.',
    en: 'The rule in force on {decidedOn} gives no coefficient for this kind of recipient.',
  },
  'prize.base-salary-unknown': {
    vi: 'Chưa có mức lương cơ sở áp dụng ngày {decidedOn}.',
    en: 'No base salary is known for {decidedOn}.',
  },
};
