import type { Writer } from '#db/database.ts';
import type { DemoData } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

/** Reviewed once a year, in its last quarter: a report of six months has no figure for it. */
const NOT_AT_MID_YEAR = new Set(['poverty-reduction']);

/** Part of the year's flow each member had by the end of June, in %: invented, one per place in the list of members. */
const DONE_BY_JUNE = [47, 44, 49, 46, 51, 45, 48];

/**
 * The figures of the half-year reports (sơ kết 6 tháng), invented from those of the year: a flow is the part done by
 * June, the share of frontline workers follows from its two counts, another share lies between last year's and this one's.
 */
export async function seedMidYearValues(tx: Writer, data: DemoData, year: DemoYear, reports: Map<string, string>) {
  for (const [place, unitId] of data.cluster.memberUnitIds.entries()) {
    const part = DONE_BY_JUNE[place % DONE_BY_JUNE.length]! / 100;
    const flowOf = (code: string) =>
      Math.round(data.indicators.find((indicator) => indicator.code === code)!.actual[unitId]! * part);
    await insertRows(
      tx,
      'reportValue',
      data.indicators
        .filter(({ code }) => !NOT_AT_MID_YEAR.has(code))
        .map(({ code, kind, actual, lastYear, sourceOffice }) => ({
          reportId: reports.get(unitId)!,
          indicatorVersionId: year.versionOf.get(code)!,
          value:
            code === 'frontline-share'
              ? Math.round((flowOf('merit-frontline') * 1000) / flowOf('merit-individuals'))
              : kind === 'flow'
                ? flowOf(code)
                : Math.round((actual[unitId]! + lastYear[unitId]!) / 2),
          valueStatus: 'estimate' as const,
          sourceOffice,
          note: kind === 'share' ? 'Số ước đến 30/6.' : '',
        })),
    );
  }
}
