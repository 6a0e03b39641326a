import { formatDate } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';

/** One award in the history of a recipient; `ofName`: of which predecessor, null for one of its own. */
export type HistoryAward = {
  year: number;
  decidedOn: string;
  awardName: string;
  decisionNumber: string;
  status: 'active' | 'cancelled';
  goldenBook: string | null;
  ofName: string | null;
};

const HEADS: readonly Localized[] = [
  { vi: 'Năm', en: 'Year' },
  { vi: 'Danh hiệu, hình thức khen thưởng', en: 'Title or award' },
  { vi: 'Số quyết định', en: 'Decision' },
  { vi: 'Ngày quyết định', en: 'Date' },
  { vi: 'Số sổ vàng', en: 'Golden book' },
  { vi: 'Ghi chú', en: 'Note' },
];
const CANCELLED: Localized = { vi: 'Đã hủy bỏ', en: 'Cancelled' };
const TITLE: Localized = { vi: 'QUÁ TRÌNH KHEN THƯỞNG', en: 'AWARD HISTORY' };

/**
 * Quá trình khen thưởng as text that Word and Excel take as a table: tabs between cells.
 * @param heading lines about the recipient, above the table
 */
export function awardHistoryText(
  heading: readonly string[],
  awards: readonly HistoryAward[],
  lang: 'vi' | 'en' = 'vi',
): string {
  const rows = awards.map((one) => [
    String(one.year),
    one.awardName,
    one.decisionNumber,
    formatDate(one.decidedOn),
    one.goldenBook ?? '',
    [one.status === 'cancelled' ? CANCELLED[lang] : '', one.ofName ? ofPredecessor(one.ofName)[lang] : '']
      .filter(Boolean)
      .join('; '),
  ]);
  return [TITLE[lang], ...heading, '', ...[HEADS.map((head) => head[lang]), ...rows].map(tabbed)].join('\n');
}

/** "của Phòng A (trước khi sáp nhập, chia tách)" */
export function ofPredecessor(name: string): Localized {
  return { vi: `của ${name} (trước khi sáp nhập, chia tách)`, en: `of ${name} (before the merger or split)` };
}

const tabbed = (cells: readonly string[]): string => cells.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t');
