import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { RegisteredKind } from '#shared/registrations/registrations.schema.ts';

/** Registrations of a year, one a member. Whoever may read the year may read those that were sent. */
export function listRegistrations(db: Reader, clusterYearId: string) {
  return db.selectFrom('titleRegistration').selectAll().where('clusterYearId', '=', clusterYearId).execute();
}

export function findRegistration(db: Reader, clusterYearId: string, unitId: string) {
  return db
    .selectFrom('titleRegistration')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where('unitId', '=', unitId)
    .executeTakeFirst();
}

/** A registration of one's own unit. */
export function findOwnRegistration(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('titleRegistration')
    .select('id')
    .where('id', '=', id)
    .where(inAccess(access, { unitId: 'titleRegistration.unitId' }))
    .executeTakeFirst();
}

export function listLinesOf(db: Reader, registrationIds: readonly string[]) {
  if (registrationIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('titleRegistrationLine')
    .selectAll()
    .where('registrationId', 'in', [...registrationIds])
    .execute();
}

/** The last day registrations are asked for: that of the pledge's stage, else of the launch. */
export async function findDueOn(db: Reader, clusterYearId: string): Promise<string | null> {
  const rows = await db
    .selectFrom('stage')
    .select(['kind', 'closesOn'])
    .where('clusterYearId', '=', clusterYearId)
    .where('kind', 'in', ['pledge', 'launch'])
    .execute();
  return (rows.find(({ kind }) => kind === 'pledge') ?? rows[0])?.closesOn ?? null;
}

export type Achieved = { unitId: string; awardCode: string; kind: RegisteredKind; count: number };

/** Awards in force of a year by unit, form and kind; households count among the collectives. */
export async function countAchieved(db: Reader, year: number, unitIds: readonly string[]): Promise<Achieved[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectFrom('award')
    .where('year', '=', year)
    .where('unitId', 'in', [...unitIds])
    .where('status', '=', 'active')
    .select((eb) => ['unitId', 'awardCode', 'recipientKind', eb.fn.countAll<number | string>().as('count')])
    .groupBy(['unitId', 'awardCode', 'recipientKind'])
    .execute();
  return rows.map(({ recipientKind, count, ...row }) => ({
    ...row,
    kind: recipientKind === 'individual' ? 'individual' : 'collective',
    count: Number(count),
  }));
}

/** What the members of the clusters that a unit organises have sent for a year, added up by title and kind. */
export async function sumFromBelow(db: Reader, organizerUnitId: string, year: number) {
  const rows = await db
    .selectFrom('titleRegistrationLine as line')
    .innerJoin('titleRegistration as registration', 'registration.id', 'line.registrationId')
    .innerJoin('clusterYear', 'clusterYear.id', 'registration.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where('cluster.organizerUnitId', '=', organizerUnitId)
    .where('clusterYear.year', '=', year)
    .where('registration.status', '=', 'sent')
    .select((eb) => ['line.awardCode', 'line.recipientKind', eb.fn.sum<number | string>('line.count').as('count')])
    .groupBy(['line.awardCode', 'line.recipientKind'])
    .execute();
  return rows.map(({ awardCode, recipientKind, count }) => ({ awardCode, kind: recipientKind, count: Number(count) }));
}
