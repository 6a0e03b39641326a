import type { Reader } from '#db/database.ts';
import type { PledgeProgressRow } from '#db/pledges/progress.table.ts';

/** Progress of every member of a pledge, or of one. */
export function findProgress(db: Reader, pledgeId: string, unitId?: string): Promise<PledgeProgressRow[]> {
  const rows = db.selectFrom('pledgeProgress').selectAll().where('pledgeId', '=', pledgeId);
  return (unitId === undefined ? rows : rows.where('unitId', '=', unitId)).execute();
}

/** The received year-end reports of a year: where a result comes from. */
export function findResultReports(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('report')
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', 'year-end')
    .where('status', 'in', ['received', 'consolidated'])
    .select(['id', 'unitId', 'receivedAt'])
    .execute();
}

/** What kind of year it is and which: its quarters follow. */
export function findYearSpan(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .where('id', '=', clusterYearId)
    .select(['year', 'yearKind'])
    .executeTakeFirstOrThrow();
}
