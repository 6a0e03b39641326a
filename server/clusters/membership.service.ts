import { findMembershipToday } from '#db/clusters/clusters.queries.ts';
import type { Writer } from '#db/database.ts';
import { formatDate } from '#shared/core/dates.ts';
import { refuseIf } from '#shared/core/refusal.ts';

/**
 * Refuses what a unit wants to do in a cluster outside the dates of its membership: it goes on reading the years it
 * belonged to, and acts no more.
 * @param today YYYY-MM-DD, Việt Nam
 */
export async function requireActiveMember(
  tx: Writer,
  clusterYearId: string,
  unitId: string,
  today: string,
): Promise<void> {
  const membership = await findMembershipToday(tx, clusterYearId, unitId, today);
  if (membership?.isActive) return;
  const facts = {
    unit: membership?.unitName ?? '',
    ...(membership?.validFrom ? { validFrom: formatDate(membership.validFrom) } : {}),
    ...(membership?.validTo ? { validTo: formatDate(membership.validTo) } : {}),
  };
  const ended = membership?.validTo != null && membership.validTo < today;
  refuseIf([{ code: ended ? 'cluster.member-ended' : 'cluster.not-member-yet', facts }]);
}
