import { uuidv7 } from '#server/core/ids.ts';
import { A_LAUNCH, A_MOVEMENT, givenMovement, withoutLaunch } from '#test/builders/movements.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const seen = (id: string) => ({ id, seenVersion: 1 });

/** Calls of the matrix on movements and the launch of a year. */
export const MOVEMENT_SAMPLES: Record<string, Sampler> = {
  'movements.ofYear': async ({ db }, { clusterYearId }) => ({
    input: { clusterYearId },
    shows: await givenMovement(db, {}, clusterYearId),
  }),
  'movements.create': (_world, { clusterYearId }) => ({
    input: { clusterYearId, level: 'cluster', draft: A_MOVEMENT, idempotencyKey: uuidv7() },
  }),
  'movements.save': async ({ db }, { clusterYearId, unitId }) => {
    const id = await givenMovement(db, { level: 'province', unitId }, clusterYearId);
    return { input: { ...seen(id), clusterYearId, draft: { ...A_MOVEMENT, goal: 'Mỗi xã hai bản kiểu mẫu.' } } };
  },
  'movements.takeUp': async ({ db }, { clusterYearId }) => ({ input: { clusterYearId, id: await givenMovement(db) } }),
  'movements.drop': async ({ db }, { clusterYearId, unitId }) => ({
    input: { clusterYearId, id: await givenMovement(db, { level: 'province', unitId }, clusterYearId) },
  }),
  'movements.saveLaunch': async ({ db }, { clusterYearId }) => {
    await withoutLaunch(db, clusterYearId);
    return { input: { clusterYearId, seenVersion: null, draft: A_LAUNCH } };
  },
};
