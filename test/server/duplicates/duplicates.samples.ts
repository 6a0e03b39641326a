import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { aMerge, givenPair, givenRecipient } from '#test/builders/duplicates.builder.ts';
import { aContext, anActor } from '#test/builders/world.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

async function aPair({ db }: MatrixWorld, { unitId }: Place) {
  const name = `Lò Văn Mẫu ${uuidv7().slice(-4)}`;
  const keptId = await givenRecipient(db, unitId, name);
  const otherId = await givenRecipient(db, unitId, name);
  return { id: await givenPair(db, keptId, otherId), keptId, otherId };
}

async function aMergeDone(world: MatrixWorld, place: Place) {
  const { id, keptId } = await aPair(world, place);
  const ctx = aContext(world.db, anActor('Quản trị hệ thống', null, 'admin'));
  return createCaller(ctx).duplicates.merge(aMerge(id, keptId));
}

const REASON = 'Hai người khác nhau, khác quê.';

/** Calls of the matrix on likely duplicates. */
export const DUPLICATE_SAMPLES: Record<string, Sampler> = {
  'duplicates.list': async (world, place) => ({ input: {}, shows: (await aPair(world, place)).id }),
  'duplicates.overview': async (world, place) => {
    await aPair(world, place);
    return { input: {}, shows: place.unitId };
  },
  'duplicates.byId': async (world, place) => {
    const { id } = await aPair(world, place);
    return { input: { id }, shows: id };
  },
  'duplicates.merges': async (world, place) => ({ input: {}, shows: (await aMergeDone(world, place)).id }),
  'duplicates.merge': async (world, place) => {
    const { id, keptId } = await aPair(world, place);
    return { input: aMerge(id, keptId) };
  },
  'duplicates.dismiss': async (world, place) => ({
    input: { id: (await aPair(world, place)).id, seenVersion: 1, reason: REASON },
  }),
  'duplicates.reopen': async (world, place) => {
    const { id } = await aPair(world, place);
    const ctx = aContext(world.db, anActor('Quản trị hệ thống', null, 'admin'));
    const { version } = await createCaller(ctx).duplicates.dismiss({ id, seenVersion: 1, reason: REASON });
    return { input: { id, seenVersion: version } };
  },
  'duplicates.undo': async (world, place) => ({
    input: { id: (await aMergeDone(world, place)).id, seenVersion: 1, reason: REASON, remember: 'open' },
  }),
  'duplicates.propose': async ({ db }, { unitId }) => ({
    input: {
      recipientId: await givenRecipient(db, unitId, 'Lò Văn Mẫu'),
      otherId: await givenRecipient(db, unitId, 'Vì Thị Khác'),
      idempotencyKey: uuidv7(),
    },
  }),
  'duplicates.find': () => ({ input: { idempotencyKey: uuidv7() } }),
};
