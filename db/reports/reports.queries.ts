import { type RawBuilder, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { isLastSpan } from '#db/clusters/last-span.ts';
import { leadingOffice, leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import { unitNameOn } from '#db/units/unit-spans.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import { isCounted } from '#shared/reports/reports.rules.ts';
import { type ReportPeriod, reportStatus } from '#shared/reports/reports.schema.ts';

/** A report within reach, with its year, its unit and the unit that leads the cluster today. */
export function findReport(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('report')
    .innerJoin('clusterYear as year', 'year.id', 'report.clusterYearId')
    .innerJoin('cluster', 'cluster.id', 'year.clusterId')
    .innerJoin('unit', 'unit.id', 'report.unitId')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('year.clusterId', access.today)))
    .selectAll('report')
    .select(leadingOffice('year.clusterId', access.today).as('standingOffice'))
    .select([
      'year.year',
      'year.name as yearName',
      'chair.id as chairUnitId',
      'year.chairUnitId as yearChairUnitId',
      'year.handOverOn',
      'cluster.name as clusterName',
      'unit.name as unitName',
      'unit.fullName as unitFullName',
      'chair.fullName as chairName',
    ])
    .where('report.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'report.clusterYearId', unitId: 'report.unitId' }))
    .executeTakeFirst();
}
export type ReportDetail = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** The figures saved in a report so far. */
export function findReportValues(db: Reader, reportId: string) {
  return db.selectFrom('reportValue').selectAll().where('reportId', '=', reportId).execute();
}

/** Thực hiện năm trước of one unit, or of all members when no unit is given. */
export function findPriorValues(db: Reader, clusterYearId: string, unitId?: string) {
  const values = db
    .selectFrom('priorValue')
    .select(['unitId', 'indicatorVersionId', 'value'])
    .where('clusterYearId', '=', clusterYearId);
  return (unitId === undefined ? values : values.where('unitId', '=', unitId)).execute();
}

/** Kế hoạch of one unit or of all members: the targets of the year's pledge. */
export function findTargets(db: Reader, clusterYearId: string, unitId?: string) {
  const targets = db
    .selectFrom('pledgeTarget as target')
    .innerJoin('pledge', 'pledge.id', 'target.pledgeId')
    .select(['target.unitId', 'target.indicatorVersionId', 'target.value'])
    .where('pledge.clusterYearId', '=', clusterYearId);
  return (unitId === undefined ? targets : targets.where('target.unitId', '=', unitId)).execute();
}

/** The cluster-year within reach, under its cluster's name, with the unit that leads the cluster today. */
export function findReportingYear(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear as year')
    .innerJoin('cluster', 'cluster.id', 'year.clusterId')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('year.clusterId', access.today)))
    .select([
      'year.id',
      'year.clusterId',
      'year.year',
      'year.name',
      'year.startsOn',
      'year.endsOn',
      'chair.id as chairUnitId',
      'year.chairUnitId as yearChairUnitId',
      'year.handOverOn',
      'year.isDemo',
      'cluster.name as clusterName',
      'chair.name as chairName',
    ])
    .select(leadingOffice('year.clusterId', access.today).as('standingOffice'))
    .where('year.id', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'year.id' }))
    .executeTakeFirst();
}
export type ReportingYear = NonNullable<Awaited<ReturnType<typeof findReportingYear>>>;

type Span = Pick<ReportingYear, 'clusterId' | 'startsOn' | 'endsOn'>;

/** The members of the cluster in that year, in its order. */
export function findReportingMembers(db: Reader, { clusterId, startsOn, endsOn }: Span) {
  return db
    .selectFrom('clusterMember as member')
    .innerJoin('unit', 'unit.id', 'member.unitId')
    .select(['unit.id as unitId', unitNameOn('unit.id', endsOn).as('name'), 'unit.fullName'])
    .where('member.clusterId', '=', clusterId)
    .where((eb) => eb.or([eb('member.validFrom', 'is', null), eb('member.validFrom', '<=', endsOn)]))
    .where((eb) => eb.or([eb('member.validTo', 'is', null), eb('member.validTo', '>=', startsOn)]))
    .where(isLastSpan('member', { day: endsOn }))
    .orderBy('member.position')
    .orderBy('unit.id')
    .execute();
}
export type ReportingMember = Awaited<ReturnType<typeof findReportingMembers>>[number];

/** All reports of one period of a cluster-year. */
export function findReportsOfYear(db: Reader, clusterYearId: string, period: ReportPeriod) {
  return db
    .selectFrom('report')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', period)
    .orderBy('id')
    .execute();
}

/** All figures of one period of a cluster-year, whatever the state of their report. */
export function findValuesOfYear(db: Reader, clusterYearId: string, period: ReportPeriod) {
  return db
    .selectFrom('reportValue as cell')
    .innerJoin('report', 'report.id', 'cell.reportId')
    .select([
      'report.unitId',
      'cell.reportId',
      'cell.indicatorVersionId',
      'cell.value',
      'cell.valueStatus',
      'cell.sourceOffice',
      'cell.note',
    ])
    .where('report.clusterYearId', '=', clusterYearId)
    .where('report.period', '=', period)
    .execute();
}

/**
 * What the other members report in the same period beside their last year, of reports that were sent and stand still:
 * what nobody has sent is no business of a peer's.
 */
export function findPeerFigures(db: Reader, { clusterYearId, period, unitId }: OfOne, now: string) {
  return db
    .selectFrom('report')
    .innerJoin('reportValue as cell', 'cell.reportId', 'report.id')
    .leftJoin('priorValue as prior', (join) =>
      join
        .onRef('prior.clusterYearId', '=', 'report.clusterYearId')
        .onRef('prior.unitId', '=', 'report.unitId')
        .onRef('prior.indicatorVersionId', '=', 'cell.indicatorVersionId'),
    )
    .select(['report.unitId', 'cell.indicatorVersionId', 'cell.value', 'prior.value as prior'])
    .where('report.clusterYearId', '=', clusterYearId)
    .where('report.period', '=', period)
    .where('report.status', 'in', COUNTED)
    .where(isLocked(now))
    .where('report.unitId', '<>', unitId)
    .where('cell.value', 'is not', null)
    .execute();
}
type OfOne = { clusterYearId: string; period: ReportPeriod; unitId: string };
export const COUNTED = reportStatus.options.filter(isCounted);

/** Not open again for its unit at this instant (ISO, UTC): a condition on the table `report`. */
export function isLocked(now: string): RawBuilder<boolean> {
  const until = sql.ref('report.reopenedUntil');
  return sql<boolean>`(${until} is null or ${until} <= ${now})`;
}

/**
 * Asked for by this day: its stage has opened, or the plan has no stage for it; a condition on the table `report`.
 * Before that a draft is nobody's open work.
 */
export function isAskedFor(today: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (select 1 from ${sql.table('stage')} as asked
    where asked.cluster_year_id = ${sql.ref('report.clusterYearId')} and asked.kind = ${sql.ref('report.period')} || '-report'
      and asked.opens_on > ${today})`;
}

/** The earlier versions of one figure, newest first. */
export function findEarlierVersions(db: Reader, reportId: string, indicatorVersionId: string) {
  return db
    .selectFrom('reportValueVersion')
    .selectAll()
    .where('reportId', '=', reportId)
    .where('indicatorVersionId', '=', indicatorVersionId)
    .orderBy('version', 'desc')
    .execute();
}

/** Which figure each document of the report is evidence for; those of the report as a whole are left out. */
export function findCellFiles(db: Reader, reportId: string) {
  return db
    .selectFrom('reportCellFile as pin')
    .innerJoin('file', 'file.id', 'pin.fileId')
    .select(['pin.fileId', 'pin.indicatorVersionId'])
    .where('pin.reportId', '=', reportId)
    .where('file.removedAt', 'is', null)
    .execute();
}

/** Figures have versions of their own: acts that save only them are no change of the report itself. */
export const FIGURES_SAVED = ['report.cells-saved', 'report.workbook-applied'];
