import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Requests with the report they belong to. */
function requests(db: Reader) {
  return db
    .selectFrom('reportRequest as request')
    .innerJoin('report', 'report.id', 'request.reportId')
    .innerJoin('clusterYear as year', 'year.id', 'report.clusterYearId')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .selectAll('request')
    .select([
      'report.clusterYearId',
      'report.period',
      'report.status as reportStatus',
      'report.reopenedUntil',
      'year.year',
    ])
    .select(['unit.id as reportUnitId', 'unit.fullName as unitFullName']);
}
export type RequestDetail = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>;

/** The requests of one report, newest first. */
export function findRequestsOfReport(db: Reader, reportId: string): Promise<RequestDetail[]> {
  return requests(db).where('request.reportId', '=', reportId).orderBy('request.id', 'desc').execute();
}

/** A request of a report of the person's unit. */
export function findOwnRequest(db: Reader, access: Access, id: string): Promise<RequestDetail | undefined> {
  return requests(db)
    .where('request.id', '=', id)
    .where(inAccess(access, { unitId: 'report.unitId' }))
    .executeTakeFirst();
}

/** A request that the person's unit has to answer. */
export function findGivenRequest(db: Reader, access: Access, id: string): Promise<RequestDetail | undefined> {
  return requests(db)
    .where('request.id', '=', id)
    .where('request.status', '<>', 'withdrawn')
    .where(inAccess(access, { unitId: 'request.unitId' }))
    .executeTakeFirst();
}

/** What the person's unit was asked for, what is still open first. */
export function findGivenRequests(db: Reader, access: Access, limit: number): Promise<RequestDetail[]> {
  return requests(db)
    .where('request.status', '<>', 'withdrawn')
    .where(inAccess(access, { unitId: 'request.unitId' }))
    .orderBy((eb) => eb.case().when('request.status', '=', 'open').then(0).else(1).end())
    .orderBy('request.dueOn')
    .orderBy('request.id')
    .limit(limit)
    .execute();
}

/** The request that a link opens at this instant, by the link's hash. */
export function findLinkedRequest(db: Reader, linkHash: string, at: string): Promise<RequestDetail | undefined> {
  return requests(db)
    .where('request.linkHash', '=', linkHash)
    .where('request.linkUntil', '>', at)
    .where('request.status', '=', 'open')
    .executeTakeFirst();
}

/** The figures of these requests. */
export async function findRequestCells(db: Reader, requestIds: readonly string[]) {
  if (requestIds.length === 0) return [];
  return db
    .selectFrom('reportRequestCell')
    .selectAll()
    .where('requestId', 'in', [...requestIds])
    .execute();
}

/** The units right below one, as of today, by name. */
export function findUnitsBelow(db: Reader, parentId: string, today: string) {
  return db
    .selectFrom('unit')
    .select(['id', 'fullName as name'])
    .where('parentId', '=', parentId)
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
    .orderBy((eb) => eb.case().when('kind', '=', 'agency').then(0).else(1).end())
    .orderBy('fullName')
    .limit(400)
    .execute();
}
