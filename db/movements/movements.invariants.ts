import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** What must hold of movements and launches whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'movement-period-in-order',
    sentence: 'Phong trào kết thúc không trước ngày bắt đầu.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('movement').select('id').whereRef('periodTo', '<', 'periodFrom').execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'movement-has-its-launcher',
    sentence: 'Phong trào của tỉnh ghi tỉnh nào, phong trào của Cụm ghi Cụm nào, của Thủ tướng thì không ghi.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('movement').select(['id', 'level', 'unitId', 'clusterId']).execute();
      return rows
        .filter(
          ({ level, unitId, clusterId }) =>
            (unitId !== null) !== (level === 'province') || (clusterId !== null) !== (level === 'cluster'),
        )
        .map(({ id }) => id);
    },
  },
  {
    name: 'movement-taken-up-at-home',
    sentence: 'Năm thi đua chỉ có phong trào của chính Cụm, của tỉnh từng là thành viên, hoặc của Thủ tướng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterYearMovement')
        .innerJoin('movement', 'movement.id', 'clusterYearMovement.movementId')
        .innerJoin('clusterYear', 'clusterYear.id', 'clusterYearMovement.clusterYearId')
        .select('movement.id')
        .where((eb) =>
          eb.or([
            eb('movement.level', '=', 'cluster').and('movement.clusterId', '<>', eb.ref('clusterYear.clusterId')),
            eb('movement.level', '=', 'province').and(
              sql<boolean>`not exists (select 1 from cluster_member m
                where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref('movement.unitId')})`,
            ),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'launch-says-what',
    sentence: 'Năm thi đua đã phát động thì có ngày không sau ngày kết thúc năm và có ít nhất một nội dung.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('launch')
        .innerJoin('clusterYear', 'clusterYear.id', 'launch.clusterYearId')
        .leftJoin('launchContent', 'launchContent.clusterYearId', 'launch.clusterYearId')
        .select('launch.clusterYearId')
        .distinct()
        .where((eb) =>
          eb.or([
            eb('launchContent.content', 'is', null),
            eb('launchContent.content', '=', ''),
            eb('launch.launchedOn', '>', eb.ref('clusterYear.endsOn')),
          ]),
        )
        .execute();
      return rows.map(({ clusterYearId }) => clusterYearId);
    },
  },
];
