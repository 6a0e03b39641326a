import { formatDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { openDueOn } from '#shared/reports/reports.rules.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

/** Within so many minutes of the last reminder another one has to be meant. */
export const REMINDED_LATELY_MINUTES = 60;
const MS_PER_MINUTE = 60_000;

/**
 * Whether a unit was reminded within the last hour: nobody is reminded twice an hour unknowingly.
 * @param sentAt instant of the last reminder, null without one
 */
export function wasRemindedLately(sentAt: string | null, now: string): boolean {
  return sentAt !== null && Date.parse(now) - Date.parse(sentAt) < REMINDED_LATELY_MINUTES * MS_PER_MINUTE;
}

type Owed = { status: ReportStatus; dueOn: string; supplementDueOn: string | null };

/** Grounds against a reminder: the unit has to owe something. Before the due day it is allowed, a friendly word early. */
export function remindReasons(report: Owed, unit: string): Reason[] {
  return openDueOn(report) === null ? [{ code: 'report.remind-sent', facts: { unit } }] : [];
}

export type ReminderFacts = {
  /** 'Báo cáo tổng kết năm 2023'. */
  title: string;
  /** 'Cụm thi đua các tỉnh …'. */
  cluster: string;
  /** Who reminds: the chair's standing office. */
  office: string;
  units: readonly { name: string; dueOn: string; status: ReportStatus }[];
};

/**
 * Gửi đôn đốc in words between equals: it asks, gives the day, leaves room for letters that crossed, and thanks.
 * Official words, so Vietnamese only. One text for all units, in the order of the cluster.
 */
export function reminderText({ title, cluster, office, units }: ReminderFacts): string {
  const [first] = units;
  if (!first) return '';
  const completing = units.filter(({ status }) => status === 'supplement');
  const sending = units.filter(({ status }) => status !== 'supplement');
  const sameDay = units.every(({ dueOn }) => dueOn === first.dueOn);
  const list = (all: typeof units) =>
    all.map(({ name, dueOn }) => (sameDay ? name : `${name} (hạn ${formatDate(dueOn)})`)).join(', ');
  const day = sameDay ? ` (hạn ${formatDate(first.dueOn)})` : '';
  const lines = [
    `${office} trân trọng đề nghị quý cơ quan quan tâm, phối hợp để ${cluster} tổng hợp đúng kế hoạch:`,
    ...(sending.length > 0 ? [`- Gửi ${title}${day}: ${list(sending)}.`] : []),
    ...(completing.length > 0 ? [`- Bổ sung ${title}${day}: ${list(completing)}.`] : []),
    'Nếu quý cơ quan đã gửi, xin bỏ qua thông tin này. Nếu có khó khăn, vui lòng trao đổi lại để cùng thống nhất. Trân trọng cảm ơn!',
  ];
  return lines.join('\n');
}
