import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { NewMovement } from '#db/movements/movements.table.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { LaunchDraft, MovementDraft, MovementId } from '#shared/movements/movements.schema.ts';

export const A_MOVEMENT: MovementDraft = {
  name: 'Bản làng sáng, xanh, sạch, đẹp',
  kind: 'thematic',
  launchedBy: 'UBND tỉnh Sơn La',
  goal: 'Mỗi xã có ít nhất một bản kiểu mẫu.',
  periodFrom: '2022-01-01',
  periodTo: '2025-12-31',
  document: 'Kế hoạch 12/KH-UBND ngày 10/01/2022',
};

export const A_LAUNCH: LaunchDraft = {
  launchedOn: '2023-02-24',
  place: 'thành phố Lạng Sơn',
  launchedBy: 'Cụm thi đua A',
  contents: ['Thực hiện có hiệu quả các phong trào thi đua', 'Nâng cao chất lượng khen thưởng'],
};

/** A stored movement of the Prime Minister unless told; taken up into `inYear` when given. */
export async function givenMovement(
  db: Db,
  about: Partial<NewMovement> = {},
  inYear: string | null = null,
): Promise<MovementId> {
  const id = (about.id ?? uuidv7()) as MovementId;
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('movement')
      .values({ ...A_MOVEMENT, level: 'prime-minister', unitId: null, clusterId: null, source: null, ...about, id })
      .execute();
    if (inYear)
      await tx
        .insertInto('clusterYearMovement')
        .values({ clusterYearId: inYear, movementId: id, position: 1 })
        .execute();
  });
  return id;
}

/** The year without a launch, so that a sample can record the first one. */
export async function withoutLaunch(db: Db, clusterYearId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('launchContent').where('clusterYearId', '=', clusterYearId).execute();
    await tx.deleteFrom('launch').where('clusterYearId', '=', clusterYearId).execute();
  });
}
