import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenMovement } from '#test/builders/movements.builder.ts';
import { givenRegistration, LDTT } from '#test/builders/registrations.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const own = ({ clusterYearId, unitId }: Place) => ({ clusterYearId, unitId });

async function aSentMovement({ db }: MatrixWorld, clusterYearId: string) {
  const id = await givenMovement(db, {}, clusterYearId);
  await inTransaction(db, (tx) =>
    tx
      .updateTable('clusterYearMovement')
      .set({ sentOn: '2024-01-10', confirmBy: '2024-03-31' })
      .where('movementId', '=', id)
      .execute(),
  );
  return id;
}

/** Calls of the matrix on registrations of titles, and on movements as members take part in them. */
export const REGISTRATION_SAMPLES: Record<string, Sampler> = {
  'registrations.ofYear': async ({ db }, place) => ({
    input: { clusterYearId: place.clusterYearId },
    shows: await givenRegistration(db, own(place), 'sent'),
  }),
  'registrations.save': async ({ db }, place) => {
    await givenRegistration(db, own(place), 'draft');
    return { input: { ...own(place), seenVersion: 1, lines: [{ ...LDTT, count: 7 }] } };
  },
  'registrations.send': async ({ db }, place) => {
    await givenRegistration(db, own(place), 'draft');
    return { input: { ...own(place), seenVersion: 1 } };
  },
  'registrations.recall': async ({ db }, place) => {
    await givenRegistration(db, own(place), 'sent');
    return { input: { ...own(place), seenVersion: 1 } };
  },
  'movements.send': async ({ db }, { clusterYearId }) => ({
    input: { clusterYearId, id: await givenMovement(db, {}, clusterYearId), confirmBy: '2024-03-31' },
  }),
  'movements.confirm': async (world, place) => ({
    input: {
      ...own(place),
      id: await aSentMovement(world, place.clusterYearId),
      seenVersion: null,
      draft: { confirmedOn: '2024-02-01', person: 'Ông Trần Văn Mẫu', document: '', note: '' },
      idempotencyKey: uuidv7(),
    },
  }),
  'movements.saveReview': async ({ db }, { clusterYearId, unitId }) => ({
    input: {
      clusterYearId,
      id: await givenMovement(db, { level: 'province', unitId }, clusterYearId),
      kind: 'interim',
      seenVersion: null,
      draft: { heldOn: '2023-12-01', content: 'Đạt mục tiêu giữa kỳ.' },
    },
  }),
};
