import { findMembershipToday } from '#db/clusters/clusters.queries.ts';
import type { Reader } from '#db/database.ts';
import { membershipReasonsOf } from '#shared/clusters/members.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { refuseIf } from '#shared/core/refusal.ts';

/**
 * Why a unit cannot act in a cluster-year on a day: the year is archived, or the unit no member. For buttons that
 * explain themselves.
 */
export async function membershipReasons(
  db: Reader,
  clusterYearId: string,
  unitId: string,
  today: string,
): Promise<Reason[]> {
  const membership = await findMembershipToday(db, clusterYearId, unitId, today);
  if (membership?.archivedAt) {
    const facts = { name: membership.yearName, archivedOn: vietnamDate(new Date(membership.archivedAt)) };
    return [{ code: 'cluster-year.archived', facts }];
  }
  return membershipReasonsOf(membership, today);
}

/**
 * Refuses what a unit wants to do in a cluster outside the dates of its membership: it goes on reading the years it
 * belonged to, and acts no more.
 * @param today YYYY-MM-DD, Việt Nam
 * @throws refused, with the last day of the membership or the first one
 */
export async function requireActiveMember(
  tx: Reader,
  clusterYearId: string,
  unitId: string,
  today: string,
): Promise<void> {
  refuseIf(await membershipReasons(tx, clusterYearId, unitId, today));
}
