import { inAccess } from '#db/accounts/scope.ts';
import { isActiveMember } from '#db/clusters/active-member.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Those of one conference that were not removed, by number. */
export function findRecommendations(db: Reader, conferenceId: string) {
  return db
    .selectFrom('recommendation')
    .selectAll()
    .where('conferenceId', '=', conferenceId)
    .where('removedAt', 'is', null)
    .orderBy('number')
    .execute();
}

/** One inside the scope that was not removed, with the day of its conference. */
export function findRecommendation(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('recommendation')
    .innerJoin('conference', 'conference.id', 'recommendation.conferenceId')
    .innerJoin('clusterYear', 'clusterYear.id', 'recommendation.clusterYearId')
    .innerJoin('unit as leading', (join) =>
      join.on('leading.id', '=', leadingUnit('clusterYear.clusterId', access.today)),
    )
    .selectAll('recommendation')
    .select(['conference.heldOn', 'leading.name as leadingUnitName'])
    .where('recommendation.id', '=', id)
    .where('recommendation.removedAt', 'is', null)
    .where(inAccess(access, { clusterYearId: 'recommendation.clusterYearId' }))
    .executeTakeFirst();
}
export type Recommendation = NonNullable<Awaited<ReturnType<typeof findRecommendation>>>;

/** Tasks of these recommendations with the names of the units, in the order of the names. */
export async function findTasks(db: Reader, recommendationIds: readonly string[]) {
  if (recommendationIds.length === 0) return [];
  return db
    .selectFrom('recommendationTask')
    .innerJoin('unit', 'unit.id', 'recommendationTask.unitId')
    .selectAll('recommendationTask')
    .select('unit.name as unitName')
    .where('recommendationTask.recommendationId', 'in', [...recommendationIds])
    .orderBy('unit.name')
    .execute();
}
export type TaskWithUnit = Awaited<ReturnType<typeof findTasks>>[number];

/** One task inside the scope with its recommendation; those of removed ones are gone. */
export function findTask(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('recommendationTask')
    .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
    .innerJoin('unit', 'unit.id', 'recommendationTask.unitId')
    .selectAll('recommendationTask')
    .select([
      'unit.name as unitName',
      'recommendation.clusterYearId',
      'recommendation.number',
      'recommendation.madeOn',
      'recommendation.dueOn',
    ])
    .where('recommendationTask.id', '=', id)
    .where('recommendation.removedAt', 'is', null)
    .where(inAccess(access, { clusterYearId: 'recommendation.clusterYearId', unitId: 'recommendationTask.unitId' }))
    .executeTakeFirst();
}
export type TaskOfUnit = NonNullable<Awaited<ReturnType<typeof findTask>>>;

/** What these units, members on the day, still have to do about recommendations that were made by then. */
export function findOpenTasks(db: Reader, unitIds: readonly string[], today: string) {
  return db
    .selectFrom('recommendationTask')
    .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
    .innerJoin('clusterYear', 'clusterYear.id', 'recommendation.clusterYearId')
    .select([
      'recommendationTask.id',
      'recommendation.clusterYearId',
      'recommendation.number',
      'recommendation.content',
      'recommendation.dueOn',
    ])
    .where('recommendationTask.unitId', 'in', unitIds)
    .where('recommendationTask.status', '<>', 'done')
    .where('recommendation.removedAt', 'is', null)
    .where('recommendation.madeOn', '<=', today)
    .where(isActiveMember('clusterYear.clusterId', 'recommendationTask.unitId', today))
    .orderBy('recommendation.number')
    .execute();
}

/** How many units are late with each recommendation of the clusters that these units lead on the day. */
export function findOverdueRecommendations(db: Reader, chairUnitIds: readonly string[], today: string) {
  return db
    .selectFrom('recommendationTask')
    .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
    .innerJoin('clusterYear', 'clusterYear.id', 'recommendation.clusterYearId')
    .select((eb) => [
      'recommendation.id',
      'recommendation.clusterYearId',
      'recommendation.number',
      'recommendation.dueOn',
      eb.fn.countAll<number>().as('lateUnits'),
    ])
    .where(leadingUnit('clusterYear.clusterId', today), 'in', chairUnitIds)
    .where('recommendationTask.status', '<>', 'done')
    .where('recommendation.removedAt', 'is', null)
    .where('recommendation.dueOn', '<', today)
    .groupBy(['recommendation.id', 'recommendation.clusterYearId', 'recommendation.number', 'recommendation.dueOn'])
    .orderBy('recommendation.number')
    .execute();
}
