import type {
  Attendance,
  ConferenceStatus,
  DelegateAnswer,
  DelegateDraft,
  DelegateRole,
} from '#shared/conferences/conferences.schema.ts';
import { ATTENDANCE_LABELS, DELEGATE_ROLE_LABELS } from '#shared/conferences/conferences.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';

/** How many people are invited, have said yes, and came. Figures of people, not of rows. */
export type AttendanceTotals = {
  invitedCount: number;
  confirmedCount: number;
  presentCount: number;
  absentCount: number;
  /** Rows that nobody has marked present or absent yet. */
  openRows: number;
};

type Row = { role: DelegateRole; attendance: Attendance; headcount: number; presentCount: number | null };

/** "Có mặt 58/70": those who came against those invited; who came although more than invited counts too. */
export function attendanceTotals(rows: readonly Row[]): AttendanceTotals {
  const totals = { invitedCount: 0, confirmedCount: 0, presentCount: 0, absentCount: 0, openRows: 0 };
  for (const { attendance, headcount, presentCount } of rows) {
    totals.invitedCount += headcount;
    totals.presentCount += presentCount ?? 0;
    if (attendance === 'confirmed') totals.confirmedCount += headcount;
    if (attendance === 'absent') totals.absentCount += headcount;
    if (attendance === 'present') totals.absentCount += Math.max(0, headcount - (presentCount ?? 0));
    if (attendance === 'invited' || attendance === 'confirmed') totals.openRows += 1;
  }
  return totals;
}

/** What must be known of a delegate: somebody, and the unit of a member's delegation. */
export function delegateReasons(draft: DelegateDraft): Reason[] {
  const { role, unitId, organization, name } = draft;
  if (role === 'delegate' && unitId === null && organization === '')
    return [{ code: 'delegate.no-unit', field: 'unitId' }];
  if (unitId === null && organization === '' && name === '') return [{ code: 'delegate.nobody', field: 'name' }];
  return [];
}

/** Why a member cannot answer its invitation now. */
export function answerReasons(
  conference: { status: ConferenceStatus; heldOn: string },
  present: Attendance,
  today: string,
): Reason[] {
  const { status, heldOn } = conference;
  if (status === 'held') return [{ code: 'conference.closed' }];
  if (today > heldOn) return [{ code: 'delegate.answer-too-late', facts: { heldOn } }];
  return present === 'present' ? [{ code: 'delegate.already-present' }] : [];
}

/** Why the attendance cannot be marked so now: nobody is present before the day. */
export function markReasons(
  conference: { status: ConferenceStatus; heldOn: string },
  to: Attendance,
  today: string,
): Reason[] {
  const { status, heldOn } = conference;
  if (status === 'held') return [{ code: 'conference.closed' }];
  return to === 'present' && today < heldOn
    ? [{ code: 'delegate.present-before-day', facts: { heldOn, todayOn: today } }]
    : [];
}

/** A delegate in one line, as lists, minutes and the history write it. */
export function delegateText(
  row: Omit<DelegateDraft, 'unitId'> & {
    unitName: string | null;
    attendance: Attendance;
    presentCount: number | null;
    invitationSentOn?: string | null;
  },
): string {
  const who = [row.unitName ?? '', row.organization, row.name, row.positionHeld].filter(Boolean).join(', ');
  const state = ATTENDANCE_LABELS[row.attendance].vi;
  const came = row.presentCount === null ? state : `${state} ${row.presentCount}`;
  const sent = row.invitationSentOn ? ` · gửi giấy mời ${formatDate(row.invitationSentOn)}` : '';
  return `${DELEGATE_ROLE_LABELS[row.role].vi}: ${who} · ${row.headcount} người · ${came}${sent}${row.note && ` · ${row.note}`}`;
}

/** The state an answer leads to. */
export const attendanceOf = ({ coming }: DelegateAnswer): Attendance => (coming ? 'confirmed' : 'absent');
