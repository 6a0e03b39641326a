import { aNomination, type MatrixWorld, nextNumber, type Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Promise<{ input?: unknown; shows?: string }>;

/** The aims of a year are one record, whatever the calls before have made of it. */
async function aimVersion({ db }: MatrixWorld, clusterYearId: string): Promise<number> {
  const rows = await db.reads
    .selectFrom('careAim')
    .select('version')
    .where('clusterYearId', '=', clusterYearId)
    .execute();
  return rows.reduce((sum, { version }) => sum + version, 0);
}

/** Calls of the matrix on the structure of awards and on what of nominated people is sensitive. */
export const CARE_SAMPLES: Record<string, Sampler> = {
  'nominations.readEthnicity': async (world, place) => ({
    input: { id: (await aNomination(world, place, 'draft')).id },
  }),
  'nominations.setEthnicity': async (world, place) => ({
    input: { id: (await aNomination(world, place, 'draft')).id, seenVersion: 0, code: '03' },
  }),

  'care.ofYear': async (_world, { clusterYearId }) => ({ input: { clusterYearId }, shows: clusterYearId }),
  'care.ofList': async (_world, { clusterYearId }) => ({ input: { clusterYearId } }),
  'care.rows': async (world, place) => {
    const { id } = await aNomination(world, place, 'submitted');
    return { input: { clusterYearId: place.clusterYearId, basis: 'nominations', lens: 'border' }, shows: id };
  },
  'care.minorityRows': async (_world, { clusterYearId }) => ({
    input: { clusterYearId, basis: 'nominations', reason: 'Đối chiếu danh sách trước khi trình.' },
  }),
  'care.setAims': async (world, { clusterYearId }) => ({
    input: {
      clusterYearId,
      seenVersion: await aimVersion(world, clusterYearId),
      aims: [{ lens: 'border', leastPermille: 1 + (nextNumber() % 1000), source: '' }],
    },
  }),
};
