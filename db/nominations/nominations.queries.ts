import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { leadingOffice, leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import type { NominationRow } from '#db/nominations/nominations.table.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import {
  NOMINATIONS_SHOWN,
  type NominationFilters,
  type NominationStatus,
} from '#shared/nominations/nominations.schema.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

const scopeOf = (access: Access) =>
  inAccess(access, { clusterYearId: 'nomination.clusterYearId', unitId: 'nomination.unitId' });

/** Units whose unsent dossiers this access may see: its own; to all others a draft does not exist yet. */
const draftsOf = (access: Access): readonly string[] => [...access.own, ...access.cluster];

/** Đang soạn: not before it is sent does a dossier leave its province. Withdrawn ones that were never sent neither. */
function sentOrOwn(access: Access) {
  const own = draftsOf(access);
  if (access.all) return sql<boolean>`1 = 1`;
  const isOwn = own.length === 0 ? sql`1 = 0` : sql`${sql.ref('nomination.unitId')} in (${sql.join(own)})`;
  return sql<boolean>`(${sql.ref('nomination.submittedAt')} is not null or ${isOwn})`;
}

/** Rows of one cluster-year, those sent last first, unsent ones at the end. */
export function listNominations(db: Reader, access: Access, filters: NominationFilters, most = NOMINATIONS_SHOWN) {
  let query = db
    .selectFrom('nomination')
    .innerJoin('unit', 'unit.id', 'nomination.unitId')
    .innerJoin('awardForm', 'awardForm.code', 'nomination.awardCode')
    .select([
      'nomination.id',
      'nomination.unitId',
      'unit.name as unitName',
      'nomination.recipientKind',
      'nomination.name',
      'nomination.workplace',
      'nomination.awardCode',
      'awardForm.name as awardName',
      'nomination.status',
      'nomination.submittedAt',
      'nomination.supplementDueOn',
      'nomination.isDemo',
    ])
    .where('nomination.clusterYearId', '=', filters.clusterYearId)
    .where(scopeOf(access))
    .where(sentOrOwn(access));
  if (filters.status) query = query.where('nomination.status', '=', filters.status);
  if (filters.unitId) query = query.where('nomination.unitId', '=', filters.unitId);
  return query
    .orderBy((eb) => eb.fn.coalesce('nomination.submittedAt', sql<string>`''`), 'desc')
    .orderBy('nomination.id', 'desc')
    .limit(most)
    .execute();
}

/** How many of each unit, kind and state; the filter of state does not count, so every tab keeps its figure. */
export function countNominations(
  db: Reader,
  access: Access,
  clusterYearId: string,
): Promise<
  { unitId: string; unitName: string; recipientKind: RecipientKind; status: NominationStatus; count: number }[]
> {
  return db
    .selectFrom('nomination')
    .innerJoin('unit', 'unit.id', 'nomination.unitId')
    .select([
      'nomination.unitId',
      'unit.name as unitName',
      'nomination.recipientKind',
      'nomination.status',
      (eb) => eb.fn.countAll<number>().as('count'),
    ])
    .where('nomination.clusterYearId', '=', clusterYearId)
    .where(scopeOf(access))
    .where(sentOrOwn(access))
    .groupBy(['nomination.unitId', 'unit.name', 'nomination.recipientKind', 'nomination.status'])
    .execute();
}

/** One nomination inside the scope, or undefined. */
export function findNomination(db: Reader, access: Access, id: string): Promise<NominationRow | undefined> {
  return db
    .selectFrom('nomination')
    .selectAll('nomination')
    .where('nomination.id', '=', id)
    .where(scopeOf(access))
    .where(sentOrOwn(access))
    .executeTakeFirst();
}

/** What a nomination needs to know of its cluster-year and of the unit that leads the cluster; only inside the scope. */
export function findNominationYear(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('clusterYear.clusterId', access.today)))
    .leftJoin('stage', (join) =>
      join.onRef('stage.clusterYearId', '=', 'clusterYear.id').on('stage.kind', '=', 'nominations'),
    )
    .select([
      'clusterYear.id',
      'clusterYear.year',
      'clusterYear.name',
      'cluster.name as clusterName',
      'chair.id as chairUnitId',
      'chair.name as chairUnitName',
      'clusterYear.chairUnitId as yearChairUnitId',
      'clusterYear.handOverOn',
      'clusterYear.awardAllotment',
      'clusterYear.isDemo',
      'stage.name as stageName',
      'stage.opensOn',
      'stage.closesOn',
      'stage.dueNote',
    ])
    .select(leadingOffice('clusterYear.clusterId', access.today).as('standingOffice'))
    .where('clusterYear.id', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .executeTakeFirst();
}

/** Which of these units were members of the cluster in that year. */
export async function membersAmong(
  db: Reader,
  clusterYearId: string,
  unitIds: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (unitIds.length === 0) return [];
  return db
    .selectFrom('clusterYear')
    .innerJoin('clusterMember', 'clusterMember.clusterId', 'clusterYear.clusterId')
    .innerJoin('unit', 'unit.id', 'clusterMember.unitId')
    .select(['unit.id', 'unit.name'])
    .distinct()
    .where('clusterYear.id', '=', clusterYearId)
    .where('clusterMember.unitId', 'in', unitIds)
    .where((eb) =>
      eb.or([
        eb('clusterMember.validFrom', 'is', null),
        eb('clusterMember.validFrom', '<=', eb.ref('clusterYear.endsOn')),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('clusterMember.validTo', 'is', null),
        eb('clusterMember.validTo', '>=', eb.ref('clusterYear.startsOn')),
      ]),
    )
    .execute();
}

/** The decision a nomination stands on, if any. */
export function findDecisionOf(db: Reader, nominationId: string) {
  return db
    .selectFrom('decisionItem')
    .innerJoin('decision', 'decision.id', 'decisionItem.decisionId')
    .select(['decision.id', 'decision.status', 'decision.number', 'decision.documentType', 'decision.decidedOn'])
    .where('decisionItem.nominationId', '=', nominationId)
    .executeTakeFirst();
}

/** Who a nomination speaks of, as far as telling people of one name apart goes. */
export type Identity = { nameFold: string; unitId: string; birthYear: number | null; kind: RecipientKind };

/**
 * Trùng thành tích: awards in force for the same year to the same recipient (name without accents, unit, and year of
 * birth where both sides know it).
 */
export function findSameYearAwards(db: Reader, who: Identity, year: number) {
  if (who.nameFold === '') return Promise.resolve([]);
  let query = db
    .selectFrom('recipient')
    .innerJoin('award', 'award.recipientId', 'recipient.id')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .select([
      'award.id',
      'award.printedName',
      'award.printedPlace',
      'awardForm.name as awardName',
      'award.decisionNumber',
      'award.decidedOn',
      'award.nominationId',
    ])
    .where('recipient.nameFold', '=', who.nameFold)
    .where('recipient.kind', '=', who.kind)
    .where('award.unitId', '=', who.unitId)
    .where('award.year', '=', year)
    .where('award.status', '=', 'active');
  const { birthYear } = who;
  if (birthYear !== null)
    query = query.where((eb) =>
      eb.or([eb('recipient.birthYear', 'is', null), eb('recipient.birthYear', '=', birthYear)]),
    );
  return query.orderBy('award.decidedOn').limit(20).execute();
}

/** Other nominations of the same recipient in the same cluster-year that are still alive and within reach. */
export function findTwinNominations(
  db: Reader,
  access: Access,
  who: Identity,
  clusterYearId: string,
  exceptId: string,
) {
  if (who.nameFold === '') return Promise.resolve([]);
  let query = db
    .selectFrom('nomination')
    .select(['id', 'name', 'status'])
    .where('clusterYearId', '=', clusterYearId)
    .where('unitId', '=', who.unitId)
    .where('nameFold', '=', who.nameFold)
    .where('recipientKind', '=', who.kind)
    .where('status', 'not in', ['refused', 'withdrawn'])
    .where('id', '<>', exceptId)
    .where(scopeOf(access))
    .where(sentOrOwn(access));
  const { birthYear } = who;
  if (birthYear !== null)
    query = query.where((eb) => eb.or([eb('birthYear', 'is', null), eb('birthYear', '=', birthYear)]));
  return query.orderBy('id').limit(20).execute();
}
