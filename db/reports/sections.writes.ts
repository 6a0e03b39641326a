import type { Writer } from '#db/database.ts';
import type { NewReportHeading } from '#db/reports/sections.table.ts';
import type { ReportPeriod } from '#shared/reports/reports.schema.ts';

type OfPeriod = { clusterYearId: string; period: ReportPeriod };
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
