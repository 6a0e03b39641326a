import { uuidv7 } from '#server/core/ids.ts';
import { AN_EXEMPLAR, givenExemplar } from '#test/builders/exemplars.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const seen = (id: string) => ({ id, seenVersion: 1 });
const ownedBy = ({ clusterYearId, unitId }: Place) => ({ clusterYearId, unitId });

/** Calls of the matrix on exemplars. */
export const EXEMPLAR_SAMPLES: Record<string, Sampler> = {
  'exemplars.list': async ({ db }, place) => ({ input: {}, shows: await givenExemplar(db, ownedBy(place)) }),
  'exemplars.byId': async ({ db }, place) => {
    const id = await givenExemplar(db, ownedBy(place));
    return { input: { id }, shows: id };
  },
  'exemplars.options': (_world, { clusterYearId }) => ({ shows: clusterYearId }),
  'exemplars.create': (_world, place) => ({
    input: { ...ownedBy(place), draft: AN_EXEMPLAR, idempotencyKey: uuidv7() },
  }),
  'exemplars.save': async ({ db }, place) => ({
    input: { ...seen(await givenExemplar(db, ownedBy(place))), draft: { ...AN_EXEMPLAR, field: 'Giao thông' } },
  }),
  'exemplars.remove': async ({ db }, place) => ({
    input: { ...seen(await givenExemplar(db, ownedBy(place))), reason: 'Ghi trùng hai lần.' },
  }),
};
