import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';

/** What a unit may be late with: a report of a period, or its signature under the pledge. */
export type DueKind = 'mid-year' | 'year-end' | 'pledge';

type Said = { vi: { what: string; act: string }; en: { what: string; act: string } };
const SUBJECTS: Readonly<Record<DueKind, Said>> = {
  'mid-year': {
    vi: { what: 'Báo cáo sơ kết 6 tháng, {yearName}, {cluster}', act: 'gửi' },
    en: { what: 'The mid-year report, {yearNameEn}, {cluster},', act: 'sent' },
  },
  'year-end': {
    vi: { what: 'Báo cáo tổng kết, {yearName}, {cluster}', act: 'gửi' },
    en: { what: 'The year-end report, {yearNameEn}, {cluster},', act: 'sent' },
  },
  pledge: {
    vi: { what: 'Giao ước thi đua, {yearName}, {cluster}', act: 'ký' },
    en: { what: 'The emulation pledge, {yearNameEn}, {cluster},', act: 'signed' },
  },
};

/** Code of what a unit is told so many days after a due date (negative: before it). */
export function dueCode(kind: DueKind, late: number): string {
  return `notice.due-${kind}-${late < 0 ? 'soon' : late === 0 ? 'today' : 'late'}`;
}

const sentencesOf = ([kind, { vi, en }]: [string, Said]): [string, Localized][] => [
  [
    dueCode(kind as DueKind, -1),
    {
      vi: `${vi.what}: còn {dayCount} ngày đến hạn ${vi.act} ({dueOn}). Trân trọng nhắc để quý cơ quan chủ động.`,
      en: `${en.what} is to be ${en.act} by {dueOn}, in {dayCount|day|days}. A friendly reminder.`,
    },
  ],
  [
    dueCode(kind as DueKind, 0),
    {
      vi: `${vi.what}: hôm nay là hạn ${vi.act} ({dueOn}). Nếu quý cơ quan đang hoàn thiện, vẫn còn cả ngày.`,
      en: `${en.what} is to be ${en.act} today ({dueOn}). The whole day is still yours.`,
    },
  ],
  [
    dueCode(kind as DueKind, 1),
    {
      vi: `${vi.what}: đã qua hạn ${vi.act} {dayCount} ngày ({dueOn}). Vẫn ${vi.act} được; rất mong quý cơ quan quan tâm.`,
      en: `${en.what} was to be ${en.act} by {dueOn}, {dayCount|day|days} ago. It can still be ${en.act}; thank you for seeing to it.`,
    },
  ],
];

/** Reminders of due dates, in words between equals. */
export const DUE_REMINDER_WORDS: Words = Object.fromEntries(
  (Object.entries(SUBJECTS) as [string, Said][]).flatMap(sentencesOf),
);
