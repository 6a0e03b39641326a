import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenProvincialCluster } from '#test/builders/cluster.builder.ts';
import { AN_INDICATOR, givenIndicator } from '#test/builders/indicators.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

/** Calls of the matrix on indicators: those of the place's unit, and the choice of the place's year. */
export const INDICATOR_SAMPLES: Record<string, Sampler> = {
  'indicators.list': async ({ db }) => ({
    input: { q: '', withClosed: false },
    shows: (await givenIndicator(db)).id,
  }),
  'indicators.byId': async ({ db }) => {
    const { id } = await givenIndicator(db);
    return { input: { id }, shows: id };
  },
  'indicators.create': (_world, { unitId }) => ({
    input: {
      ...AN_INDICATOR,
      name: `Chỉ tiêu ${uuidv7()}`,
      ownerUnitId: unitId,
      validFrom: '2024-01-01',
      continues: null,
      idempotencyKey: uuidv7(),
    },
  }),
  'indicators.save': async ({ db }, { unitId }) => {
    const { versionId, content } = await givenIndicator(db, { ownerUnitId: unitId });
    return { input: { versionId, seenVersion: 1, ...content, definition: 'Số đã giải ngân.', continues: null } };
  },
  'indicators.addVersion': async ({ db }, { unitId }) => {
    const { id, content } = await givenIndicator(db, { ownerUnitId: unitId });
    const changed = { ...content, decimals: 2, validFrom: '2024-01-01', continues: null };
    return { input: { id, seenVersion: 1, ...changed, idempotencyKey: uuidv7() } };
  },
  'indicators.close': async ({ db }, { unitId }) => ({
    input: {
      id: (await givenIndicator(db, { ownerUnitId: unitId })).id,
      seenVersion: 1,
      validTo: '2024-12-31',
      reason: 'Không còn giao.',
    },
  }),
  'indicators.ofYear': (_world, { clusterYearId }) => ({ input: { clusterYearId }, shows: clusterYearId }),
  'indicators.setOfYear': async ({ db }, { clusterYearId }) => {
    const { version } = await db.reads
      .selectFrom('clusterYear')
      .where('id', '=', clusterYearId)
      .select('version')
      .executeTakeFirstOrThrow();
    const asked = await db.reads
      .selectFrom('clusterYearIndicator')
      .where('clusterYearId', '=', clusterYearId)
      .orderBy('position')
      .select(['indicatorVersionId', 'isHeadline'])
      .execute();
    // Another headline: what is asked stays, so that the reports of the year stay complete.
    const items = asked.map(({ indicatorVersionId, isHeadline }, index) => ({
      indicatorVersionId,
      isHeadline: (isHeadline === 1) !== (index === 0),
    }));
    return { input: { clusterYearId, seenVersion: version, items } };
  },
};

/** The year 2023 of a cluster that the place's unit organises, in a state; over on the day of the matrix. */
export async function aProvincialYear(
  { db }: MatrixWorld,
  { unitId }: Place,
  status: 'draft' | 'published' | 'archived',
): Promise<string> {
  const { yearId } = await givenProvincialCluster(db, unitId);
  const archivedAt = status === 'archived' ? '2024-02-01T03:00:00.000Z' : null;
  await inTransaction(db, (tx) =>
    tx.updateTable('clusterYear').set({ status, archivedAt }).where('id', '=', yearId).execute(),
  );
  return yearId;
}
