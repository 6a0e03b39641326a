import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { isLastSpan } from '#db/clusters/last-span.ts';
import { leadingOffice, leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import { unitNameOn } from '#db/units/unit-spans.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { StageKind } from '#shared/clusters/clusters.schema.ts';

/** The published cluster-years within reach, newest first. */
export function findClusterYears(db: Reader, access: Access) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .where('clusterYear.status', '<>', 'draft')
    .select([
      'clusterYear.id',
      'clusterYear.year',
      'clusterYear.yearKind',
      'clusterYear.status',
      'clusterYear.name',
      'clusterYear.startsOn',
      'clusterYear.endsOn',
      'clusterYear.chairUnitId',
      'clusterYear.deputyChairUnitId',
      'cluster.name as clusterName',
      'cluster.shortName',
    ])
    .orderBy('clusterYear.year', 'desc')
    .orderBy('cluster.name')
    .execute();
}

/** One cluster-year with the names of its cluster, chair and deputy, and of the unit that leads the cluster today. */
export function findClusterYear(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as chair', 'chair.id', 'clusterYear.chairUnitId')
    .leftJoin('unit as deputy', 'deputy.id', 'clusterYear.deputyChairUnitId')
    .innerJoin('unit as leader', (join) =>
      join.on('leader.id', '=', leadingUnit('clusterYear.clusterId', access.today)),
    )
    .where('clusterYear.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .selectAll('clusterYear')
    .select([
      'cluster.kind as clusterKind',
      'cluster.name as clusterName',
      'cluster.shortName',
      'chair.name as chairName',
      'deputy.name as deputyChairName',
      'leader.id as leaderUnitId',
      'leader.name as leaderName',
    ])
    .select(leadingOffice('clusterYear.clusterId', access.today).as('leaderOffice'))
    .executeTakeFirst();
}

/** Members of that year's span, each once, in the cluster's own order. */
export function findMembers(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('clusterMember', 'clusterMember.clusterId', 'clusterYear.clusterId')
    .innerJoin('unit', 'unit.id', 'clusterMember.unitId')
    .where('clusterYear.id', '=', clusterYearId)
    .where((eb) =>
      eb.and([
        eb.or([
          eb('clusterMember.validFrom', 'is', null),
          eb('clusterMember.validFrom', '<=', eb.ref('clusterYear.endsOn')),
        ]),
        eb.or([
          eb('clusterMember.validTo', 'is', null),
          eb('clusterMember.validTo', '>=', eb.ref('clusterYear.startsOn')),
        ]),
      ]),
    )
    .where(isLastSpan('clusterMember', 'clusterYear.endsOn'))
    .select(['unit.id as unitId', 'unit.fullName', 'clusterMember.validTo'])
    .select(unitNameOn('unit.id', sql.ref('clusterYear.endsOn')).as('name'))
    .orderBy('clusterMember.position')
    .execute();
}

export function findStages(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('stage')
    .where('clusterYearId', '=', clusterYearId)
    .select(['id', 'kind', 'name', 'opensOn', 'closesOn', 'dueNote'])
    .orderBy('opensOn')
    .orderBy('position')
    .execute();
}

/** One stage of a year's plan; undefined where the plan has none of this kind. */
export function findStage(db: Reader, clusterYearId: string, kind: StageKind) {
  return db
    .selectFrom('stage')
    .where('clusterYearId', '=', clusterYearId)
    .where('kind', '=', kind)
    .select(['name', 'opensOn', 'closesOn'])
    .executeTakeFirst();
}

export function findMovements(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYearMovement')
    .innerJoin('movement', 'movement.id', 'clusterYearMovement.movementId')
    .where('clusterYearMovement.clusterYearId', '=', clusterYearId)
    .select(['movement.id', 'movement.name', 'movement.launchedBy', 'movement.periodFrom', 'movement.periodTo'])
    .orderBy('clusterYearMovement.position')
    .execute();
}

/** What the matrix is made of, for all members at once. */
export async function findProgress(db: Reader, clusterYearId: string) {
  const [reports, signatures, nominations] = await Promise.all([
    db
      .selectFrom('report')
      .where('clusterYearId', '=', clusterYearId)
      .select(['id', 'unitId', 'period', 'status', 'dueOn', 'sentAt', 'supplementDueOn'])
      .execute(),
    db
      .selectFrom('pledgeSignature')
      .innerJoin('pledge', 'pledge.id', 'pledgeSignature.pledgeId')
      .where('pledge.clusterYearId', '=', clusterYearId)
      .select(['pledgeSignature.unitId', 'pledgeSignature.signedOn'])
      .execute(),
    db
      .selectFrom('nomination')
      .where('clusterYearId', '=', clusterYearId)
      .select((eb) => ['unitId', 'status', eb.fn.countAll<number>().as('count')])
      .groupBy(['unitId', 'status'])
      .execute(),
  ]);
  return { reports, signatures, nominations };
}

/**
 * How a unit stands to the cluster of a year on a day: undefined when it never was a member. With several spans the one
 * that holds on the day comes first, then the last one.
 */
export async function findMembershipToday(db: Reader, clusterYearId: string, unitId: string, today: string) {
  const spans = await db
    .selectFrom('clusterYear')
    .innerJoin('clusterMember', 'clusterMember.clusterId', 'clusterYear.clusterId')
    .innerJoin('unit', 'unit.id', 'clusterMember.unitId')
    .where('clusterYear.id', '=', clusterYearId)
    .where('clusterMember.unitId', '=', unitId)
    .select([
      'unit.name as unitName',
      'clusterMember.validFrom',
      'clusterMember.validTo',
      'clusterYear.name as yearName',
      'clusterYear.archivedAt',
    ])
    .orderBy('clusterMember.validFrom', (order) => order.asc().nullsFirst())
    .execute();
  const marked = spans.map((span) => ({
    ...span,
    isActive: (span.validFrom ?? '') <= today && (span.validTo ?? '9999') >= today,
  }));
  return marked.find(({ isActive }) => isActive) ?? marked.at(-1);
}
