import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { ImportStatus } from '#shared/imports/imports.schema.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

type Sampler = (world: MatrixWorld, place: Place) => Sample | Promise<Sample>;
type Sample = { input?: unknown; shows?: string };

const COLUMN = { index: 0, field: 'name', encoding: 'unicode' as const };
const CHOSEN = {
  sheet: 'Danh sách',
  headerRow: 1,
  columns: [
    COLUMN,
    { ...COLUMN, index: 1, field: 'award' },
    { ...COLUMN, index: 2, field: 'decisionNumber' },
    { ...COLUMN, index: 3, field: 'decidedOn' },
  ],
};
const FOUND = {
  format: 'xlsx',
  sheets: [{ name: 'Danh sách', headerRow: 1, rowCount: 1, columns: [], head: [], shape: 'x' }],
};

/** An import of past awards of the place's unit, with one doubtful row. Gives its id. */
async function anImport({ db }: MatrixWorld, { unitId }: Place, status: ImportStatus): Promise<string> {
  const id = uuidv7();
  const fileId = uuidv7();
  const by = { createdBy: 'somebody', createdAt: '2024-02-29T03:00:00.000Z' };
  const counts = { total: 1, new: 1, changed: 0, unchanged: 0, wrong: 0, doubtful: 1, skipped: 0, applied: 1 };
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('file')
      .values({
        id: fileId,
        sha256: 'x',
        sizeBytes: 1,
        mediaType: 'text/csv',
        name: 'x.csv',
        subjectKind: 'import',
        subjectId: id,
        unitId,
        removedAt: null,
        ...by,
      })
      .execute();
    await tx
      .insertInto('importRun')
      .values({
        id,
        kind: 'awards',
        status,
        unitId,
        fileId,
        fileName: 'x.csv',
        fileSha256: 'x',
        found: JSON.stringify(FOUND),
        chosen: JSON.stringify(CHOSEN),
        counts: JSON.stringify(counts),
        undoUntil: '2999-01-01T00:00:00.000Z',
        ...by,
      })
      .execute();
    await tx
      .insertInto('importRow')
      .values({ runId: id, rowNumber: 2, cells: '["Mẫu"]', verdict: 'doubtful', decided: null, undo: null })
      .execute();
  });
  return id;
}

const seen = (id: string) => ({ id, seenVersion: 1 });

/** Calls of the matrix on imports. */
export const IMPORT_SAMPLES: Record<string, Sampler> = {
  'imports.options': () => ({ input: { kind: 'awards' } }),
  'imports.list': async (world, place) => ({ input: {}, shows: await anImport(world, place, 'checked') }),
  'imports.byId': async (world, place) => {
    const id = await anImport(world, place, 'checked');
    return { input: { id }, shows: id };
  },
  'imports.rows': async (world, place) => ({ input: { id: await anImport(world, place, 'checked') }, shows: 'Mẫu' }),
  'imports.choices': async (world, place) => ({
    input: { id: await anImport(world, place, 'checked'), field: 'way' },
  }),
  'imports.choose': async (world, place) => ({
    input: { ...seen(await anImport(world, place, 'mapping')), chosen: CHOSEN },
  }),
  'imports.correct': async (world, place) => ({
    input: { ...seen(await anImport(world, place, 'checked')), field: 'award', from: 'BK', to: 'BKT' },
  }),
  'imports.skip': async (world, place) => ({
    input: { ...seen(await anImport(world, place, 'checked')), rowNumbers: [2], skip: true },
  }),
  'imports.decide': async (world, place) => ({
    input: { ...seen(await anImport(world, place, 'checked')), rowNumbers: [2], recipientId: null },
  }),
  'imports.confirm': async (world, place) => ({
    input: { ...seen(await anImport(world, place, 'checked')), idempotencyKey: uuidv7() },
  }),
  'imports.cancel': async (world, place) => ({ input: seen(await anImport(world, place, 'mapping')) }),
  'imports.undo': async (world, place) => ({ input: seen(await anImport(world, place, 'applied')) }),
};
