import { addDays, daysBetween } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';
import type { Words } from '#shared/core/wording.ts';

/** The days the demo's clock can stand on. */
export const DEMO_FROM_ON = '2023-02-24';
export const DEMO_TO_ON = '2025-12-31';

/**
 * A day on which something becomes due or happens. `stage`, `conference` and `recommendation` carry a name of their
 * own (data, Vietnamese); a report due and a hand-over are named by their kind.
 */
export type EdgeKind = 'stage' | 'mid-year-report' | 'year-end-report' | 'hand-over' | 'conference' | 'recommendation';
export type Edge = { on: string; kind: EdgeKind; name: string; year: number };

export const EDGE_LABELS: Readonly<Record<Exclude<EdgeKind, 'stage'>, Localized>> = {
  'mid-year-report': { vi: 'Hạn báo cáo 6 tháng', en: 'Mid-year report due' },
  'year-end-report': { vi: 'Hạn báo cáo năm', en: 'Year-end report due' },
  'hand-over': { vi: 'Bàn giao nhiệm vụ Cụm trưởng', en: 'Hand-over of the chair' },
  conference: { vi: 'Hội nghị', en: 'Conference' },
  recommendation: { vi: 'Hạn thực hiện ý kiến chỉ đạo, đề nghị', en: 'Recommendation due' },
};

/** Words of `edgeDistance`. Not every edge is a deadline: a launch that is over is past, not overdue. */
export const EDGE_WORDS: Words = {
  'edge.ahead': { vi: 'Còn {dayCount} ngày', en: 'In {dayCount|day|days}' },
  'edge.tomorrow': { vi: 'Ngày mai', en: 'Tomorrow' },
  'edge.today': { vi: 'Hôm nay', en: 'Today' },
  'edge.yesterday': { vi: 'Đã qua 1 ngày', en: '1 day ago' },
  'edge.past': { vi: 'Đã qua {dayCount} ngày', en: '{dayCount|day|days} ago' },
};

/** How far a day is, in days of the calendar; the day itself is not late. */
export function edgeDistance(on: string, today: string): { code: string; facts: { dayCount: number } } {
  const left = daysBetween(today, on);
  const near: Record<number, string> = { 1: 'edge.tomorrow', 0: 'edge.today', [-1]: 'edge.yesterday' };
  return { code: near[left] ?? (left > 0 ? 'edge.ahead' : 'edge.past'), facts: { dayCount: Math.abs(left) } };
}

/** The days just before, on and just after an edge: where rules change their answer. Those outside the demo are left out. */
export function edgeDays(on: string): { side: 'before' | 'on' | 'after'; day: string }[] {
  const sides = [
    { side: 'before' as const, day: addDays(on, -1) },
    { side: 'on' as const, day: on },
    { side: 'after' as const, day: addDays(on, 1) },
  ];
  return sides.filter(({ day }) => isDemoDay(day));
}

export function isDemoDay(day: string): boolean {
  return day >= DEMO_FROM_ON && day <= DEMO_TO_ON;
}

/** Edges no further than a day from today, nearest first: what the bar points at. */
export function edgesAtHand(edges: readonly Edge[], today: string): Edge[] {
  const far = ({ on }: Edge) => Math.abs(daysBetween(today, on));
  return edges.filter((edge) => far(edge) <= 1).toSorted((a, b) => far(a) - far(b));
}
