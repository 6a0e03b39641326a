import { daysBetween, vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

/** While the reporting unit works on it; from sending on, its figures stand still. */
export function isEditable(status: ReportStatus): boolean {
  return status === 'draft' || status === 'supplement';
}

/**
 * Do the figures of a report enter the cluster's summary? Only what was sent and stands still: a draft is the
 * unit's own business, and while a supplement is asked for the figures are in doubt and may change by the minute.
 */
export function isCounted(status: ReportStatus): boolean {
  return !isEditable(status);
}

type Reader = { isOwn: boolean; isChair: boolean; seesAll: boolean };

/**
 * May this person see the figures and the text? A draft goes no further than its unit; while it is being completed
 * also the chair's standing office sees it, which asked for it.
 */
export function isContentOpen(status: ReportStatus, reader: Reader): boolean {
  if (isCounted(status) || reader.isOwn || reader.seesAll) return true;
  return status === 'supplement' && reader.isChair;
}

/** Grounds against changing figures or text. */
export function editReasons({ status }: { status: ReportStatus }): Reason[] {
  return isEditable(status) ? [] : [{ code: 'report.locked' }];
}

type SentCell = { indicatorVersionId: string; name: string; value: number | null };

/** Grounds against sending: every indicator needs a figure. Being late is none: it is recorded, not forbidden. */
export function sendReasons({ status }: { status: ReportStatus }, cells: readonly SentCell[]): Reason[] {
  if (!isEditable(status)) return [{ code: 'report.already-sent' }];
  if (cells.length === 0) return [{ code: 'report.no-indicators' }];
  return cells
    .filter(({ value }) => value === null)
    .map(({ indicatorVersionId, name }) => ({
      code: 'report.figure-missing',
      facts: { indicator: name },
      field: cellField(indicatorVersionId),
    }));
}

/** The name of a cell as a field of the form. */
export function cellField(indicatorVersionId: string): string {
  return `cells.${indicatorVersionId}`;
}

/**
 * Grounds against asking a peer to complete its report (đề nghị bổ sung): it must have been sent, and not yet be
 * consolidated. What was received may be opened again for one unit.
 */
export function askSupplementReasons({ status }: { status: ReportStatus }): Reason[] {
  if (status === 'sent' || status === 'received') return [];
  if (status === 'supplement') return [{ code: 'report.supplement-asked' }];
  return [{ code: status === 'draft' ? 'report.not-sent' : 'report.consolidated' }];
}

/** The day to complete by cannot be over. Both 'YYYY-MM-DD'. */
export function supplementDueReasons(dueOn: string, today: string): Reason[] {
  return dueOn < today ? [{ code: 'report.supplement-due-past', facts: { todayOn: today }, field: 'dueOn' }] : [];
}

/** Grounds against receiving (tiếp nhận). */
export function receiveReasons({ status }: { status: ReportStatus }): Reason[] {
  if (status === 'sent') return [];
  if (status === 'draft') return [{ code: 'report.not-sent' }];
  return [{ code: status === 'supplement' ? 'report.supplement-open' : 'report.already-received' }];
}

type Timing = { status: ReportStatus; dueOn: string; sentAt: string | null; supplementDueOn: string | null };

/** Days between the due day and the day of first sending; 0 in time. Null: never sent. */
export function lateDays({ dueOn, sentAt }: Pick<Timing, 'dueOn' | 'sentAt'>): number | null {
  return sentAt === null ? null : Math.max(0, daysBetween(dueOn, vietnamDate(new Date(sentAt))));
}

/** The day by which the unit has to act, or null when nothing is asked of it. */
export function openDueOn({ status, dueOn, supplementDueOn }: Omit<Timing, 'sentAt'>): string | null {
  if (!isEditable(status)) return null;
  return status === 'supplement' ? (supplementDueOn ?? dueOn) : dueOn;
}
