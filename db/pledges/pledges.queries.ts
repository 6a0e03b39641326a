import { inAccess } from '#db/accounts/scope.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import { COUNTED, isLocked } from '#db/reports/reports.queries.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { PledgeContent } from '#shared/pledges/pledge-content.ts';

/** Giao ước of a cluster-year within reach; undefined where there is none (yet). */
export function findPledge(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('pledge')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'pledge.clusterYearId' }))
    .executeTakeFirst();
}

/** A pledge within reach, with its year and the unit that leads the cluster today. */
export function findPledgeById(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('pledge')
    .innerJoin('clusterYear as year', 'year.id', 'pledge.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'year.clusterId')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('year.clusterId', access.today)))
    .selectAll('pledge')
    .select([
      'year.year',
      'year.clusterId',
      'year.startsOn',
      'year.endsOn',
      'cluster.name as clusterName',
      'chair.id as chairUnitId',
      'chair.name as chairName',
    ])
    .where('pledge.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'pledge.clusterYearId' }))
    .executeTakeFirst();
}
export type PledgeDetail = NonNullable<Awaited<ReturnType<typeof findPledgeById>>>;

/** Every promise of a pledge: member × indicator, scaled; null: không giao chỉ tiêu. */
export function findPledgeTargets(db: Reader, pledgeId: string, unitId?: string) {
  const targets = db
    .selectFrom('pledgeTarget')
    .select(['unitId', 'indicatorVersionId', 'value', 'note', 'version'])
    .where('pledgeId', '=', pledgeId);
  return (unitId === undefined ? targets : targets.where('unitId', '=', unitId)).execute();
}

/** Units that promised something in a pledge or signed it, by their names. */
export function findPledgeUnits(db: Reader, pledgeId: string) {
  return db
    .selectFrom('unit')
    .select(['unit.id as unitId', 'unit.name', 'unit.fullName'])
    .where((eb) =>
      eb.or([
        eb(
          'unit.id',
          'in',
          eb
            .selectFrom('pledgeTarget')
            .select('unitId')
            .where('pledgeId', '=', pledgeId)
            .where('value', 'is not', null),
        ),
        eb(
          'unit.id',
          'in',
          eb
            .selectFrom('pledgeSignature')
            .select('unitId')
            .where('pledgeId', '=', pledgeId)
            .where('signedOn', 'is not', null),
        ),
      ]),
    )
    .orderBy('unit.id')
    .execute();
}

/**
 * What is signed: joint text and promises with the words of their indicators, for the hash.
 * @param unitIds whose promises; left out: of all, as they were frozen
 */
export async function findPledgeContent(
  db: Reader,
  pledgeId: string,
  unitIds?: readonly string[],
): Promise<PledgeContent> {
  const { year, jointText } = await db
    .selectFrom('pledge')
    .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
    .select(['clusterYear.year', 'pledge.jointText'])
    .where('pledge.id', '=', pledgeId)
    .executeTakeFirstOrThrow();
  const targets = await db
    .selectFrom('pledgeTarget as target')
    .innerJoin('indicatorVersion as iv', 'iv.id', 'target.indicatorVersionId')
    .select([
      'target.unitId',
      'target.indicatorVersionId',
      'iv.name',
      'iv.unitOfMeasure',
      'iv.decimals',
      'target.value',
    ])
    .where('target.pledgeId', '=', pledgeId)
    .execute();
  const staying = unitIds && new Set(unitIds);
  return { year, jointText, targets: staying ? targets.filter(({ unitId }) => staying.has(unitId)) : targets };
}

/** The signatures asked for, signed or not. */
export function findPledgeSignatures(db: Reader, pledgeId: string) {
  return db
    .selectFrom('pledgeSignature as signature')
    .innerJoin('unit', 'unit.id', 'signature.unitId')
    .selectAll('signature')
    .select('unit.name as unitName')
    .where('signature.pledgeId', '=', pledgeId)
    .execute();
}
export type SignatureOfPledge = Awaited<ReturnType<typeof findPledgeSignatures>>[number];

/** One signature asked for, whatever it belongs to; ask the pledge whether the person may see it. */
export function findSignature(db: Reader, id: string) {
  return db
    .selectFrom('pledgeSignature as signature')
    .innerJoin('unit', 'unit.id', 'signature.unitId')
    .selectAll('signature')
    .select('unit.name as unitName')
    .where('signature.id', '=', id)
    .executeTakeFirst();
}

/** The same, for somebody who may read the pledge. */
export function findSignatureInReach(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('pledgeSignature as signature')
    .innerJoin('pledge', 'pledge.id', 'signature.pledgeId')
    .select('signature.id')
    .where('signature.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'pledge.clusterYearId' }))
    .executeTakeFirst();
}

/** Signatures that lost their force, the newest first. */
export function findVoidedSignatures(db: Reader, pledgeId: string) {
  return db
    .selectFrom('pledgeVoidedSignature as voided')
    .innerJoin('unit', 'unit.id', 'voided.unitId')
    .selectAll('voided')
    .select('unit.name as unitName')
    .where('voided.pledgeId', '=', pledgeId)
    .orderBy('voided.voidedAt', 'desc')
    .orderBy('voided.id')
    .execute();
}

export function findOpinions(db: Reader, pledgeId: string) {
  return db.selectFrom('pledgeOpinion').selectAll().where('pledgeId', '=', pledgeId).execute();
}

/** Scans of the signatures of a pledge that were not removed, the newest last. */
export function findScans(db: Reader, pledgeId: string) {
  return db
    .selectFrom('file')
    .innerJoin('pledgeSignature as signature', 'signature.id', 'file.subjectId')
    .select([
      'file.id',
      'file.name',
      'file.mediaType',
      'file.sizeBytes',
      'file.createdAt',
      'file.subjectId as signatureId',
    ])
    .where('file.subjectKind', '=', 'pledge-signature')
    .where('file.removedAt', 'is', null)
    .where('signature.pledgeId', '=', pledgeId)
    .orderBy('file.id')
    .execute();
}

/** The members of a pledge's year with the dates of their membership, in the order of the cluster. */
export function findPledgeMembers(db: Reader, year: { clusterId: string; startsOn: string; endsOn: string }) {
  return db
    .selectFrom('clusterMember as member')
    .innerJoin('unit', 'unit.id', 'member.unitId')
    .select(['unit.id as unitId', 'unit.name', 'unit.fullName', 'member.validFrom', 'member.validTo'])
    .where('member.clusterId', '=', year.clusterId)
    .where((eb) => eb.or([eb('member.validFrom', 'is', null), eb('member.validFrom', '<=', year.endsOn)]))
    .where((eb) => eb.or([eb('member.validTo', 'is', null), eb('member.validTo', '>=', year.startsOn)]))
    .orderBy('member.position')
    .orderBy('unit.id')
    .execute();
}

type YearKey = { clusterId: string; year: number };

/** The cluster-year before this one, and its pledge where there is one. */
export function findYearBefore(db: Reader, { clusterId, year }: YearKey) {
  return db
    .selectFrom('clusterYear')
    .leftJoin('pledge', 'pledge.clusterYearId', 'clusterYear.id')
    .select(['clusterYear.id', 'clusterYear.year', 'pledge.id as pledgeId', 'pledge.jointText'])
    .where('clusterYear.clusterId', '=', clusterId)
    .where('clusterYear.year', '<', year)
    .orderBy('clusterYear.year', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/**
 * What the members promised and did in a year, by indicator over the years (its version may have changed). `actual` is
 * of reports that count, as in the summary.
 *
 * @param now instant, for reports that are open again until a minute
 */
export async function findPromisedAndDone(db: Reader, clusterYearId: string, now: string) {
  const [targets, actuals] = await Promise.all([
    db
      .selectFrom('pledgeTarget as target')
      .innerJoin('pledge', 'pledge.id', 'target.pledgeId')
      .innerJoin('indicatorVersion as iv', 'iv.id', 'target.indicatorVersionId')
      .select(['target.unitId', 'iv.indicatorId', 'iv.decimals', 'iv.unitOfMeasure', 'target.value'])
      .where('pledge.clusterYearId', '=', clusterYearId)
      .execute(),
    db
      .selectFrom('reportValue as cell')
      .innerJoin('report', 'report.id', 'cell.reportId')
      .innerJoin('indicatorVersion as iv', 'iv.id', 'cell.indicatorVersionId')
      .select(['report.unitId', 'iv.indicatorId', 'iv.decimals', 'iv.unitOfMeasure', 'cell.value'])
      .where('report.clusterYearId', '=', clusterYearId)
      .where('report.period', '=', 'year-end')
      .where('report.status', 'in', COUNTED)
      .where(isLocked(now))
      .execute(),
  ]);
  return { targets, actuals };
}

/** Contents with which the year was launched (nội dung phát động), in their order. */
export async function findLaunchLines(db: Reader, clusterYearId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('launchContent')
    .select('content')
    .where('clusterYearId', '=', clusterYearId)
    .orderBy('position')
    .execute();
  return rows.map(({ content }) => content);
}
