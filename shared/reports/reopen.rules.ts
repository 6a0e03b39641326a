import type { Reason } from '#shared/core/reason.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

/** A report as it is stored: `reopenedUntil` is the instant (UTC) at which it locks again, null where it never opened. */
export type Stored = { status: ReportStatus; reopenedUntil: string | null };

/** A report stays open for one unit no longer than this: what takes longer is a completion with a new date. */
export const LONGEST_REOPENING_DAYS = 30;
const MS_PER_DAY = 86_400_000;
const VIETNAM_OFFSET = '+07:00';

/**
 * Whether a sent report is open again for its unit (mở lại đến HH:mm). Read from the clock: at the very second of
 * `reopenedUntil` it is locked, and nothing has to run for that.
 * @param now instant in ISO (UTC)
 */
export function isReopened({ status, reopenedUntil }: Stored, now: string): boolean {
  return status === 'sent' && reopenedUntil !== null && now < reopenedUntil;
}

/**
 * The state that the rules go by: while a report is open again it is as one that is being completed, so its unit may
 * change and send it, and its figures count nowhere until it is locked.
 */
export function standingStatus(report: Stored, now: string): ReportStatus {
  return isReopened(report, now) ? 'supplement' : report.status;
}

/** 'YYYY-MM-DD' and 'HH:mm' of the clock in Hà Nội as an instant (ISO, UTC). */
export function vietnamInstant(day: string, time: string): string {
  return new Date(`${day}T${time}:00${VIETNAM_OFFSET}`).toISOString();
}

/** '17', '17:05', '17h30', '1730' → 'HH:mm'; null for what is no time of day. */
export function readClock(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const found = /^(\d{1,2})(?:\s*[:hg.]\s*(\d{1,2})?)?$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/**
 * Grounds against opening a report again for its unit until a minute. It must have been sent and not be consolidated; a
 * unit that has not sent, or completes already, can type anyway, however late.
 */
export function reopenReasons({ status }: { status: ReportStatus }): Reason[] {
  if (status === 'sent' || status === 'received') return [];
  if (status === 'draft') return [{ code: 'report.reopen-draft' }];
  return [{ code: status === 'supplement' ? 'report.reopen-supplement' : 'report.reopen-consolidated' }];
}

/** The minute must lie ahead, and not too far. Both instants in ISO (UTC). */
export function reopenUntilReasons(until: string, now: string): Reason[] {
  const field = 'until';
  if (until <= now) return [{ code: 'report.reopen-past', facts: { nowAt: now }, field }];
  const latest = new Date(Date.parse(now) + LONGEST_REOPENING_DAYS * MS_PER_DAY).toISOString();
  if (until <= latest) return [];
  return [{ code: 'report.reopen-too-long', facts: { dayCount: LONGEST_REOPENING_DAYS, latestAt: latest }, field }];
}

/** Why the chair's office does not receive or ask for completion while the report is open again. */
export function stillOpenReasons(report: Stored, now: string): Reason[] {
  if (!isReopened(report, now)) return [];
  return [{ code: 'report.reopened-now', facts: { untilAt: report.reopenedUntil ?? now } }];
}

type Figure = { indicatorVersionId: string; value: number | null };

/**
 * A report that is open again was complete and locks by itself, so it must stay complete at every moment: a figure is
 * replaced, never taken away.
 */
export function emptiedReasons(
  report: Stored,
  now: string,
  cells: readonly Figure[],
  nameOf: (indicatorVersionId: string) => string,
): Reason[] {
  if (!isReopened(report, now)) return [];
  return cells
    .filter(({ value }) => value === null)
    .map(({ indicatorVersionId }) => ({
      code: 'report.reopened-empty',
      facts: { indicator: nameOf(indicatorVersionId), untilAt: report.reopenedUntil ?? now },
      field: `cells.${indicatorVersionId}`,
    }));
}
