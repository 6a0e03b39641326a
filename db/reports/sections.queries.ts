import type { Reader, Writer } from '#db/database.ts';
import type { NewReportHeading } from '#db/reports/sections.table.ts';
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

type SectionKey = { reportId: string; headingId: string; seenVersion: number };

/** Saves what stands under one heading; its new version, or undefined when it changed since `seenVersion`. */
export async function saveSection(tx: Writer, key: SectionKey, content: string): Promise<number | undefined> {
  const { reportId, headingId, seenVersion } = key;
  const saved =
    seenVersion === 0
      ? await tx
          .insertInto('reportSection')
          .values({ reportId, headingId, content })
          .onConflict((conflict) => conflict.columns(['reportId', 'headingId']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('reportSection')
          .set({ content, version: seenVersion + 1 })
          .where('reportId', '=', reportId)
          .where('headingId', '=', headingId)
          .where('version', '=', seenVersion)
          .returning('version')
          .executeTakeFirst();
  return saved?.version;
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

/** The headings of a period as listed; those not listed go with what is left of them. */
export async function replaceHeadings(
  tx: Writer,
  { clusterYearId, period }: OfPeriod,
  rows: readonly NewReportHeading[],
) {
  const kept = rows.map(({ id }) => id);
  const gone = tx
    .selectFrom('reportHeading')
    .select('id')
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', period)
    .$if(kept.length > 0, (qb) => qb.where('id', 'not in', kept));
  await tx.deleteFrom('reportSection').where('headingId', 'in', gone).execute();
  await tx.deleteFrom('reportHeading').where('id', 'in', gone).execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('reportHeading')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        title: eb.ref('excluded.title'),
        hint: eb.ref('excluded.hint'),
      })),
    )
    .execute();
}
