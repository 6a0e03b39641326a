import { type Expression, type SqlBool, sql } from 'kysely';
import { leadingUnit, leadingYearId } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Clusters the person's units belong or belonged to, and those that their unit organises. */
export function clusterInAccess(access: Access): Expression<SqlBool> {
  if (access.all) return sql<SqlBool>`1 = 1`;
  const ways: Expression<SqlBool>[] = [];
  if (access.cluster.length > 0)
    ways.push(sql<SqlBool>`exists (select 1 from ${sql.table('cluster_member')} as scope_m
      where scope_m.cluster_id = ${sql.ref('cluster.id')} and scope_m.unit_id in (${sql.join(access.cluster)}))`);
  for (const units of [access.cluster, access.own])
    if (units.length > 0) ways.push(sql<SqlBool>`${sql.ref('cluster.organizerUnitId')} in (${sql.join(units)})`);
  return ways.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** Clusters that the person's unit organises, and those it leads on the day of the call. */
export function clusterKeptIn(access: Access): Expression<SqlBool> {
  const organized = clusterInAccess({ ...access, cluster: [] });
  if (access.chair.length === 0) return organized;
  return sql<SqlBool>`(${organized} or ${leadingUnit('cluster.id', access.today)} in (${sql.join(access.chair)}))`;
}

/** Members on a day, of the cluster in the outer query. */
const memberCount = (today: string) => sql<number | string>`(select count(*) from ${sql.table('cluster_member')} as m
  where m.cluster_id = ${sql.ref('cluster.id')} and (m.valid_from is null or m.valid_from <= ${today})
    and (m.valid_to is null or m.valid_to >= ${today}))`;

/** Danh sách cụm, khối: each with its members on the day and the year whose chair leads it. */
export function listClusters(db: Reader, access: Access) {
  return db
    .selectFrom('cluster')
    .leftJoin('unit as organizer', 'organizer.id', 'cluster.organizerUnitId')
    .leftJoin('clusterYear as lead', (join) => join.on('lead.id', '=', leadingYearId('cluster.id', access.today)))
    .leftJoin('unit as chair', 'chair.id', 'lead.chairUnitId')
    .leftJoin('unit as deputy', 'deputy.id', 'lead.deputyChairUnitId')
    .where(clusterInAccess(access))
    .select([
      'cluster.id',
      'cluster.kind',
      'cluster.name',
      'cluster.shortName',
      'cluster.closedOn',
      'cluster.organizerUnitId',
      'organizer.name as organizerName',
      'lead.year',
      'lead.name as yearName',
      'chair.name as chairName',
      'deputy.name as deputyChairName',
    ])
    .select(memberCount(access.today).as('memberCount'))
    .orderBy('cluster.organizerUnitId', (order) => order.asc().nullsFirst())
    .orderBy('cluster.kind', 'desc') // 'cluster' before 'bloc'
    .orderBy('cluster.name')
    .execute();
}

export function findCluster(db: Reader, access: Access, id: string) {
  return detailOf(db, id).where(clusterInAccess(access)).executeTakeFirst();
}

/** The cluster if this call may prepare its years: as its organiser, or as the unit that leads it today. */
export function findClusterToPrepare(db: Reader, access: Access, id: string) {
  return detailOf(db, id)
    .where(clusterKeptIn(access))
    .select(leadingYearId('cluster.id', access.today).as('leadingYearId'))
    .executeTakeFirst();
}

function detailOf(db: Reader, id: string) {
  return db
    .selectFrom('cluster')
    .leftJoin('unit as organizer', 'organizer.id', 'cluster.organizerUnitId')
    .where('cluster.id', '=', id)
    .selectAll('cluster')
    .select(['organizer.name as organizerName', 'organizer.fullName as organizerFullName']);
}
export type ClusterDetail = NonNullable<Awaited<ReturnType<typeof findCluster>>>;

export function findClusterByName(db: Reader, name: string) {
  return db.selectFrom('cluster').where('name', '=', name).select(['id', 'name']).executeTakeFirst();
}

/** Every membership there ever was, in the cluster's own order, spans of one unit by their first day. */
export function findMemberships(db: Reader, clusterId: string) {
  return db
    .selectFrom('clusterMember')
    .innerJoin('unit', 'unit.id', 'clusterMember.unitId')
    .where('clusterMember.clusterId', '=', clusterId)
    .select([
      'clusterMember.id',
      'clusterMember.unitId',
      'clusterMember.position',
      'clusterMember.validFrom',
      'clusterMember.validTo',
      'unit.name as unitName',
      'unit.fullName as unitFullName',
    ])
    .orderBy('clusterMember.position')
    .orderBy('clusterMember.validFrom', (order) => order.asc().nullsFirst())
    .orderBy('clusterMember.id')
    .execute();
}

/** All years of a cluster with who leads them, newest first. */
export function findYearsOf(db: Reader, clusterId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('unit as chair', 'chair.id', 'clusterYear.chairUnitId')
    .leftJoin('unit as deputy', 'deputy.id', 'clusterYear.deputyChairUnitId')
    .where('clusterYear.clusterId', '=', clusterId)
    .selectAll('clusterYear')
    .select(['chair.name as chairName', 'deputy.name as deputyChairName'])
    .orderBy('clusterYear.year', 'desc')
    .execute();
}
export type YearOfCluster = Awaited<ReturnType<typeof findYearsOf>>[number];

/** How much of a year the one that begins on this day takes over: what it asks, and movements that still run. */
export async function countCopied(db: Reader, clusterYearId: string, startsOn: string) {
  const [indicators, movements] = await Promise.all([
    db
      .selectFrom('clusterYearIndicator')
      .where('clusterYearId', '=', clusterYearId)
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirst(),
    db
      .selectFrom('clusterYearMovement')
      .innerJoin('movement', 'movement.id', 'clusterYearMovement.movementId')
      .where('clusterYearMovement.clusterYearId', '=', clusterYearId)
      .where('movement.periodTo', '>=', startsOn)
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirst(),
  ]);
  return { indicatorCount: Number(indicators?.count ?? 0), movementCount: Number(movements?.count ?? 0) };
}

const MOST_UNITS = 20;
/** Deeper than any administration; keeps a circle in the data from running for ever. */
const MOST_LEVELS = 10;

export function findUnit(db: Reader, id: string) {
  return db
    .selectFrom('unit')
    .where('id', '=', id)
    .select(['id', 'name', 'fullName', 'parentId', 'validFrom', 'validTo'])
    .executeTakeFirst();
}

/** Whether a unit is the organiser or stands anywhere below it. */
export async function isWithin(db: Reader, unitId: string, organizerUnitId: string): Promise<boolean> {
  const row = await db
    .selectFrom('unit')
    .where('id', '=', unitId)
    .where(sql<SqlBool>`${sql.ref('unit.id')} in (${unitsBelow(organizerUnitId)})`)
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Units that may join: of the whole country, or an organiser with everything below it; by a part of the name. Those
 * that exist on the day come first.
 */
export function searchUnits(db: Reader, organizerUnitId: string | null, folded: string, today: string) {
  const pattern = `%${folded.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const reach =
    organizerUnitId === null
      ? sql<SqlBool>`${sql.ref('unit.parentId')} is null`
      : sql<SqlBool>`${sql.ref('unit.id')} in (${unitsBelow(organizerUnitId)})`;
  return db
    .selectFrom('unit')
    .leftJoin('unit as parent', 'parent.id', 'unit.parentId')
    .where(sql<SqlBool>`${sql.ref('unit.nameFold')} like ${pattern} escape '\\'`)
    .where(reach)
    .select(['unit.id', 'unit.name', 'unit.fullName', 'unit.validFrom', 'unit.validTo', 'parent.name as parentName'])
    .orderBy(
      sql`case when coalesce(${sql.ref('unit.validFrom')}, '') <= ${today}
        and coalesce(${sql.ref('unit.validTo')}, '9999') >= ${today} then 0 else 1 end`,
    )
    .orderBy('unit.nameFold')
    .orderBy('unit.id')
    .limit(MOST_UNITS)
    .execute();
}

/** A unit and all units below it, at any depth. */
const unitsBelow = (unitId: string) => sql`with recursive below(id, depth) as (
    select id, 0 from ${sql.table('unit')} where id = ${unitId}
    union all
    select child.id, below.depth + 1 from ${sql.table('unit')} as child
    inner join below on below.id = child.parent_id where below.depth < ${MOST_LEVELS})
  select id from below`;
