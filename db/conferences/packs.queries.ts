import { type SqlBool, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { TemplatePaper } from '#shared/conferences/packs.schema.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

/** Published years of which one of these units was, is or will be the chair; nothing where none is given. */
const isOfOwnChair = (units: readonly string[]) =>
  units.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`(${sql.ref('clusterYear.status')} <> 'draft' and ${sql.ref('clusterYear.chairUnitId')} in (${sql.join(units)}))`;

/**
 * A year whose papers this person makes, or reads as one of the unit that was its chair, with its cluster and who
 * leads it on the day.
 */
export function findPackYear(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where('clusterYear.id', '=', clusterYearId)
    .where((eb) => eb.or([inAccess(access, { clusterYearId: 'clusterYear.id' }), isOfOwnChair(access.own)]))
    .select(['clusterYear.id', 'clusterYear.year', 'clusterYear.name', 'clusterYear.clusterId'])
    .select(['cluster.name as clusterName', leadingUnit('clusterYear.clusterId', access.today).as('leadingUnitId')])
    .executeTakeFirst();
}
export type PackYear = NonNullable<Awaited<ReturnType<typeof findPackYear>>>;

/** The year after this one of the same cluster, when this person may see it. */
export function findYearAfter(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear as year')
    .innerJoin('clusterYear as next', (join) =>
      join.onRef('next.clusterId', '=', 'year.clusterId').onRef('next.startsOn', '>', 'year.startsOn'),
    )
    .where('year.id', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'next.id' }))
    .select(['next.id', 'next.year'])
    .orderBy('next.startsOn')
    .limit(1)
    .executeTakeFirst();
}

/**
 * What the reports of a year say in words: under each heading, and in the free text; of every state, with until when
 * a report is open again for its unit.
 */
export async function findReportTexts(db: Reader, clusterYearId: string, period: ReportPeriod) {
  const [sections, narratives] = await Promise.all([
    db
      .selectFrom('reportSection as section')
      .innerJoin('reportHeading as heading', 'heading.id', 'section.headingId')
      .innerJoin('report', 'report.id', 'section.reportId')
      .where('report.clusterYearId', '=', clusterYearId)
      .where('report.period', '=', period)
      .select(['report.unitId', 'report.status', 'report.reopenedUntil', 'heading.title as heading', 'section.content'])
      .orderBy('heading.position')
      .orderBy('heading.id')
      .execute(),
    db
      .selectFrom('report')
      .where('clusterYearId', '=', clusterYearId)
      .where('period', '=', period)
      .where('narrative', '<>', '')
      .select(['unitId', 'status', 'reopenedUntil', 'narrative as content'])
      .execute(),
  ]);
  return [...narratives.map((one) => ({ ...one, heading: '' })), ...sections];
}

/** Versions that are there, newest first. */
export function listPacks(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('conferencePack')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where('removedAt', 'is', null)
    .orderBy('number', 'desc')
    .execute();
}

/** One version inside the scope, with its file; undefined when it was cleared. Whoever was chair reads what was sent. */
export function findPack(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('conferencePack')
    .innerJoin('file', 'file.id', 'conferencePack.fileId')
    .innerJoin('clusterYear', 'clusterYear.id', 'conferencePack.clusterYearId')
    .selectAll('conferencePack')
    .select(['file.name as fileName', 'clusterYear.name as yearName'])
    .where('conferencePack.id', '=', id)
    .where('conferencePack.removedAt', 'is', null)
    .where((eb) =>
      eb.or([
        inAccess(access, { clusterYearId: 'conferencePack.clusterYearId' }),
        eb.and([isOfOwnChair(access.own), eb('conferencePack.sentAt', 'is not', null)]),
      ]),
    )
    .executeTakeFirst();
}

export async function nextPackNumber(db: Reader, clusterYearId: string): Promise<number> {
  const row = await db
    .selectFrom('conferencePack')
    .select((eb) => eb.fn.max<number | null>('number').as('last'))
    .where('clusterYearId', '=', clusterYearId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

export async function hasPack(db: Reader, id: string): Promise<boolean> {
  return (await db.selectFrom('conferencePack').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** Versions that were never sent and have `kept` newer unsent ones of their year before them. */
export async function findOldPacks(db: Reader, kept: number) {
  const rows = await db
    .selectFrom('conferencePack')
    .select(['id', 'clusterYearId', 'fileId', 'number', 'version'])
    .where('removedAt', 'is', null)
    .where('sentAt', 'is', null)
    .orderBy('clusterYearId')
    .orderBy('number', 'desc')
    .execute();
  return [...Map.groupBy(rows, ({ clusterYearId }) => clusterYearId).values()].flatMap((year) => year.slice(kept));
}

/** Templates of a unit for the papers of a cluster, newest first. */
export function listTemplates(db: Reader, unitId: string, clusterId: string) {
  return db
    .selectFrom('paperTemplate')
    .innerJoin('file', 'file.id', 'paperTemplate.fileId')
    .selectAll('paperTemplate')
    .select(['file.name as fileName', 'file.sizeBytes', 'file.sha256'])
    .where('paperTemplate.unitId', '=', unitId)
    .where('paperTemplate.clusterId', '=', clusterId)
    .orderBy('paperTemplate.id', 'desc')
    .execute();
}
export type TemplateOfUnit = Awaited<ReturnType<typeof listTemplates>>[number];

export async function findTemplateInUse(
  db: Reader,
  unitId: string,
  clusterId: string,
  paper: TemplatePaper,
): Promise<TemplateOfUnit | undefined> {
  return (await listTemplates(db, unitId, clusterId)).find((one) => one.paper === paper && one.status === 'in-use');
}

/** The job that makes, or made last, the papers of a year. */
export function findLatestPackJob(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('job')
    .select(['id', 'status', 'progress', 'progressTotal', 'error'])
    .where('kind', '=', 'pack.make')
    .where('subjectId', '=', clusterYearId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
