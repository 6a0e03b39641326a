import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { isLastSpan } from '#db/clusters/last-span.ts';
import { leadingYearId } from '#db/clusters/leading-unit.ts';
import type { Database, Reader } from '#db/database.ts';
import type { DecisionRow } from '#db/decisions/decisions.table.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import { DECISIONS_SHOWN, type DecisionFilters } from '#shared/decisions/decisions.schema.ts';

const WHOSE = { clusterYearId: 'decision.clusterYearId', officeUnitId: 'decision.numberingUnitId' };

/** A draft goes no further than the office that issues it; the other members of the cluster see what was issued. */
export function decisionInAccess(access: Access) {
  return (eb: ExpressionBuilder<Database, 'decision'>): Expression<SqlBool> => {
    return eb.or([
      inAccess({ ...access, cluster: [] }, WHOSE),
      eb.and([eb('decision.status', 'in', ['issued', 'cancelled']), inAccess(access, WHOSE)]),
    ]);
  };
}

/** Decisions that this access shows, drafts first, then the latest; 200 unless told otherwise. */
export function findDecisions(
  db: Reader,
  access: Access,
  { clusterYearId, status }: DecisionFilters,
  most = DECISIONS_SHOWN,
) {
  return db
    .selectFrom('decision')
    .innerJoin('unit', 'unit.id', 'decision.numberingUnitId')
    .innerJoin('awardForm', 'awardForm.code', 'decision.awardCode')
    .leftJoin('clusterYear', 'clusterYear.id', 'decision.clusterYearId')
    .where(decisionInAccess(access))
    .$if(clusterYearId !== undefined, (qb) => qb.where('decision.clusterYearId', '=', clusterYearId!))
    .$if(status !== undefined, (qb) => qb.where('decision.status', '=', status!))
    .select((eb) => [
      'decision.id',
      'decision.number',
      'decision.documentType',
      'decision.status',
      'decision.decidedOn',
      'decision.subject',
      'decision.achievementYear',
      'decision.isDemo',
      'unit.fullName as issuerName',
      'awardForm.name as awardName',
      'clusterYear.name as clusterYearName',
      eb
        .selectFrom('decisionItem')
        .whereRef('decisionItem.decisionId', '=', 'decision.id')
        .select((inner) => inner.fn.countAll<number | string>().as('count'))
        .as('itemCount'),
      // A decision taken over from before the system has certificates without nominations.
      eb
        .selectFrom('certificate')
        .whereRef('certificate.decisionId', '=', 'decision.id')
        .select((inner) => inner.fn.countAll<number | string>().as('count'))
        .as('certificateCount'),
    ])
    .orderBy('decision.decidedOn', (order) => order.desc().nullsFirst())
    .orderBy('decision.id', 'desc')
    .limit(most)
    .execute();
}

export function findDecision(db: Reader, access: Access, id: string): Promise<DecisionRow | undefined> {
  return db
    .selectFrom('decision')
    .where('decision.id', '=', id)
    .where(decisionInAccess(access))
    .selectAll('decision')
    .executeTakeFirst();
}

/** The annexed list in its order, each with its nomination and the name of the province that put it forward. */
export function findItems(db: Reader, decisionId: string) {
  return db
    .selectFrom('decisionItem')
    .innerJoin('nomination', 'nomination.id', 'decisionItem.nominationId')
    .innerJoin('unit', 'unit.id', 'nomination.unitId')
    .where('decisionItem.decisionId', '=', decisionId)
    .select([
      'decisionItem.id as itemId',
      'decisionItem.position',
      'decisionItem.sentenceOverride',
      'unit.name as unitName',
    ])
    .selectAll('nomination')
    .orderBy('decisionItem.position')
    .execute();
}
export type DecisionItem = Awaited<ReturnType<typeof findItems>>[number];

/**
 * Nominations that may stand on this decision: checked, of its cluster-year and award, and on no other decision.
 * Collectives first, then households and individuals, each in the order of the members of the cluster.
 */
export function findCandidates(db: Reader, decision: Pick<DecisionRow, 'id' | 'clusterYearId' | 'awardCode'>) {
  return db
    .selectFrom('nomination')
    .innerJoin('unit', 'unit.id', 'nomination.unitId')
    .innerJoin('clusterYear', 'clusterYear.id', 'nomination.clusterYearId')
    .leftJoin('clusterMember', (join) =>
      join
        .onRef('clusterMember.clusterId', '=', 'clusterYear.clusterId')
        .onRef('clusterMember.unitId', '=', 'nomination.unitId')
        .on(isLastSpan('clusterMember', { day: '9999' })),
    )
    .leftJoin('decisionItem', 'decisionItem.nominationId', 'nomination.id')
    .where('nomination.clusterYearId', '=', decision.clusterYearId)
    .where('nomination.awardCode', '=', decision.awardCode)
    .where('nomination.status', '=', 'checked')
    .where((eb) => eb.or([eb('decisionItem.id', 'is', null), eb('decisionItem.decisionId', '=', decision.id)]))
    .select([
      'nomination.id',
      'nomination.recipientKind',
      'nomination.name',
      'nomination.printedName',
      'nomination.salutation',
      'unit.name as unitName',
      'decisionItem.decisionId',
    ])
    .distinct()
    .select('clusterMember.position as memberPosition')
    .orderBy('nomination.recipientKind') // 'collective' < 'household' < 'individual'
    .orderBy('clusterMember.position', (order) => order.asc().nullsLast())
    .orderBy('nomination.id')
    .execute();
}

/** The decision that holds a number of an office, kind of document and year. */
export function findNumberHolder(
  db: Reader,
  numbering: { numberingUnitId: string; documentType: string; numberYear: number; numberNorm: string },
) {
  return db
    .selectFrom('decision')
    .where('numberingUnitId', '=', numbering.numberingUnitId)
    .where('documentType', '=', numbering.documentType)
    .where('numberYear', '=', numbering.numberYear)
    .where('numberNorm', '=', numbering.numberNorm)
    .select(['id', 'subject', 'decidedOn', 'status'])
    .executeTakeFirst();
}

const MOST_EARLIER = 200;

/** Awards in force of the same form and year to people or collectives of these names: the achievement may be commended already. */
export async function findEarlierAwards(
  db: Reader,
  decision: Pick<DecisionRow, 'id' | 'awardCode' | 'achievementYear'>,
  items: readonly Pick<DecisionItem, 'nameFold' | 'unitId'>[],
) {
  const names = [...new Set(items.map(({ nameFold }) => nameFold))];
  if (names.length === 0) return [];
  return db
    .selectFrom('award')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .where('award.nameFold', 'in', names)
    .where('award.unitId', 'in', [...new Set(items.map(({ unitId }) => unitId))])
    .where('award.awardCode', '=', decision.awardCode)
    .where('award.year', '=', decision.achievementYear)
    .where('award.status', '=', 'active')
    .where((eb) => eb.or([eb('award.decisionId', 'is', null), eb('award.decisionId', '!=', decision.id)]))
    .select(['award.nameFold', 'award.unitId', 'award.decisionNumber', 'award.year', 'awardForm.name as awardName'])
    .limit(MOST_EARLIER)
    .execute();
}

/** The cluster-year a new decision is for, with its cluster and the unit that leads it today. */
export function findDecisionYear(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('clusterYear as lead', (join) =>
      join.on('lead.id', '=', leadingYearId('clusterYear.clusterId', access.today)),
    )
    .innerJoin('unit', 'unit.id', 'lead.chairUnitId')
    .where('clusterYear.id', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .select([
      'clusterYear.id',
      'clusterYear.year',
      'unit.id as chairUnitId',
      'lead.chairPerson',
      'clusterYear.chairUnitId as yearChairUnitId',
      'clusterYear.handOverOn',
      'clusterYear.isDemo',
      'cluster.name as clusterName',
      'unit.name as unitName',
      'unit.fullName as unitFullName',
    ])
    .executeTakeFirst();
}

/** Name of the cluster of a decision, for its first article; undefined for a decision outside clusters. */
export async function findClusterName(db: Reader, clusterYearId: string | null): Promise<string | undefined> {
  if (clusterYearId === null) return undefined;
  const row = await db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where('clusterYear.id', '=', clusterYearId)
    .select('cluster.name')
    .executeTakeFirst();
  return row?.name;
}

/** The office that numbers and issues. */
export function findOffice(db: Reader, unitId: string) {
  return db.selectFrom('unit').where('id', '=', unitId).select(['id', 'fullName']).executeTakeFirst();
}
