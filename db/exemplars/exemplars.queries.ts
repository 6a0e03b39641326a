import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { isLastSpan } from '#db/clusters/last-span.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { ExemplarKind } from '#shared/exemplars/exemplars.schema.ts';

const scopeOf = (access: Access) =>
  inAccess(access, { clusterYearId: 'exemplar.clusterYearId', unitId: 'exemplar.unitId' });

const shownExemplars = (db: Reader, access: Access) =>
  db
    .selectFrom('exemplar')
    .innerJoin('unit', 'unit.id', 'exemplar.unitId')
    .innerJoin('clusterYear', 'clusterYear.id', 'exemplar.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where('exemplar.removedAt', 'is', null)
    .where(scopeOf(access));

export type ExemplarListFilter = {
  /** Words without accents, all of which have to be found. */
  words: readonly string[];
  kind?: ExemplarKind | undefined;
  unitId?: string | undefined;
  year?: number | undefined;
  /** Year and id of the last row of the page before. */
  after?: readonly [number, string] | undefined;
  limit: number;
};

/** Exemplars in reach, newest year first, in each year the newest first. */
export function listExemplars(db: Reader, access: Access, filter: ExemplarListFilter) {
  const { words, kind, unitId, year, after, limit } = filter;
  let query = shownExemplars(db, access).select([
    'exemplar.id',
    'exemplar.kind',
    'exemplar.title',
    'exemplar.presenter',
    'exemplar.place',
    'exemplar.field',
    'exemplar.source',
    'exemplar.isDemo',
    'exemplar.unitId',
    'unit.name as unitName',
    'clusterYear.year',
    'cluster.shortName as clusterName',
  ]);
  if (words.length > 0) query = query.where(foundBy(words));
  if (kind) query = query.where('exemplar.kind', '=', kind);
  if (unitId) query = query.where('exemplar.unitId', '=', unitId);
  if (year !== undefined) query = query.where('clusterYear.year', '=', year);
  if (after)
    query = query.where((eb) =>
      eb.or([
        eb('clusterYear.year', '<', after[0]),
        eb.and([eb('clusterYear.year', '=', after[0]), eb('exemplar.id', '<', after[1])]),
      ]),
    );
  return query.orderBy('clusterYear.year', 'desc').orderBy('exemplar.id', 'desc').limit(limit).execute();
}

/** Every word stands in what is written of the exemplar or in one of its effects. */
export function foundBy(words: readonly string[]) {
  const tests = words.map((word) => {
    const pattern = `%${escaped(word)}%`;
    return sql`(${sql.ref('exemplar.searchFold')} like ${pattern} escape '!' or exists (select 1 from effect
      where effect.subject_kind = 'exemplar' and effect.subject_id = ${sql.ref('exemplar.id')}
        and effect.what_fold like ${pattern} escape '!'))`;
  });
  return tests.length === 0 ? sql<boolean>`1 = 1` : sql<boolean>`${sql.join(tests, sql` and `)}`;
}

/** What `like` would read as "anything" is looked for as it is. */
const escaped = (word: string): string => word.replace(/[!%_]/g, '!$&');

/** One exemplar that was not removed, with the names around it; only inside the scope. */
export function findExemplar(db: Reader, access: Access, id: string) {
  return shownExemplars(db, access)
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
    .executeTakeFirst();
}

/** The year an exemplar is to be added to and who leads its cluster today; only inside the scope. */
export function findExemplarYear(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('clusterYear.clusterId', access.today)))
    .select(['clusterYear.id', 'clusterYear.name', 'chair.id as chairUnitId', 'chair.name as chairUnitName'])
    .where('clusterYear.id', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .executeTakeFirst();
}

/** Members of the cluster-years in reach, year by year: what the list is filtered by and what an exemplar can be of. */
export function listExemplarUnits(db: Reader, access: Access) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('clusterMember', 'clusterMember.clusterId', 'clusterYear.clusterId')
    .innerJoin('unit', 'unit.id', 'clusterMember.unitId')
    .select([
      'clusterYear.id as clusterYearId',
      'clusterYear.year',
      'cluster.shortName as clusterName',
      'unit.id as unitId',
      'unit.name as unitName',
      leadingUnit('clusterYear.clusterId', access.today).as('chairUnitId'),
    ])
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
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .where('clusterYear.status', '<>', 'draft')
    .orderBy('clusterYear.year', 'desc')
    .orderBy('cluster.shortName')
    .orderBy('clusterMember.position')
    .execute();
}
