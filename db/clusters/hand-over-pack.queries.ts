import type { ExpressionBuilder } from 'kysely';
import { sql } from 'kysely';
import { isOpenWork } from '#db/clusters/hand-over.queries.ts';
import type { Database, Reader } from '#db/database.ts';
import { unitNameOn } from '#db/units/unit-spans.ts';

/** People of these units who work with the system on the day, with their roles; no addresses, those are their own. */
export function findPeopleOf(db: Reader, unitIds: readonly string[], today: string) {
  return db
    .selectFrom('accountProfile')
    .innerJoin('authUser', 'authUser.id', 'accountProfile.userId')
    .innerJoin('accountRole', 'accountRole.userId', 'accountProfile.userId')
    .where('accountProfile.unitId', 'in', [...unitIds])
    .where('accountProfile.disabledAt', 'is', null)
    .where((eb) => eb.or([eb('accountRole.validFrom', 'is', null), eb('accountRole.validFrom', '<=', today)]))
    .where((eb) => eb.or([eb('accountRole.validTo', 'is', null), eb('accountRole.validTo', '>=', today)]))
    .select(['authUser.id', 'authUser.name', 'accountProfile.unitId', 'accountProfile.title', 'accountRole.role'])
    .orderBy('authUser.name')
    .orderBy('accountRole.role')
    .execute();
}

const published = (eb: ExpressionBuilder<Database, 'clusterYear'>, clusterId: string) =>
  eb.and([eb('clusterYear.clusterId', '=', clusterId), eb('clusterYear.status', '<>', 'draft')]);

/** What whoever leads next finds unfinished, over all published years of the cluster, oldest first. */
export async function findOpenCases(db: Reader, clusterId: string, today: string) {
  const [reports, nominations, tasks] = await Promise.all([
    db
      .selectFrom('report')
      .innerJoin('clusterYear', 'clusterYear.id', 'report.clusterYearId')
      .where((eb) => published(eb, clusterId))
      .where((eb) => isOpenWork(eb, today))
      .select(['clusterYear.year', 'report.period', 'report.status', 'report.dueOn', 'report.supplementDueOn'])
      .select(unitNameOn('report.unitId', sql.ref('clusterYear.endsOn')).as('unitName'))
      .orderBy('clusterYear.year')
      .orderBy('report.dueOn')
      .orderBy('report.id')
      .execute(),
    db
      .selectFrom('nomination')
      .innerJoin('clusterYear', 'clusterYear.id', 'nomination.clusterYearId')
      .innerJoin('awardForm', 'awardForm.code', 'nomination.awardCode')
      .where((eb) => published(eb, clusterId))
      .where('nomination.status', 'in', ['submitted', 'supplement', 'checked'])
      .select(['clusterYear.year', 'nomination.name', 'nomination.status', 'awardForm.name as awardName'])
      .select(unitNameOn('nomination.unitId', sql.ref('clusterYear.endsOn')).as('unitName'))
      .orderBy('clusterYear.year')
      .orderBy('nomination.id')
      .execute(),
    db
      .selectFrom('recommendationTask')
      .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
      .innerJoin('clusterYear', 'clusterYear.id', 'recommendation.clusterYearId')
      .where((eb) => published(eb, clusterId))
      .where('recommendation.removedAt', 'is', null)
      .where('recommendationTask.status', '<>', 'done')
      .select([
        'clusterYear.year',
        'recommendation.number',
        'recommendation.content',
        'recommendation.dueOn',
        'recommendationTask.status',
      ])
      .select(unitNameOn('recommendationTask.unitId', sql.ref('clusterYear.endsOn')).as('unitName'))
      .orderBy('clusterYear.year')
      .orderBy('recommendation.number')
      .orderBy('recommendationTask.id')
      .execute(),
  ]);
  return { reports, nominations, tasks };
}

/** Conferences of the published years with their minutes, oldest first. */
export function findConferencesOf(db: Reader, clusterId: string) {
  return db
    .selectFrom('conference')
    .innerJoin('clusterYear', 'clusterYear.id', 'conference.clusterYearId')
    .where((eb) => published(eb, clusterId))
    .select(['conference.id', 'conference.minutes', 'conference.status', 'clusterYear.year'])
    .orderBy('clusterYear.year')
    .execute();
}

/** Documents of the cluster itself and of these conferences, with where their content lies. */
export function findDocumentsOf(db: Reader, clusterId: string, conferenceIds: readonly string[]) {
  return db
    .selectFrom('file')
    .select(['id', 'subjectKind', 'subjectId', 'name', 'sha256', 'sizeBytes'])
    .where('removedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('subjectKind', '=', 'cluster'), eb('subjectId', '=', clusterId)]),
        ...(conferenceIds.length > 0
          ? [eb.and([eb('subjectKind', '=', 'conference'), eb('subjectId', 'in', [...conferenceIds])])]
          : []),
      ]),
    )
    .orderBy('id')
    .execute();
}
