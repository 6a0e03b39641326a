import { uuidv7 } from '#server/core/ids.ts';
import { givenSavedView } from '#test/builders/saved-views.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const LAYOUT = { columns: [{ id: 'name' }, { id: 'place', hidden: true }], density: 'normal' };
const ofUnit = ({ db }: MatrixWorld, { unitId }: Place) => givenSavedView(db, { audience: 'unit', unitId });

/** Calls of the matrix on views: one that a colleague shared with the unit of the place. */
export const SAVED_VIEW_SAMPLES: Record<string, Sampler> = {
  'savedViews.list': async (world, place) => ({ input: { list: 'awards' }, shows: await ofUnit(world, place) }),
  'savedViews.create': () => ({
    input: {
      list: 'awards',
      name: `Khen năm 2023 ${uuidv7()}`,
      query: 'yearFrom=2023',
      layout: LAYOUT,
      audience: 'mine',
      role: null,
      idempotencyKey: uuidv7(),
    },
  }),
  'savedViews.save': async (world, place) => ({
    input: {
      id: await ofUnit(world, place),
      seenVersion: 1,
      name: `Tên mới ${uuidv7()}`,
      query: 'yearFrom=2022',
      layout: LAYOUT,
    },
  }),
  'savedViews.share': async (world, place) => ({
    input: { id: await ofUnit(world, place), seenVersion: 1, audience: 'mine', role: null },
  }),
  'savedViews.remove': async (world, place) => ({ input: { id: await ofUnit(world, place), seenVersion: 1 } }),
  'savedViews.saveLayout': async (world, place) => ({
    input: { list: 'awards', viewId: await ofUnit(world, place), layout: LAYOUT },
  }),
};
