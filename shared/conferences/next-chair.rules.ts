import type { NextChair } from '#shared/conferences/next-chair.schema.ts';
import type { Reason } from '#shared/core/reason.ts';

type Facts = {
  /** Members of the cluster in the year the conference sums up. */
  memberIds: readonly string[];
  /** The next emulation year, if it is there. */
  next: { year: number; status: 'draft' | 'published' | 'archived'; chairUnitId: string; chairName: string } | null;
};

/**
 * Why this cannot be the result: who leads next year has to be a member, the deputy another one, the counts have to
 * add up, and where the next year is published already the result names its chair. How large a majority has to be is the cluster's own rule
 * (quy chế), so nothing is refused for it.
 */
export function nextChairReasons(
  { chairUnitId, deputyUnitId, method, presentVotes, agreedVotes }: NextChair,
  { memberIds, next }: Facts,
): Reason[] {
  const reasons: Reason[] = [];
  if (next && next.status !== 'draft' && next.chairUnitId !== chairUnitId)
    reasons.push({
      code: 'next-chair.year-published',
      field: 'chairUnitId',
      facts: { year: next.year, chair: next.chairName },
    });
  if (!memberIds.includes(chairUnitId)) reasons.push({ code: 'next-chair.not-member', field: 'chairUnitId' });
  if (deputyUnitId !== null && !memberIds.includes(deputyUnitId))
    reasons.push({ code: 'next-chair.not-member', field: 'deputyUnitId' });
  if (deputyUnitId === chairUnitId) reasons.push({ code: 'next-chair.same-unit', field: 'deputyUnitId' });
  if (method === 'consensus') return reasons;
  if (presentVotes === null || agreedVotes === null)
    return [...reasons, { code: 'next-chair.no-count', field: presentVotes === null ? 'presentVotes' : 'agreedVotes' }];
  if (agreedVotes > presentVotes)
    reasons.push({ code: 'next-chair.more-than-present', field: 'agreedVotes', facts: { agreedVotes, presentVotes } });
  return reasons;
}

/** What to look at once more; the cluster's own rules decide. */
export function nextChairWarnings(
  { method, presentVotes, agreedVotes }: Pick<NextChair, 'method' | 'presentVotes' | 'agreedVotes'>,
  memberCount: number,
): Reason[] {
  if (method === 'consensus' || presentVotes === null || agreedVotes === null) return [];
  return [
    ...(agreedVotes * 2 <= presentVotes
      ? [{ code: 'next-chair.no-majority', facts: { agreedVotes, presentVotes } }]
      : []),
    ...(presentVotes < memberCount
      ? [{ code: 'next-chair.not-all-present', facts: { presentVotes, memberCount } }]
      : []),
  ];
}

type Named = Pick<NextChair, 'method' | 'presentVotes' | 'agreedVotes' | 'note'> & {
  chairName: string;
  deputyName: string | null;
};

/** The result in the words of minutes and messages; Vietnamese only, as they are. */
export function nextChairText({ chairName, deputyName, method, presentVotes, agreedVotes, note }: Named): string {
  const how =
    method === 'vote'
      ? `biểu quyết ${agreedVotes ?? '…'}/${presentVotes ?? '…'} phiếu đồng ý`
      : 'các đơn vị thống nhất';
  const who = [`Cụm trưởng: ${chairName}`, ...(deputyName ? [`Cụm phó: ${deputyName}`] : [])].join('; ');
  return `${who} (${how})${note ? `. ${note}` : ''}`;
}
