import type { Reader } from '#db/database.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

type OfPeriod = { clusterYearId: string; period: ReportPeriod };

/** The headings of a period's reports, in order. */
export function findHeadings(db: Reader, { clusterYearId, period }: OfPeriod) {
  return db
    .selectFrom('reportHeading')
    .select(['id', 'title', 'hint'])
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', period)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The headings of a report with what stands under each; `version` 0: nothing yet. */
export async function findSections(db: Reader, report: OfPeriod & { id: string }) {
  const rows = await db
    .selectFrom('reportHeading as heading')
    .leftJoin('reportSection as section', (join) =>
      join.onRef('section.headingId', '=', 'heading.id').on('section.reportId', '=', report.id),
    )
    .select(['heading.id', 'heading.title', 'heading.hint', 'section.content', 'section.version'])
    .where('heading.clusterYearId', '=', report.clusterYearId)
    .where('heading.period', '=', report.period)
    .orderBy('heading.position')
    .orderBy('heading.id')
    .execute();
  return rows.map(({ content, version, ...heading }) => ({
    ...heading,
    content: content ?? '',
    version: version ?? 0,
  }));
}

/** How many reports have text under each of these headings; those without are left out. */
export async function countWritten(db: Reader, headingIds: readonly string[]): Promise<Map<string, number>> {
  if (headingIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('reportSection')
    .select((eb) => ['headingId', eb.fn.countAll<number | string>().as('count')])
    .where('headingId', 'in', [...headingIds])
    .where('content', '<>', '')
    .groupBy('headingId')
    .execute();
  return new Map(rows.map(({ headingId, count }) => [headingId, Number(count)]));
}
