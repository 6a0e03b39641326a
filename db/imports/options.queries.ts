import type { Reader } from '#db/database.ts';

/** Units by their last name. */
export function listMyImportUnits(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute();
}

/** Published cluster-years in which one of these units is a member, newest first, with the periods it reports on. */
export async function listMyImportYears(db: Reader, unitIds: readonly string[]) {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('clusterYear as year')
    .innerJoin('cluster', 'cluster.id', 'year.clusterId')
    .innerJoin('clusterMember as member', 'member.clusterId', 'year.clusterId')
    .leftJoin('report', (join) =>
      join.onRef('report.clusterYearId', '=', 'year.id').onRef('report.unitId', '=', 'member.unitId'),
    )
    .select(['year.id', 'year.year', 'year.name', 'cluster.shortName', 'report.period'])
    .where('member.unitId', 'in', [...unitIds])
    .where('year.status', '=', 'published')
    .where((eb) => eb.or([eb('member.validFrom', 'is', null), eb('member.validFrom', '<=', eb.ref('year.endsOn'))]))
    .where((eb) => eb.or([eb('member.validTo', 'is', null), eb('member.validTo', '>=', eb.ref('year.startsOn'))]))
    .orderBy('year.year', 'desc')
    .orderBy('year.id')
    .limit(400)
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((list) => ({
    id: list[0]!.id,
    name: `${list[0]!.shortName}, ${list[0]!.name}`,
    periods: [...new Set(list.flatMap(({ period }) => period ?? []))],
  }));
}
