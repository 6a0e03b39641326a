import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { TrainingHome } from '#server/training/training-home.ts';
import { aContext } from '#test/builders/world.builder.ts';
import type { MatrixWorld } from '#test/server/matrix-records.ts';

const MADE_AT = '2024-03-01T00:00:00.000Z';

/** No copy, and none being made: what the other samples left is taken away. */
async function nothing(world: MatrixWorld): Promise<TrainingHome> {
  await inTransaction(world.db, (tx) =>
    tx.updateTable('job').set({ status: 'cancelled', dedupeKey: null }).where('kind', '=', 'training.make').execute(),
  );
  const home = new TrainingHome(aContext(world.db, null).dataDir);
  await home.remove();
  return home;
}

/** What is told of a copy; nobody opens it here. */
async function aCopy(world: MatrixWorld): Promise<void> {
  const home = await nothing(world);
  await home.begin();
  await home.finish({ id: uuidv7(), madeAt: MADE_AT, madeByName: 'Quản trị', rows: 1, schema: null });
  await home.takePlace();
}

export const TRAINING_SAMPLES = {
  'training.state': async (world: MatrixWorld) => {
    await aCopy(world);
    return { shows: MADE_AT };
  },
  'training.start': async (world: MatrixWorld) => {
    await nothing(world);
    return { input: { idempotencyKey: uuidv7() } };
  },
  'training.reset': async (world: MatrixWorld) => {
    await aCopy(world);
    return { input: { seenMadeAt: MADE_AT, idempotencyKey: uuidv7() } };
  },
  'training.remove': async (world: MatrixWorld) => {
    await aCopy(world);
    return { input: { seenMadeAt: MADE_AT } };
  },
};
