import type { Writer } from '#db/database.ts';
import type { DemoData } from '#db/seed/demo-data.ts';
import type { DemoYear } from '#db/seed/demo-reports.ts';
import { insertRows } from '#db/seed/insert-rows.ts';

/** The day and the place of the conference at which 2024 was launched. */
const LAUNCH_2024 = { launchedOn: '2024-03-05', place: 'thành phố Lạng Sơn' };

/**
 * The Prime Minister's five movements taken up in both years, invented ones of the cluster and of two provinces, and
 * the launch of 2024 with its three contents.
 */
export async function seedDemoMovements(tx: Writer, data: DemoData, year: DemoYear): Promise<void> {
  const { cluster, nextYear } = data;
  const movements = data.movements.map((movement) => ({ ...movement, id: year.newId() }));
  await insertRows(
    tx,
    'movement',
    movements.map(({ years: _, id, level, unitId, name, kind, launchedBy, goal, periodFrom, periodTo }) => ({
      id,
      level,
      unitId,
      clusterId: level === 'cluster' ? cluster.clusterId : null,
      name,
      kind,
      launchedBy,
      goal,
      periodFrom,
      periodTo,
      document: null,
      source: null,
      isDemo: 1,
    })),
  );
  for (const [clusterYearId, inYear] of [
    [year.clusterYearId, cluster.year],
    [year.nextClusterYearId, nextYear.year],
  ] as const) {
    const own = movements.filter(({ years }) => years.includes(inYear)).map(({ id }) => id);
    await insertRows(
      tx,
      'clusterYearMovement',
      [...cluster.movementIds, ...own].map((movementId, index) => ({ clusterYearId, movementId, position: index + 1 })),
    );
  }
  await insertRows(tx, 'launch', [
    {
      clusterYearId: year.nextClusterYearId,
      ...LAUNCH_2024,
      launchedBy: 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
      isDemo: 1,
    },
  ]);
  await insertRows(
    tx,
    'launchContent',
    nextYear.launch.map((content, index) => ({
      clusterYearId: year.nextClusterYearId,
      position: index + 1,
      content,
    })),
  );
}
