import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { PledgeProgressRow, PledgeQuarterRow } from '#db/pledges/progress.table.ts';
import { COUNTED, isLocked } from '#db/reports/reports.queries.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Progress of every member of a pledge, or of one. */
export function findProgress(db: Reader, pledgeId: string, unitId?: string): Promise<PledgeProgressRow[]> {
  const rows = db.selectFrom('pledgeProgress').selectAll().where('pledgeId', '=', pledgeId);
  return (unitId === undefined ? rows : rows.where('unitId', '=', unitId)).execute();
}

/** The quarters that were entered, of every member of a pledge or of one. */
export function findQuarters(db: Reader, pledgeId: string, unitId?: string): Promise<PledgeQuarterRow[]> {
  const rows = db.selectFrom('pledgeQuarter').selectAll().where('pledgeId', '=', pledgeId);
  return (unitId === undefined ? rows : rows.where('unitId', '=', unitId)).execute();
}

/** The documents behind the quarters of a pledge that were not removed, in the order of their arrival. */
export function findQuarterFiles(db: Reader, pledgeId: string) {
  return db
    .selectFrom('file')
    .innerJoin('pledgeQuarter as entered', 'entered.id', 'file.subjectId')
    .leftJoin('authUser as maker', 'maker.id', 'file.createdBy')
    .select(['file.id', 'file.name', 'file.mediaType', 'file.sizeBytes', 'file.createdAt', 'entered.id as quarterId'])
    .select((eb) => eb.fn.coalesce('maker.name', eb.val('')).as('createdByName'))
    .where('file.subjectKind', '=', 'pledge-progress')
    .where('file.removedAt', 'is', null)
    .where('entered.pledgeId', '=', pledgeId)
    .orderBy('file.id')
    .execute();
}

/** A quarter that was entered, for somebody who may read the pledge. */
export function findQuarterInReach(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('pledgeQuarter as entered')
    .innerJoin('pledge', 'pledge.id', 'entered.pledgeId')
    .select('entered.id')
    .where('entered.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'pledge.clusterYearId' }))
    .executeTakeFirst();
}

/** The year-end reports of a year that count: where a result comes from. `now` is an instant. */
export function findResultReports(db: Reader, clusterYearId: string, now: string) {
  return db
    .selectFrom('report')
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', 'year-end')
    .where('status', 'in', COUNTED)
    .where(isLocked(now))
    .select(['id', 'unitId', 'status'])
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
