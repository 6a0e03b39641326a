import type { Reader } from '#db/database.ts';

/** How many records of one kind stand under a unit. */
export type UnitCount = { unitId: string; count: number };

/**
 * What is under way in units that end: memberships of clusters, the chair of a cluster, open reports, nominations and
 * unsigned pledges, accounts. None of it is changed with the units; the office has to decide about each.
 * @param on first day without the units
 */
export async function findImpact(db: Reader, unitIds: readonly string[], on: string) {
  const ids = [...unitIds];
  if (ids.length === 0) return { memberships: [], chairs: [], reports: [], nominations: [], pledges: [], accounts: [] };
  const [memberships, chairs, reports, nominations, pledges, accounts] = await Promise.all([
    db
      .selectFrom('clusterMember')
      .innerJoin('cluster', 'cluster.id', 'clusterMember.clusterId')
      .select(['cluster.id as clusterId', 'cluster.name as clusterName', 'clusterMember.unitId'])
      .where('clusterMember.unitId', 'in', ids)
      .where((eb) => eb.or([eb('clusterMember.validTo', 'is', null), eb('clusterMember.validTo', '>=', on)]))
      .where((eb) => eb.or([eb('cluster.closedOn', 'is', null), eb('cluster.closedOn', '>', on)]))
      .orderBy('cluster.name')
      .execute(),
    db
      .selectFrom('clusterYear')
      .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
      .select(['clusterYear.id as clusterYearId', 'clusterYear.year', 'cluster.name as clusterName'])
      .select('clusterYear.chairUnitId as unitId')
      .where('clusterYear.chairUnitId', 'in', ids)
      .where((eb) => eb.or([eb('clusterYear.handOverOn', 'is', null), eb('clusterYear.handOverOn', '>=', on)]))
      .orderBy('clusterYear.year')
      .execute(),
    db
      .selectFrom('report')
      .select((eb) => ['unitId', eb.fn.countAll<number>().as('count')])
      .where('unitId', 'in', ids)
      .where('status', 'in', ['draft', 'sent', 'supplement'])
      .groupBy('unitId')
      .execute(),
    db
      .selectFrom('nomination')
      .select((eb) => ['unitId', eb.fn.countAll<number>().as('count')])
      .where('unitId', 'in', ids)
      .where('status', 'in', ['draft', 'submitted', 'supplement', 'checked'])
      .groupBy('unitId')
      .execute(),
    db
      .selectFrom('pledgeSignature')
      .select((eb) => ['unitId', eb.fn.countAll<number>().as('count')])
      .where('unitId', 'in', ids)
      .where('signedOn', 'is', null)
      .groupBy('unitId')
      .execute(),
    db
      .selectFrom('accountProfile')
      .select((eb) => ['unitId', eb.fn.countAll<number>().as('count')])
      .where('unitId', 'in', ids)
      .where('disabledAt', 'is', null)
      .groupBy('unitId')
      .execute(),
  ]);
  return {
    memberships,
    chairs,
    reports: counted(reports),
    nominations: counted(nominations),
    pledges: counted(pledges),
    accounts: counted(accounts),
  };
}

const counted = (rows: readonly { unitId: string | null; count: number }[]): UnitCount[] =>
  rows.flatMap(({ unitId, count }) => (unitId === null ? [] : [{ unitId, count: Number(count) }]));
