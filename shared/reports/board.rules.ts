import type { Tone } from '#shared/clusters/matrix.rules.ts';
import { daysBetween, vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import type { Facts } from '#shared/core/reason.ts';
import { isReopened } from '#shared/reports/reopen.rules.ts';
import { lateDays } from '#shared/reports/reports.rules.ts';
import type { ReportPeriod, ReportStatus } from '#shared/reports/reports.schema.ts';
import type { BoardShow } from '#shared/reports/reviewing.schema.ts';

/** How a member stands with one report, on the board of a cluster. */
export type BoardState =
  | 'not-member'
  | 'not-asked'
  | 'left'
  | 'not-sent'
  | 'overdue'
  | 'on-time'
  | 'late'
  | 'supplement'
  | 'supplement-overdue'
  | 'reopened'
  | 'received'
  | 'consolidated';

/** One cell of the board. `dayCount`: days of delay, sent or not; `day`: the day by which something is asked. */
export type BoardCell = {
  state: BoardState;
  reportId: string | null;
  dayCount: number;
  day: string | null;
  /** Until when a report is open again (instant). */
  untilAt: string | null;
  /** Threads beside figures that are not done. */
  comments: number;
  reminded: Reminded | null;
};
/** The last reminder (Gửi đôn đốc) of a report, and how many there were. */
export type Reminded = { at: string; by: string; count: number };

export type BoardReport = {
  id: string;
  status: ReportStatus;
  dueOn: string;
  sentAt: string | null;
  supplementDueOn: string | null;
  reopenedUntil: string | null;
};
/** `member`: of that year at all; `endedOn`: the last day of a membership that is over. */
export type BoardMember = { isMember: boolean; endedOn: string | null };

const NOTHING = { reportId: null, dayCount: 0, day: null, untilAt: null, comments: 0, reminded: null };

/**
 * Where one member stands with one report. In time is whatever was sent until 23:59:59 of the due day in Việt Nam;
 * nothing is asked any more of a unit that has left the cluster.
 * @param now instant in ISO (UTC)
 */
export function boardCell(
  report: BoardReport | undefined,
  member: BoardMember,
  now: string,
  beside: Pick<BoardCell, 'comments' | 'reminded'> = NOTHING,
): BoardCell {
  if (!report) return { ...NOTHING, state: member.isMember ? 'not-asked' : 'not-member' };
  const today = vietnamDate(new Date(now));
  const cell = (state: BoardState, more: Partial<BoardCell> = {}): BoardCell => ({
    ...NOTHING,
    ...beside,
    reportId: report.id,
    state,
    ...more,
  });
  const late = lateDays(report) ?? 0;
  switch (report.status) {
    case 'draft': {
      if (member.endedOn !== null && member.endedOn < today) return cell('left', { day: member.endedOn });
      const over = daysBetween(report.dueOn, today);
      return over > 0
        ? cell('overdue', { dayCount: over, day: report.dueOn })
        : cell('not-sent', { day: report.dueOn });
    }
    case 'supplement': {
      const day = report.supplementDueOn ?? report.dueOn;
      const over = daysBetween(day, today);
      return over > 0 ? cell('supplement-overdue', { dayCount: over, day }) : cell('supplement', { day });
    }
    case 'sent':
      if (isReopened(report, now)) return cell('reopened', { dayCount: late, untilAt: report.reopenedUntil });
      return cell(late > 0 ? 'late' : 'on-time', { dayCount: late });
    default:
      return cell(report.status, { dayCount: late });
  }
}

const TONES: Readonly<Record<BoardState, Tone>> = {
  'not-member': 'neutral',
  'not-asked': 'neutral',
  left: 'neutral',
  'not-sent': 'neutral',
  overdue: 'bad',
  'on-time': 'info',
  late: 'warn',
  supplement: 'warn',
  'supplement-overdue': 'bad',
  reopened: 'warn',
  received: 'good',
  consolidated: 'good',
};
export const boardTone = ({ state }: Pick<BoardCell, 'state'>): Tone => TONES[state];

/** The words of a cell (BOARD_WORDS) and what goes into them. */
export function boardWords({ state, dayCount, day, untilAt }: BoardCell): { code: string; facts: Facts } {
  const isLate = dayCount > 0 && (state === 'received' || state === 'consolidated');
  return {
    code: isLate ? `${state}-late` : state,
    facts: { dayCount, ...(day !== null && { dueOn: day }), ...(untilAt !== null && { untilAt }) },
  };
}

const SHOWN: Readonly<Record<Exclude<BoardShow, 'all' | 'late' | 'comments'>, readonly BoardState[]>> = {
  'not-sent': ['not-sent', 'overdue'],
  overdue: ['overdue', 'supplement-overdue'],
  supplement: ['supplement', 'supplement-overdue', 'reopened'],
  waiting: ['on-time', 'late'],
  accepted: ['received', 'consolidated'],
};
const SENT: readonly BoardState[] = ['on-time', 'late', 'received', 'consolidated'];

/** Whether a cell is among what the board was asked for. `late`: was sent after its day, whatever came of it. */
export function isShown({ state, dayCount, comments }: BoardCell, show: BoardShow): boolean {
  if (show === 'all') return true;
  if (show === 'comments') return comments > 0;
  return show === 'late' ? SENT.includes(state) && dayCount > 0 : SHOWN[show].includes(state);
}

export type BoardRow = { unitId: string; name: string; cells: readonly BoardCell[] };
export type BoardColumn = { clusterYearId: string; year: number; period: ReportPeriod };

/** The rows the board was asked for: by the state in the chosen period, and by a part of the name. */
export function shownRows<Row extends BoardRow>(
  rows: readonly Row[],
  at: number,
  { show, q }: { show: BoardShow; q: string },
): Row[] {
  const wanted = fold(q);
  return rows.filter((row) => {
    const cell = row.cells[at];
    return (cell === undefined ? show === 'all' : isShown(cell, show)) && fold(row.name).includes(wanted);
  });
}

/** One period in numbers. `asked`: members that owe or owed this report. */
export type BoardCount = {
  asked: number;
  onTime: number;
  late: number;
  notSent: number;
  overdue: number;
  supplement: number;
  waiting: number;
  accepted: number;
};

/** Counts one column. What is being completed stands there only, whenever it was sent first. */
export function countColumn(cells: readonly (BoardCell | undefined)[]): BoardCount {
  const known = cells.filter((cell) => cell !== undefined);
  const count = (is: (cell: BoardCell) => boolean) => known.filter(is).length;
  return {
    asked: count(({ state }) => !['not-member', 'not-asked', 'left'].includes(state)),
    onTime: count(({ state, dayCount }) => SENT.includes(state) && dayCount === 0),
    late: count(({ state, dayCount }) => SENT.includes(state) && dayCount > 0),
    notSent: count(({ state }) => SHOWN['not-sent'].includes(state)),
    overdue: count(({ state }) => state === 'overdue'),
    supplement: count(({ state }) => SHOWN.supplement.includes(state)),
    waiting: count(({ state }) => SHOWN.waiting.includes(state)),
    accepted: count(({ state }) => SHOWN.accepted.includes(state)),
  };
}
