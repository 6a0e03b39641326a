import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';

/** What a unit may be late with: a report of a period, or its signature under the pledge. */
export type DueKind = 'mid-year' | 'year-end' | 'pledge';

type Said = { vi: { what: string; act: string }; en: { what: string; act: string } };
const SUBJECTS: Readonly<Record<DueKind, Said>> = {
  'mid-year': {
    vi: { what: 'Báo cáo sơ kết 6 tháng, {yearName}, {cluster}', act: 'gửi' },
    en: { what: 'mid-year report, {yearNameEn}, {cluster}', act: 'sent' },
  },
  'year-end': {
    vi: { what: 'Báo cáo tổng kết, {yearName}, {cluster}', act: 'gửi' },
    en: { what: 'year-end report, {yearNameEn}, {cluster}', act: 'sent' },
  },
  pledge: {
    vi: { what: 'Giao ước thi đua, {yearName}, {cluster}', act: 'ký' },
    en: { what: 'emulation pledge, {yearNameEn}, {cluster}', act: 'signed' },
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
      vi: `Còn {dayCount} ngày đến hạn ${vi.act} ({dueOn}): ${vi.what}. Trân trọng nhắc để quý cơ quan chủ động.`,
      en: `Due in {dayCount|day|days}, to be ${en.act} by {dueOn}: ${en.what}. A friendly reminder.`,
    },
  ],
  [
    dueCode(kind as DueKind, 0),
    {
      vi: `Hôm nay là hạn ${vi.act} ({dueOn}): ${vi.what}. Nếu quý cơ quan đang hoàn thiện, vẫn còn cả ngày.`,
      en: `Due today ({dueOn}): ${en.what}. It can be ${en.act} until midnight.`,
    },
  ],
  [
    dueCode(kind as DueKind, 1),
    {
      vi: `Đã qua hạn ${vi.act} {dayCount} ngày ({dueOn}): ${vi.what}. Vẫn ${vi.act} được; rất mong quý cơ quan quan tâm.`,
      en: `Due {dayCount|day|days} ago ({dueOn}): ${en.what}. It can still be ${en.act}; thank you for seeing to it.`,
    },
  ],
];

/** Reminders of due dates, in words between equals. */
export const DUE_REMINDER_WORDS: Words = Object.fromEntries(
  (Object.entries(SUBJECTS) as [string, Said][]).flatMap(sentencesOf),
);
