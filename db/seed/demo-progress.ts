import type { Writer } from '#db/database.ts';
import type { DemoData } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

/** Part of the year's flow that was reached by the end of each quarter, in %: invented. */
const REACHED = [22, 47, 72, 97];
/** Sơn La is behind with everything, so with its fourth quarter too. */
const LATE = 'VN63-14';

/** Tiến độ of the pledge of 2023, quarter by quarter, invented from the figures of the year; shares stand at year end. */
export async function seedDemoProgress(tx: Writer, data: DemoData, year: DemoYear): Promise<void> {
  const pledge = await tx
    .selectFrom('pledge')
    .where('clusterYearId', '=', year.clusterYearId)
    .select('id')
    .executeTakeFirstOrThrow();
  await insertRows(
    tx,
    'pledgeProgress',
    data.cluster.memberUnitIds.flatMap((unitId) =>
      data.indicators
        .filter(({ target, kind }) => target[unitId] != null && kind === 'flow')
        .flatMap(({ code, actual }) =>
          REACHED.slice(0, unitId === LATE ? 3 : 4).map((share, at) => ({
            pledgeId: pledge.id,
            unitId,
            indicatorVersionId: year.versionOf.get(code)!,
            quarter: at + 1,
            value: Math.round((actual[unitId]! * share) / 100),
            note: '',
            savedAt: `2023-${['04', '07', '10', '12'][at]}-05T03:00:00.000Z`,
            savedBy: 'Cán bộ tổng hợp (minh họa)',
          })),
        ),
    ),
  );
  await insertRows(
    tx,
    'pledgeQuarter',
    data.cluster.memberUnitIds.flatMap((unitId) =>
      REACHED.slice(0, unitId === LATE ? 3 : 4).map((_, at) => ({
        id: year.newId(),
        pledgeId: pledge.id,
        unitId,
        quarter: at + 1,
        asOf: `2023-${['03-31', '06-30', '09-30', '11-30'][at]}`,
        savedAt: `2023-${['04', '07', '10', '12'][at]}-05T03:00:00.000Z`,
        savedBy: 'Cán bộ tổng hợp (minh họa)',
      })),
    ),
  );
}
