import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import { COUNTED, isLocked } from '#db/reports/reports.queries.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

type OfPeriod = { clusterYearId: string; period: ReportPeriod };

/** Every version of the words kept beside the figures of a summary, the newest first. */
export function findSummaryNotes(db: Reader, { clusterYearId, period }: OfPeriod) {
  return db
    .selectFrom('summaryNote')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .execute();
}

/** Which flow belongs to which stock in a cluster. */
export function findStockFlows(db: Reader, clusterId: string) {
  return db
    .selectFrom('stockFlow')
    .select(['stockIndicatorId', 'flowIndicatorId'])
    .where('clusterId', '=', clusterId)
    .orderBy('stockIndicatorId')
    .execute();
}

type Span = { clusterId: string; fromYear: number; toYear: number };

/** The published years of a cluster within reach, oldest first. */
export function findYearsOfSeries(db: Reader, access: Access, { clusterId, fromYear, toYear }: Span) {
  return db
    .selectFrom('clusterYear as year')
    .select(['year.id', 'year.year', 'year.startsOn', 'year.endsOn'])
    .where('year.clusterId', '=', clusterId)
    .where('year.year', '>=', fromYear)
    .where('year.year', '<=', toYear)
    .where('year.status', '<>', 'draft')
    .where(inAccess(access, { clusterYearId: 'year.id' }))
    .orderBy('year.year')
    .execute();
}

/** What these years ask. */
export function findAskedVersions(db: Reader, clusterYearIds: readonly string[]) {
  return db
    .selectFrom('clusterYearIndicator as asked')
    .innerJoin('indicatorVersion as iv', 'iv.id', 'asked.indicatorVersionId')
    .select(['asked.clusterYearId', 'iv.id', 'iv.indicatorId'])
    .where('asked.clusterYearId', 'in', [...clusterYearIds])
    .execute();
}

type OfVersions = { clusterYearIds: readonly string[]; versionIds: readonly string[] };

/** Figures of sent reports of several years, each with its report. */
export function findFiguresOfYears(
  db: Reader,
  { clusterYearIds, versionIds }: OfVersions,
  { period, now }: { period: ReportPeriod; now: string },
) {
  return db
    .selectFrom('report')
    .innerJoin('reportValue as cell', 'cell.reportId', 'report.id')
    .select(['report.clusterYearId', 'report.unitId', 'report.id as reportId', 'cell.indicatorVersionId', 'cell.value'])
    .where('report.clusterYearId', 'in', [...clusterYearIds])
    .where('report.period', '=', period)
    .where('report.status', 'in', COUNTED)
    .where(isLocked(now))
    .where('cell.indicatorVersionId', 'in', [...versionIds])
    .where('cell.value', 'is not', null)
    .execute();
}

/** What was stated for the year before each of these years. */
export function findPriorsOfYears(db: Reader, { clusterYearIds, versionIds }: OfVersions) {
  return db
    .selectFrom('priorValue')
    .select(['clusterYearId', 'unitId', 'indicatorVersionId', 'value'])
    .where('clusterYearId', 'in', [...clusterYearIds])
    .where('indicatorVersionId', 'in', [...versionIds])
    .where('value', 'is not', null)
    .execute();
}

/** Who was a member of the cluster when, in its order. */
export function findMemberSpans(db: Reader, clusterId: string) {
  return db
    .selectFrom('clusterMember as member')
    .innerJoin('unit', 'unit.id', 'member.unitId')
    .select(['member.unitId', 'unit.name', 'member.validFrom', 'member.validTo'])
    .where('member.clusterId', '=', clusterId)
    .orderBy('member.position')
    .orderBy('member.unitId')
    .execute();
}
