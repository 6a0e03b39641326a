import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenExemplar } from '#test/builders/exemplars.builder.ts';
import { AN_ADOPTION, AN_EFFECT, givenReplication, shareExemplar } from '#test/builders/replications.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const seen = (id: string) => ({ id, seenVersion: 1 });

/** A model of another unit than the place's that everybody may take up. */
async function aModel({ db, units, yearA, yearB }: MatrixWorld, { unitId }: Place) {
  const of =
    unitId === units.QT ? { clusterYearId: yearA, unitId: units.SL } : { clusterYearId: yearB, unitId: units.QT };
  const id = await givenExemplar(db, of);
  await shareExemplar(db, id, 'approved');
  return id;
}

const anAdoption = async (world: MatrixWorld, place: Place) =>
  givenReplication(world.db, {
    exemplarId: await aModel(world, place),
    unitId: place.unitId,
    clusterYearId: place.clusterYearId,
  });

const own = ({ clusterYearId, unitId }: Place) => ({ clusterYearId, unitId });
const anExemplar = ({ db }: MatrixWorld, place: Place) => givenExemplar(db, own(place));

async function anIndicator({ db, indicators }: MatrixWorld): Promise<string> {
  const row = await db.reads
    .selectFrom('indicatorVersion')
    .select('indicatorId')
    .where('id', '=', indicators.poverty)
    .executeTakeFirstOrThrow();
  return row.indicatorId;
}

/** Calls of the matrix on the bank of models and on their adoption. */
export const REPLICATION_SAMPLES: Record<string, Sampler> = {
  'exemplars.saveEffects': async (world, place) => ({
    input: { ...seen(await anExemplar(world, place)), effects: [AN_EFFECT] },
  }),
  'exemplars.askSharing': async (world, place) => ({ input: seen(await anExemplar(world, place)) }),
  'exemplars.decideSharing': async (world, place) => {
    const id = await anExemplar(world, place);
    await shareExemplar(world.db, id, 'asked');
    return { input: { ...seen(id), decision: 'decline', reason: 'Chưa nêu nguồn số liệu.' } };
  },
  'exemplars.bank': async (world, place) => ({ input: {}, shows: await aModel(world, place) }),
  'exemplars.bankFields': () => ({}),
  'exemplars.fields': (_world, { clusterYearId }) => ({ input: { clusterYearId } }),
  'exemplars.setFields': async (world, { clusterYearId }) => ({
    input: { clusterYearId, fields: [{ indicatorId: await anIndicator(world), field: `Lĩnh vực ${uuidv7()}` }] },
  }),
  'exemplars.suggestions': (_world, { clusterYearId }) => ({ input: { clusterYearId } }),
  'exemplars.dismissSuggestion': async (world, place) => ({
    input: { ...own(place), exemplarId: await aModel(world, place), indicatorId: await anIndicator(world) },
  }),

  'replications.list': async (world, place) => ({ input: {}, shows: await anAdoption(world, place) }),
  'replications.byId': async (world, place) => {
    const id = await anAdoption(world, place);
    return { input: { id }, shows: id };
  },
  'replications.create': async (world, place) => ({
    input: {
      ...own(place),
      exemplarId: await aModel(world, place),
      draft: AN_ADOPTION,
      idempotencyKey: uuidv7(),
    },
  }),
  'replications.save': async (world, place) => ({
    input: { ...seen(await anAdoption(world, place)), draft: { ...AN_ADOPTION, place: 'xã Khác' } },
  }),
  'replications.setStatus': async (world, place) => ({
    input: { ...seen(await anAdoption(world, place)), status: 'stopped', reason: 'Hết giống dê.' },
  }),
  'replications.addEntry': async (world, place) => ({
    input: {
      id: await anAdoption(world, place),
      onDate: '2023-07-01',
      content: 'Đã họp bản.',
      idempotencyKey: uuidv7(),
    },
  }),
  'replications.removeEntry': async (world, place) => {
    const id = await anAdoption(world, place);
    const entryId = uuidv7();
    const entry = { id: entryId, replicationId: id, onDate: '2023-07-01', content: 'Ghi nhầm', enteredBy: 'Ai đó' };
    await inTransaction(world.db, (tx) => tx.insertInto('replicationEntry').values(entry).execute());
    return { input: { id, entryId } };
  },
  'replications.saveResults': async (world, place) => ({
    input: { ...seen(await anAdoption(world, place)), effects: [AN_EFFECT] },
  }),
};
