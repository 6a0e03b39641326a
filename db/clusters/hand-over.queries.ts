import type { ExpressionBuilder } from 'kysely';
import type { Database, Reader } from '#db/database.ts';
import { isAskedFor } from '#db/reports/reports.queries.ts';

/** Reports that the standing office still waits for or has to look at; what is asked for later is not open yet. */
export const isOpenWork = (eb: ExpressionBuilder<Database, 'report'>, today: string) =>
  eb.or([
    eb('report.status', 'in', ['sent', 'supplement']),
    eb.and([eb('report.status', '=', 'draft'), isAskedFor(today)]),
  ]);

/** What goes over with a cluster, counted over all its years; documents are those of the cluster itself. */
export async function countHandedOver(db: Reader, clusterId: string, clusterYearId: string, today: string) {
  const inCluster = (eb: ExpressionBuilder<Database, 'clusterYear'>) => eb('clusterYear.clusterId', '=', clusterId);
  const [members, indicators, reports, nominations, decisions, tasks, pledges, documents] = await Promise.all([
    db
      .selectFrom('clusterMember')
      .where('clusterId', '=', clusterId)
      .where((eb) => eb.or([eb('validFrom', 'is', null), eb('validFrom', '<=', today)]))
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('clusterYearIndicator')
      .where('clusterYearId', '=', clusterYearId)
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('report')
      .innerJoin('clusterYear', 'clusterYear.id', 'report.clusterYearId')
      .where(inCluster)
      .where((eb) => isOpenWork(eb, today))
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('nomination')
      .innerJoin('clusterYear', 'clusterYear.id', 'nomination.clusterYearId')
      .where(inCluster)
      .where('nomination.status', 'in', ['submitted', 'supplement', 'checked'])
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('decision')
      .innerJoin('clusterYear', 'clusterYear.id', 'decision.clusterYearId')
      .where(inCluster)
      .where('decision.status', 'in', ['draft', 'submitted', 'signed'])
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('recommendationTask')
      .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
      .innerJoin('clusterYear', 'clusterYear.id', 'recommendation.clusterYearId')
      .where(inCluster)
      .where('recommendation.removedAt', 'is', null)
      .where('recommendationTask.status', '<>', 'done')
      .select((eb) => eb.fn.count<number | string>('recommendation.id').distinct().as('count'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('pledge')
      .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
      .where(inCluster)
      .select((eb) => [
        'clusterYear.id as clusterYearId',
        'clusterYear.year',
        'pledge.status',
        eb
          .selectFrom('pledgeSignature')
          .whereRef('pledgeSignature.pledgeId', '=', 'pledge.id')
          .where('pledgeSignature.signedOn', 'is not', null)
          .select((sub) => sub.fn.countAll<number | string>().as('count'))
          .as('signedCount'),
      ])
      .orderBy('clusterYear.year')
      .execute(),
    db
      .selectFrom('file')
      .where('subjectKind', '=', 'cluster')
      .where('subjectId', '=', clusterId)
      .where('removedAt', 'is', null)
      .select((eb) => eb.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow(),
  ]);
  return {
    memberCount: Number(members.count),
    indicatorCount: Number(indicators.count),
    reportCount: Number(reports.count),
    nominationCount: Number(nominations.count),
    decisionCount: Number(decisions.count),
    recommendationCount: Number(tasks.count),
    documentCount: Number(documents.count),
    pledges: pledges.map((pledge) => ({ ...pledge, signedCount: Number(pledge.signedCount ?? 0) })),
  };
}
