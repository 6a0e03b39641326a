import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { isActiveMember } from '#db/clusters/active-member.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { AgendaItemRow, ConferenceRow } from '#db/conferences/conferences.table.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** A conference with what every question about it needs of its year. */
export type Conference = ConferenceRow & {
  yearStartsOn: string;
  yearChairUnitId: string;
  leadingUnitId: string;
  leadingUnitName: string;
};

function conferences(db: Reader, access: Access) {
  return db
    .selectFrom('conference')
    .innerJoin('clusterYear', 'clusterYear.id', 'conference.clusterYearId')
    .innerJoin('unit as leading', (join) =>
      join.on('leading.id', '=', leadingUnit('clusterYear.clusterId', access.today)),
    )
    .selectAll('conference')
    .select(['clusterYear.startsOn as yearStartsOn', 'clusterYear.chairUnitId as yearChairUnitId'])
    .select(['leading.id as leadingUnitId', 'leading.name as leadingUnitName'])
    .where(inAccess(access, { clusterYearId: 'conference.clusterYearId' }));
}

/** One conference inside the scope, or undefined. */
export function findConference(db: Reader, access: Access, id: string): Promise<Conference | undefined> {
  return conferences(db, access).where('conference.id', '=', id).executeTakeFirst();
}

/** The conference of a cluster-year: there is at most one. */
export function findConferenceOfYear(
  db: Reader,
  access: Access,
  clusterYearId: string,
): Promise<Conference | undefined> {
  return conferences(db, access).where('conference.clusterYearId', '=', clusterYearId).executeTakeFirst();
}

/** What a conference needs to know of a cluster-year and of the unit that leads the cluster on the day. */
export function findConferenceYear(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as leading', (join) =>
      join.on('leading.id', '=', leadingUnit('clusterYear.clusterId', access.today)),
    )
    .where('clusterYear.id', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .select([
      'clusterYear.id',
      'clusterYear.year',
      'clusterYear.name',
      'clusterYear.startsOn',
      'cluster.id as clusterId',
      'cluster.name as clusterName',
      'cluster.kind as clusterKind',
      'leading.id as leadingUnitId',
      'leading.name as leadingUnitName',
    ])
    .executeTakeFirst();
}

export function findAgenda(db: Reader, conferenceId: string): Promise<AgendaItemRow[]> {
  return db.selectFrom('agendaItem').selectAll().where('conferenceId', '=', conferenceId).orderBy('position').execute();
}

const ROLE_ORDER = sql<number>`case delegate.role when 'presidium' then 1 when 'guest' then 2 else 3 end`;

/** Everybody on the list: presidium, guests, delegations; each group in the order it was written. */
export function findDelegates(db: Reader, conferenceId: string) {
  return db
    .selectFrom('delegate')
    .leftJoin('unit', 'unit.id', 'delegate.unitId')
    .selectAll('delegate')
    .select('unit.name as unitName')
    .where('delegate.conferenceId', '=', conferenceId)
    .orderBy(ROLE_ORDER)
    .orderBy('delegate.position')
    .execute();
}

/** A delegate with the name of its unit and what its conference allows; only inside the scope. */
export function findDelegate(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('delegate')
    .innerJoin('conference', 'conference.id', 'delegate.conferenceId')
    .leftJoin('unit', 'unit.id', 'delegate.unitId')
    .selectAll('delegate')
    .select([
      'unit.name as unitName',
      'conference.clusterYearId',
      'conference.title',
      'conference.status as conferenceStatus',
      'conference.heldOn',
    ])
    .where('delegate.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'conference.clusterYearId', unitId: 'delegate.unitId' }))
    .executeTakeFirst();
}
export type DelegateOfConference = NonNullable<Awaited<ReturnType<typeof findDelegate>>>;

/** Conferences still to come whose invitation one of these units has not answered; each once a unit. */
export function findUnansweredInvitations(db: Reader, unitIds: readonly string[], today: string) {
  return db
    .selectFrom('delegate')
    .innerJoin('conference', 'conference.id', 'delegate.conferenceId')
    .innerJoin('clusterYear', 'clusterYear.id', 'conference.clusterYearId')
    .innerJoin('unit', 'unit.id', 'delegate.unitId')
    .select(['conference.clusterYearId', 'conference.heldOn', 'clusterYear.year', 'unit.name as unitName'])
    .distinct()
    .where('delegate.unitId', 'in', unitIds)
    .where('delegate.attendance', '=', 'invited')
    .where('conference.status', '<>', 'held')
    .where('conference.heldOn', '>=', today)
    .where(isActiveMember('clusterYear.clusterId', 'delegate.unitId', today))
    .orderBy('conference.heldOn')
    .execute();
}

export async function nextDelegatePosition(db: Reader, conferenceId: string): Promise<number> {
  const row = await db
    .selectFrom('delegate')
    .select((eb) => eb.fn.max<number | null>('position').as('last'))
    .where('conferenceId', '=', conferenceId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}
