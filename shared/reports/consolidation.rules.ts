import type { Reason } from '#shared/core/reason.ts';
import type { ReportStatus } from '#shared/reports/reports.schema.ts';

type Reported = { status: ReportStatus | null };

/** Grounds against "Chốt số tổng hợp": something must have been received that is not consolidated yet. */
export function consolidateReasons(members: readonly Reported[]): Reason[] {
  if (members.some(({ status }) => status === 'received')) return [];
  const isDone = members.some(({ status }) => status === 'consolidated');
  return [{ code: isDone ? 'report.all-consolidated' : 'report.nothing-received' }];
}

/** Grounds against opening the consolidated reports of a period again. */
export function undoReasons(members: readonly Reported[]): Reason[] {
  return members.some(({ status }) => status === 'consolidated') ? [] : [{ code: 'report.nothing-consolidated' }];
}

/** Which members' figures "Chốt số tổng hợp" takes in, and which are missing and why. */
export function consolidationOf<Member extends Reported>(members: readonly Member[]) {
  return {
    taken: members.filter(({ status }) => status === 'received'),
    done: members.filter(({ status }) => status === 'consolidated'),
    missing: members.filter(({ status }) => status !== 'received' && status !== 'consolidated'),
  };
}
