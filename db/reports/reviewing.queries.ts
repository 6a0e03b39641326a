import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

/** The threads of one report. */
export function findThreads(db: Reader, reportId: string) {
  return db.selectFrom('reportThread').selectAll().where('reportId', '=', reportId).execute();
}

/** What was said in them, the oldest first. */
export function findComments(db: Reader, reportId: string) {
  return db.selectFrom('reportComment').selectAll().where('reportId', '=', reportId).orderBy('id').execute();
}

/** How many threads of each report of these years are not done: waiting for the unit, answered by it. */
export function countThreads(db: Reader, clusterYearIds: readonly string[]) {
  return db
    .selectFrom('reportThread as thread')
    .innerJoin('report', 'report.id', 'thread.reportId')
    .where('report.clusterYearId', 'in', [...clusterYearIds])
    .where('thread.status', '<>', 'done')
    .select((eb) => ['thread.reportId', 'thread.status', eb.fn.countAll<number>().as('count')])
    .groupBy(['thread.reportId', 'thread.status'])
    .execute();
}

/** All reminders of reports of these years, the oldest first. */
export function findReminders(db: Reader, clusterYearIds: readonly string[]) {
  return db
    .selectFrom('reportReminder as reminder')
    .innerJoin('report', 'report.id', 'reminder.reportId')
    .where('report.clusterYearId', 'in', [...clusterYearIds])
    .select(['reminder.reportId', 'reminder.sentAt', 'reminder.sentBy'])
    .orderBy('reminder.sentAt')
    .orderBy('reminder.id')
    .execute();
}

/** The reminders of one report, newest first. */
export function findRemindersOf(db: Reader, reportId: string) {
  return db
    .selectFrom('reportReminder')
    .select(['id', 'sentAt', 'sentBy', 'content'])
    .where('reportId', '=', reportId)
    .orderBy('sentAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** The published year before this one in its cluster, within reach; undefined for the first. */
export function findYearBefore(db: Reader, access: Access, { clusterId, year }: { clusterId: string; year: number }) {
  return db
    .selectFrom('clusterYear as year')
    .select(['year.id', 'year.year', 'year.startsOn', 'year.endsOn'])
    .where('year.clusterId', '=', clusterId)
    .where('year.year', '<', year)
    .where('year.status', '<>', 'draft')
    .where(inAccess(access, { clusterYearId: 'year.id' }))
    .orderBy('year.year', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How every report of these years stands, without its text. */
export function findBoardReports(db: Reader, clusterYearIds: readonly string[]) {
  return db
    .selectFrom('report')
    .where('clusterYearId', 'in', [...clusterYearIds])
    .select([
      'id',
      'clusterYearId',
      'unitId',
      'period',
      'status',
      'dueOn',
      'sentAt',
      'supplementDueOn',
      'reopenedUntil',
    ])
    .execute();
}

/** The last day of membership of every unit of the cluster; null while it goes on. */
export function findMembershipEnds(db: Reader, clusterId: string) {
  return db
    .selectFrom('clusterMember')
    .where('clusterId', '=', clusterId)
    .select(['unitId', 'validFrom', 'validTo'])
    .execute();
}

/** Reports of one period by id, with the names of their units. */
export function findReportsToRemind(
  db: Reader,
  { clusterYearId, period }: { clusterYearId: string; period: ReportPeriod },
  ids: readonly string[],
) {
  return db
    .selectFrom('report')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .where('report.clusterYearId', '=', clusterYearId)
    .where('report.period', '=', period)
    .where('report.id', 'in', [...ids])
    .select(['report.id', 'report.unitId', 'report.status', 'report.dueOn', 'report.supplementDueOn', 'unit.name'])
    .orderBy('report.id')
    .execute();
}
