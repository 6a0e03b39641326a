import type { ReportStatus } from '#shared/reports/reports.schema.ts';

type Waiting = {
  reportId: string | null;
  status: ReportStatus;
  reopenedUntil: string | null;
  comments: { answered: number };
};

/** Whether a report waits for the chair's office: sent and not yet received, or with an answer nobody has looked at. */
export function isWaiting({ reportId, status, reopenedUntil, comments }: Waiting): boolean {
  if (reportId === null || reopenedUntil !== null) return false;
  return status === 'sent' || comments.answered > 0;
}

/**
 * The report that waits next (or before), in the order of the cluster and on from its other end; undefined where no
 * other one waits.
 */
export function nextWaiting<Member extends Waiting>(
  members: readonly Member[],
  reportId: string,
  direction: 1 | -1,
): Member | undefined {
  const here = members.findIndex((member) => member.reportId === reportId);
  for (let step = 1; step < members.length; step += 1) {
    const at = (here + direction * step + members.length * 2) % members.length;
    const member = members[at]!;
    if (member.reportId !== reportId && isWaiting(member)) return member;
  }
  return undefined;
}
