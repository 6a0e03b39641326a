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

type Reminder = {
  /** 'Báo cáo tổng kết năm 2023'. */
  title: string;
  /** 'Cụm thi đua 7 tỉnh …'. */
  cluster: string;
  /** Who reminds: the chair's standing office. */
  office: string;
  /** The day they all share, YYYY-MM-DD; null where the days differ. */
  dueOn: string | null;
};

/**
 * Gửi đôn đốc in words between equals: it asks, gives the day, leaves room for letters that crossed, and thanks. It
 * names no unit, so that each reads it as said to itself. Official words, so Vietnamese only.
 */
export function reminderText({ title, cluster, office, dueOn }: Reminder): string {
  const day = dueOn === null ? '' : ` (hạn ${formatDate(dueOn)})`;
  return [
    `${office} trân trọng đề nghị quý cơ quan quan tâm gửi ${title}${day} để ${cluster} tổng hợp đúng kế hoạch.`,
    'Nếu quý cơ quan đã gửi, xin bỏ qua thông tin này; nếu có khó khăn, vui lòng trao đổi lại để cùng thống nhất. Trân trọng cảm ơn!',
  ].join('\n');
}

/** The line above the words where one text goes to a group: the units in their order, each with what differs. */
export function reminderUnits(
  units: readonly { name: string; dueOn: string; status: ReportStatus }[],
  shared: string | null,
): string {
  const about = ({ dueOn, status }: (typeof units)[number]) =>
    [status === 'supplement' ? 'bổ sung' : '', dueOn === shared ? '' : `hạn ${formatDate(dueOn)}`].filter(Boolean);
  const names = units.map((unit) => {
    const more = about(unit).join(', ');
    return more === '' ? unit.name : `${unit.name} (${more})`;
  });
  return `Kính gửi: ${names.join('; ')}.`;
}

/** The day that all of them share, or null. */
export function sharedDay(units: readonly { dueOn: string }[]): string | null {
  const [first] = units;
  return first && units.every(({ dueOn }) => dueOn === first.dueOn) ? first.dueOn : null;
}
