import { isActiveMember } from '#db/clusters/active-member.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import { isAskedFor, isLocked } from '#db/reports/reports.queries.ts';

/**
 * Reports in hand of these units while they are members: drafts from the day their stage opens, requests to complete,
 * and what is open again.
 */
export function findReportsToSend(db: Reader, unitIds: readonly string[], today: string, now: string) {
  return db
    .selectFrom('report')
    .innerJoin('clusterYear', 'clusterYear.id', 'report.clusterYearId')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .where('report.unitId', 'in', unitIds)
    .where((eb) =>
      eb.or([
        eb.and([eb('report.status', '=', 'draft'), isAskedFor(today)]),
        eb('report.status', '=', 'supplement'),
        eb.not(isLocked(now)),
      ]),
    )
    .where(isActiveMember('clusterYear.clusterId', 'report.unitId', today))
    .select([
      'report.id',
      'report.clusterYearId',
      'report.period',
      'report.status',
      'report.dueOn',
      'report.supplementDueOn',
      'report.supplementReason',
      'report.reopenedUntil',
      'report.reopenReason',
      'clusterYear.year',
      'unit.name as unitName',
    ])
    .execute();
}

/** Reports sent to clusters that these units lead on the day. */
export function findReportsToReceive(db: Reader, chairUnitIds: readonly string[], today: string, now: string) {
  return db
    .selectFrom('report')
    .innerJoin('clusterYear', 'clusterYear.id', 'report.clusterYearId')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .where(leadingUnit('clusterYear.clusterId', today), 'in', chairUnitIds)
    .where('report.status', '=', 'sent')
    .where(isLocked(now))
    .select(['report.id', 'report.clusterYearId', 'report.period', 'unit.name as unitName'])
    .orderBy('report.sentAt')
    .execute();
}

/** Threads beside figures that wait: for the answer of these units while they are members. */
export function findCommentsToAnswer(db: Reader, unitIds: readonly string[], today: string) {
  return waitingThreads(db, 'open')
    .where('report.unitId', 'in', unitIds)
    .where(isActiveMember('clusterYear.clusterId', 'report.unitId', today))
    .execute();
}

/** Threads that were answered, in clusters that these units lead on the day. */
export function findAnswersToRead(db: Reader, chairUnitIds: readonly string[], today: string) {
  return waitingThreads(db, 'answered')
    .where(leadingUnit('clusterYear.clusterId', today), 'in', chairUnitIds)
    .execute();
}

/** How many threads in this state each report has. */
function waitingThreads(db: Reader, status: 'open' | 'answered') {
  return db
    .selectFrom('reportThread as thread')
    .innerJoin('report', 'report.id', 'thread.reportId')
    .innerJoin('clusterYear', 'clusterYear.id', 'report.clusterYearId')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .where('thread.status', '=', status)
    .where('clusterYear.archivedAt', 'is', null)
    .select((eb) => [
      'report.id',
      'report.clusterYearId',
      'clusterYear.year',
      'unit.name as unitName',
      eb.fn.countAll<number | string>().as('count'),
    ])
    .groupBy(['report.id', 'report.clusterYearId', 'clusterYear.year', 'unit.name']);
}

/** Nominations in hand of these units while they are members. */
export function findNominationsToSend(db: Reader, unitIds: readonly string[], today: string) {
  return db
    .selectFrom('nomination')
    .innerJoin('clusterYear', 'clusterYear.id', 'nomination.clusterYearId')
    .where('nomination.unitId', 'in', unitIds)
    .where('nomination.status', 'in', ['draft', 'supplement'])
    .where(isActiveMember('clusterYear.clusterId', 'nomination.unitId', today))
    .select([
      'nomination.id',
      'nomination.status',
      'nomination.name',
      'nomination.recipientKind',
      'nomination.supplementDueOn',
    ])
    .execute();
}

export function findNominationsToCheck(db: Reader, chairUnitIds: readonly string[], today: string) {
  return db
    .selectFrom('nomination')
    .innerJoin('clusterYear', 'clusterYear.id', 'nomination.clusterYearId')
    .innerJoin('unit', 'unit.id', 'nomination.unitId')
    .where(leadingUnit('clusterYear.clusterId', today), 'in', chairUnitIds)
    .where('nomination.status', '=', 'submitted')
    .select(['nomination.id', 'nomination.name', 'unit.name as unitName'])
    .orderBy('nomination.submittedAt')
    .execute();
}

/** Decisions on their way, with the number of cases on each. */
export function findOpenDecisions(db: Reader, officeUnitIds: readonly string[]) {
  return db
    .selectFrom('decision')
    .leftJoin('decisionItem', 'decisionItem.decisionId', 'decision.id')
    .where('decision.numberingUnitId', 'in', officeUnitIds)
    .where('decision.status', 'in', ['draft', 'submitted', 'signed'])
    .select((eb) => ['decision.id', 'decision.status', eb.fn.count<number>('decisionItem.id').as('itemCount')])
    .groupBy(['decision.id', 'decision.status'])
    .execute();
}

/** Certificates not yet handed over, by decision. */
export function findUnfinishedCertificates(db: Reader, officeUnitIds: readonly string[]) {
  return db
    .selectFrom('certificate')
    .innerJoin('decision', 'decision.id', 'certificate.decisionId')
    .where('certificate.issuingUnitId', 'in', officeUnitIds)
    .where('decision.status', '=', 'issued')
    .where('certificate.cancelledOn', 'is', null)
    .select((eb) => [
      'decision.id',
      'decision.number',
      eb.fn.countAll<number>().as('allCount'),
      eb.fn.sum<number>(eb.case().when('certificate.status', '=', 'handed').then(0).else(1).end()).as('leftCount'),
    ])
    .groupBy(['decision.id', 'decision.number'])
    .execute();
}
