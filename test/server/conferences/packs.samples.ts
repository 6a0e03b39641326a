import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { TemplateStatus } from '#shared/conferences/packs.schema.ts';
import { givenPack, givenPackFile } from '#test/builders/pack.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const AT = '2024-02-27T03:00:00.000Z';

/** The only template of whoever chairs the place's cluster. Gives its id. */
async function aTemplate({ db }: MatrixWorld, place: Place, status: TemplateStatus): Promise<string> {
  const id = uuidv7();
  await inTransaction(db, async (tx) => {
    const year = tx.selectFrom('clusterYear').select('clusterId').where('id', '=', place.clusterYearId);
    const { clusterId } = await year.executeTakeFirstOrThrow();
    await tx.deleteFrom('paperTemplate').where('clusterId', '=', clusterId).execute();
    const fileId = await givenPackFile(tx, 'paper-template', id);
    const by = { uploadedAt: AT, uploadedByName: 'Người mẫu', usedFrom: status === 'checked' ? null : AT };
    await tx
      .insertInto('paperTemplate')
      .values({ id, unitId: place.chairUnitId, clusterId, paper: 'report', fileId, status, ...by })
      .execute();
  });
  return id;
}

/** Calls of the matrix on the papers of a conference and their templates. */
export const PACK_SAMPLES: Record<string, Sampler> = {
  'conferencePacks.ofYear': async (world, place) => ({
    input: { clusterYearId: place.clusterYearId },
    shows: await givenPack(world.db, place.clusterYearId),
  }),
  'conferencePacks.make': (_, { clusterYearId }) => ({ input: { clusterYearId, idempotencyKey: uuidv7() } }),
  'conferencePacks.markSent': async (world, place) => ({
    input: { id: await givenPack(world.db, place.clusterYearId), seenVersion: 1, sentTo: 'các tỉnh', note: '' },
  }),
  'conferencePacks.templates': async (world, place) => ({
    input: { clusterYearId: place.clusterYearId },
    shows: await aTemplate(world, place, 'former'),
  }),
  'conferencePacks.useTemplate': async (world, place) => ({
    input: { clusterYearId: place.clusterYearId, id: await aTemplate(world, place, 'checked'), seenVersion: 1 },
  }),
  'conferencePacks.useBuiltIn': async (world, place) => ({
    input: { clusterYearId: place.clusterYearId, id: await aTemplate(world, place, 'in-use'), seenVersion: 1 },
  }),
};
