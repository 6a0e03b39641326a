import { type Expression, type SqlBool, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/**
 * A year within reach, drafts among them: of those who organise its cluster and of the unit that leads it. Whoever
 * reads published years only gets those.
 */
export function yearInReach(access: Access): Expression<SqlBool> {
  const ways: Expression<SqlBool>[] = [inAccess(access, { clusterYearId: 'clusterYear.id' })];
  if (access.own.length > 0)
    ways.push(sql<SqlBool>`${sql.ref('cluster.organizerUnitId')} in (${sql.join(access.own)})`);
  if (access.chair.length > 0)
    ways.push(sql<SqlBool>`${leadingUnit('clusterYear.clusterId', access.today)} in (${sql.join(access.chair)})`);
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** A year with its plan's head: cluster, who leads the year, who leads the cluster today, which year it was opened after. */
export function findPlanYear(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as chair', 'chair.id', 'clusterYear.chairUnitId')
    .leftJoin('unit as deputy', 'deputy.id', 'clusterYear.deputyChairUnitId')
    .leftJoin('unit as leader', (join) => join.on('leader.id', '=', leadingUnit('clusterYear.clusterId', access.today)))
    .leftJoin('unit as organizer', 'organizer.id', 'cluster.organizerUnitId')
    .leftJoin('clusterYear as model', 'model.id', 'clusterYear.modelYearId')
    .where('clusterYear.id', '=', id)
    .where(yearInReach(access))
    .selectAll('clusterYear')
    .select([
      'cluster.kind as clusterKind',
      'cluster.name as clusterName',
      'cluster.shortName',
      'cluster.organizerUnitId',
      'organizer.name as organizerName',
      'chair.name as chairName',
      'deputy.name as deputyChairName',
      'leader.id as leaderUnitId',
      'leader.name as leaderName',
      'model.year as modelYear',
      'model.endsOn as modelEndsOn',
      'model.status as modelStatus',
    ])
    .executeTakeFirst();
}
export type PlanYear = NonNullable<Awaited<ReturnType<typeof findPlanYear>>>;

/** Year-end reports of a year that the standing office has not taken over. */
export async function countOpenReports(db: Reader, clusterYearId: string): Promise<number> {
  const row = await db
    .selectFrom('report')
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', 'year-end')
    .where('status', 'not in', ['received', 'consolidated'])
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** What of a draft would be lost with it: records that members or the chair made in it. */
export async function findRecordsOf(db: Reader, clusterYearId: string): Promise<string[]> {
  const tables = ['report', 'pledge', 'nomination', 'conference', 'exemplar', 'recommendation'] as const;
  const found = await Promise.all(
    tables.map(async (table) => {
      const row = await db
        .selectFrom(table)
        .where('clusterYearId', '=', clusterYearId)
        .select('clusterYearId')
        .limit(1)
        .executeTakeFirst();
      return row ? [table as string] : [];
    }),
  );
  return found.flat();
}

/** Accounts in use of every unit that is a member of the cluster in that year. */
export async function findMemberAccounts(db: Reader, clusterYearId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('clusterYear')
    .innerJoin('clusterMember as member', 'member.clusterId', 'clusterYear.clusterId')
    .innerJoin('accountRole as held', 'held.unitId', 'member.unitId')
    .innerJoin('accountProfile as profile', 'profile.userId', 'held.userId')
    .where('clusterYear.id', '=', clusterYearId)
    .where((eb) =>
      eb.or([eb('member.validFrom', 'is', null), eb('member.validFrom', '<=', eb.ref('clusterYear.endsOn'))]),
    )
    .where((eb) =>
      eb.or([eb('member.validTo', 'is', null), eb('member.validTo', '>=', eb.ref('clusterYear.startsOn'))]),
    )
    .where((eb) => eb.or([eb('held.validFrom', 'is', null), eb('held.validFrom', '<=', today)]))
    .where((eb) => eb.or([eb('held.validTo', 'is', null), eb('held.validTo', '>=', today)]))
    .where('profile.disabledAt', 'is', null)
    .select('held.userId')
    .distinct()
    .execute();
  return rows.map(({ userId }) => userId);
}

/** Tasks of the year's recommendations (ý kiến chỉ đạo, đề nghị) that are not done. */
export async function countOpenTasks(db: Reader, clusterYearId: string): Promise<number> {
  const row = await db
    .selectFrom('recommendationTask as task')
    .innerJoin('recommendation', 'recommendation.id', 'task.recommendationId')
    .where('recommendation.clusterYearId', '=', clusterYearId)
    .where('recommendation.removedAt', 'is', null)
    .where('task.status', '<>', 'done')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
