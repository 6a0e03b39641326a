import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import { foundBy } from '#db/exemplars/exemplars.queries.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import { fold } from '#shared/core/fold.ts';
import type { ExemplarKind } from '#shared/exemplars/exemplars.schema.ts';

export type BankFilter = {
  words: readonly string[];
  kind?: ExemplarKind | undefined;
  field?: string | undefined;
  /** Id of the last row of the page before. */
  after?: string | undefined;
  limit: number;
};

const nameColumns = [
  'exemplar.id',
  'exemplar.kind',
  'exemplar.title',
  'exemplar.presenter',
  'exemplar.place',
  'exemplar.field',
  'exemplar.isDemo',
  'exemplar.source',
  'exemplar.unitId',
  'unit.name as unitName',
  'clusterYear.year',
  'cluster.shortName as clusterName',
] as const;

const bank = (db: Reader) =>
  db
    .selectFrom('exemplar')
    .innerJoin('unit', 'unit.id', 'exemplar.unitId')
    .innerJoin('clusterYear', 'clusterYear.id', 'exemplar.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where('exemplar.removedAt', 'is', null)
    .where('exemplar.sharing', '=', 'approved');

/** What was approved for everybody, of all clusters, newest first, each with how many took it up. */
export function listBank(db: Reader, { words, kind, field, after, limit }: BankFilter) {
  return bank(db)
    .select(nameColumns)
    .select((eb) =>
      eb
        .selectFrom('replication')
        .whereRef('replication.exemplarId', '=', 'exemplar.id')
        .where('replication.status', '<>', 'stopped')
        .select((of) => of.fn.countAll<number | string>().as('count'))
        .as('adopters'),
    )
    .where(foundBy(words))
    .$if(kind !== undefined, (qb) => qb.where('exemplar.kind', '=', kind!))
    .$if(field !== undefined, (qb) => qb.where('exemplar.field', '=', field!))
    .$if(after !== undefined, (qb) => qb.where('exemplar.id', '<', after!))
    .orderBy('exemplar.id', 'desc')
    .limit(limit)
    .execute();
}

/** The fields of what is in the bank, for the filter and for the fields of indicators. */
export async function listBankFields(db: Reader): Promise<string[]> {
  const rows = await bank(db).select('exemplar.field').distinct().where('exemplar.field', '<>', '').execute();
  return rows.map(({ field }) => field);
}

/**
 * One exemplar that is not of the person's clusters: approved for everybody, or taken up by one of the person's
 * units, which goes on reading it whatever becomes of the approval.
 */
export function findSharedExemplar(db: Reader, access: Access, id: string) {
  const units = [...new Set([...access.own, ...access.cluster])];
  return db
    .selectFrom('exemplar')
    .innerJoin('unit', 'unit.id', 'exemplar.unitId')
    .innerJoin('clusterYear', 'clusterYear.id', 'exemplar.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('clusterYear.clusterId', access.today)))
    .selectAll('exemplar')
    .select([
      'unit.name as unitName',
      'clusterYear.year',
      'clusterYear.name as yearName',
      'cluster.name as clusterName',
      'chair.id as chairUnitId',
      'chair.name as chairUnitName',
    ])
    .where('exemplar.id', '=', id)
    .where('exemplar.removedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('exemplar.sharing', '=', 'approved'),
        units.length === 0
          ? sql<boolean>`1 = 0`
          : eb.exists(
              eb
                .selectFrom('replication')
                .whereRef('replication.exemplarId', '=', 'exemplar.id')
                .where('replication.unitId', 'in', units)
                .select('replication.id'),
            ),
      ]),
    )
    .executeTakeFirst();
}

/** Models within reach of these fields (without accents): of the person's clusters, or approved for everybody. */
export function listModelsOfFields(db: Reader, access: Access, fieldFolds: readonly string[]) {
  return db
    .selectFrom('exemplar')
    .innerJoin('unit', 'unit.id', 'exemplar.unitId')
    .innerJoin('clusterYear', 'clusterYear.id', 'exemplar.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .select(nameColumns)
    .where('exemplar.removedAt', 'is', null)
    .where('exemplar.kind', '=', 'model')
    .where('exemplar.field', '<>', '')
    .where((eb) =>
      eb.or([
        eb('exemplar.sharing', '=', 'approved'),
        inAccess(access, { clusterYearId: 'exemplar.clusterYearId', unitId: 'exemplar.unitId' }),
      ]),
    )
    .orderBy('exemplar.id', 'desc')
    .execute()
    .then((rows) => rows.filter(({ field }) => fieldFolds.includes(fold(field))));
}

/** Fields of the indicators of a year's cluster; `field` null: none was given yet. */
export function listIndicatorFields(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYearIndicator as asked')
    .innerJoin('clusterYear', 'clusterYear.id', 'asked.clusterYearId')
    .innerJoin('indicatorVersion as version', 'version.id', 'asked.indicatorVersionId')
    .leftJoin('indicatorField as of', (join) =>
      join.onRef('of.indicatorId', '=', 'version.indicatorId').onRef('of.clusterId', '=', 'clusterYear.clusterId'),
    )
    .where('asked.clusterYearId', '=', clusterYearId)
    .select([
      'clusterYear.clusterId',
      'version.id as versionId',
      'version.indicatorId',
      'version.name',
      'version.unitOfMeasure',
      'version.decimals',
      'version.better',
      'of.field',
      'of.fieldFold',
    ])
    .orderBy('asked.position')
    .execute();
}

/** Figures of a year by member, period and state of the report. */
export function listFigures(db: Reader, clusterYearId: string, versionIds: readonly string[]) {
  return db
    .selectFrom('report')
    .innerJoin('reportValue as value', 'value.reportId', 'report.id')
    .where('report.clusterYearId', '=', clusterYearId)
    .where('value.indicatorVersionId', 'in', [...versionIds])
    .where('value.value', 'is not', null)
    .select(['report.unitId', 'report.period', 'report.status', 'value.indicatorVersionId', 'value.value'])
    .execute();
}

/** What a member pledged to reach in a year. */
export function listTargetsOf(db: Reader, clusterYearId: string, unitId: string) {
  return db
    .selectFrom('pledgeTarget')
    .innerJoin('pledge', 'pledge.id', 'pledgeTarget.pledgeId')
    .where('pledge.clusterYearId', '=', clusterYearId)
    .where('pledgeTarget.unitId', '=', unitId)
    .select(['pledgeTarget.indicatorVersionId', 'pledgeTarget.value'])
    .execute();
}

export async function listDismissals(db: Reader, clusterYearId: string, unitId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('suggestionDismissal')
    .select(['exemplarId', 'indicatorId'])
    .where('clusterYearId', '=', clusterYearId)
    .where('unitId', '=', unitId)
    .execute();
  return new Set(rows.map(({ exemplarId, indicatorId }) => `${exemplarId} ${indicatorId}`));
}
