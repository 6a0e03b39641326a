import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** The indicators a cluster-year asks for, in the order of its form, with the names of what they are weighted by. */
export function findYearIndicators(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYearIndicator as asked')
    .innerJoin('indicatorVersion as iv', 'iv.id', 'asked.indicatorVersionId')
    .select([
      'iv.id',
      'iv.indicatorId',
      'iv.name',
      'iv.unitOfMeasure',
      'iv.kind',
      'iv.aggregation',
      'iv.weightIndicatorId',
      'iv.better',
      'iv.decimals',
      'iv.sourceOffice',
      'iv.paperWording',
      'iv.definition',
      'iv.predecessorId',
      'iv.factorNum',
      'iv.factorDen',
      'asked.position',
      'asked.isHeadline',
    ])
    .where('asked.clusterYearId', '=', clusterYearId)
    .orderBy('asked.position')
    .orderBy('iv.id')
    .execute();
}
export type YearIndicator = Awaited<ReturnType<typeof findYearIndicators>>[number];

/** Whose the indicators are: common ones are the administrator's, others their unit's. */
export function findIndicator(db: Reader, id: string) {
  return db
    .selectFrom('indicator')
    .leftJoin('unit as owner', 'owner.id', 'indicator.ownerUnitId')
    .where('indicator.id', '=', id)
    .select(['indicator.id', 'indicator.code', 'indicator.ownerUnitId', 'indicator.isDemo', 'owner.name as ownerName'])
    .executeTakeFirst();
}
export type IndicatorOfCatalogue = NonNullable<Awaited<ReturnType<typeof findIndicator>>>;

/** Versions of these indicators (all, where none are named), oldest first, with whose they are. */
export function findVersions(db: Reader, indicatorIds?: readonly string[]) {
  const versions = db
    .selectFrom('indicatorVersion as iv')
    .innerJoin('indicator', 'indicator.id', 'iv.indicatorId')
    .leftJoin('unit as owner', 'owner.id', 'indicator.ownerUnitId')
    .selectAll('iv')
    .select(['indicator.ownerUnitId', 'owner.name as ownerName'])
    .orderBy('iv.indicatorId')
    .orderBy('iv.validFrom')
    .orderBy('iv.id');
  return (indicatorIds ? versions.where('iv.indicatorId', 'in', [...indicatorIds]) : versions).execute();
}
export type VersionOfCatalogue = Awaited<ReturnType<typeof findVersions>>[number];

export function findVersion(db: Reader, id: string) {
  return db.selectFrom('indicatorVersion').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The links of every version to the one it continues: few enough to be read at once. */
export function findVersionLinks(db: Reader) {
  return db
    .selectFrom('indicatorVersion')
    .select(['id', 'indicatorId', 'name', 'unitOfMeasure', 'decimals', 'predecessorId', 'factorNum', 'factorDen'])
    .execute();
}

/** Years that ask these versions, with their state, newest first. */
export function findYearsAsking(db: Reader, versionIds: readonly string[]) {
  if (versionIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('clusterYearIndicator as asked')
    .innerJoin('clusterYear', 'clusterYear.id', 'asked.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where('asked.indicatorVersionId', 'in', [...versionIds])
    .select([
      'asked.indicatorVersionId',
      'clusterYear.id as clusterYearId',
      'clusterYear.year',
      'clusterYear.yearKind',
      'clusterYear.name',
      'clusterYear.startsOn',
      'clusterYear.status',
      'cluster.shortName',
    ])
    .orderBy('clusterYear.year', 'desc')
    .orderBy('cluster.shortName')
    .execute();
}

/** Which of these years are among those the call may touch. */
export async function findSeenYears(db: Reader, access: Access, yearIds: readonly string[]): Promise<Set<string>> {
  if (yearIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('clusterYear')
    .where('id', 'in', [...yearIds])
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .select('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** In how many years each version is asked. */
export async function countYearsByVersion(db: Reader): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('clusterYearIndicator')
    .select((eb) => ['indicatorVersionId', eb.fn.countAll<number | string>().as('count')])
    .groupBy('indicatorVersionId')
    .execute();
  return new Map(rows.map(({ indicatorVersionId, count }) => [indicatorVersionId, Number(count)]));
}

/** What holds the indicators of a year: the day its pledge was settled, its first report sent, who has typed figures. */
export async function findHolds(db: Reader, clusterYearId: string) {
  const [pledge, sent, values, targets] = await Promise.all([
    db.selectFrom('pledge').where('clusterYearId', '=', clusterYearId).select('frozenAt').executeTakeFirst(),
    db
      .selectFrom('report')
      .innerJoin('unit', 'unit.id', 'report.unitId')
      .where('report.clusterYearId', '=', clusterYearId)
      .where('report.sentAt', 'is not', null)
      .select(['unit.name as unit', 'report.sentAt'])
      .orderBy('report.sentAt')
      .limit(1)
      .executeTakeFirst(),
    db
      .selectFrom('reportValue as cell')
      .innerJoin('report', 'report.id', 'cell.reportId')
      .innerJoin('unit', 'unit.id', 'report.unitId')
      .where('report.clusterYearId', '=', clusterYearId)
      .where((eb) => eb.or([eb('cell.value', 'is not', null), eb('cell.note', '<>', '')]))
      .select(['cell.indicatorVersionId', 'unit.name'])
      .distinct()
      .execute(),
    db
      .selectFrom('pledgeTarget as target')
      .innerJoin('pledge', 'pledge.id', 'target.pledgeId')
      .innerJoin('unit', 'unit.id', 'target.unitId')
      .where('pledge.clusterYearId', '=', clusterYearId)
      .where((eb) => eb.or([eb('target.value', 'is not', null), eb('target.note', '<>', '')]))
      .select(['target.indicatorVersionId', 'unit.name'])
      .distinct()
      .execute(),
  ]);
  const filledBy = new Map<string, string[]>();
  for (const { indicatorVersionId, name } of [...values, ...targets]) {
    const names = filledBy.get(indicatorVersionId) ?? [];
    if (!names.includes(name)) filledBy.set(indicatorVersionId, [...names, name]);
  }
  return { frozenAt: pledge?.frozenAt ?? null, sent: sent ?? null, filledBy };
}
