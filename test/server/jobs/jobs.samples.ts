import { writeFileSync } from 'node:fs';
import { inTransaction } from '#db/core/transaction.ts';
import { commit } from '#server/core/commit.ts';
import { systemContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { DumpShelf } from '#server/dumps/dump-shelf.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { MAIL_SAMPLES } from '#test/server/mail/mail.samples.ts';
import { aCertificate, type MatrixWorld, type Place } from '#test/server/matrix-records.ts';

/** A job that nobody in particular started: others than the administrator do not find it. */
async function aJob(world: MatrixWorld, { unitId }: Place, status: 'queued' | 'failed' = 'queued') {
  const ctx = systemContext(aContext(world.db, null), 'test');
  const id = await commit(ctx, async (tx) => {
    const made = await enqueueJob(ctx, tx, { kind: 'export.list', payload: null, unitId });
    return { result: made, audit: [{ action: 'job.queued', subjectKind: 'job', subjectId: made }] };
  });
  if (status === 'failed')
    await inTransaction(world.db, (tx) => tx.updateTable('job').set({ status }).where('id', '=', id).execute());
  return { input: { id }, shows: id };
}

/** A dump on the shelf of the test's data directory. */
async function aDump(world: MatrixWorld) {
  const id = uuidv7();
  const shelf = new DumpShelf(aContext(world.db, null).dataDir);
  writeFileSync(await shelf.newFile(id), 'zip');
  const about = { sizeBytes: 3, sha256: '0'.repeat(64), rows: 1, files: 0, createdByName: 'Quản trị' };
  await shelf.put({ id, takenAt: '2024-03-01T00:00:00.000Z', ...about });
  return { input: { id, reason: 'Chuyển máy chủ' }, shows: id };
}

/** None is being made and the shelf has room: what the other samples left is taken away. */
async function aStart(world: MatrixWorld) {
  await inTransaction(world.db, (tx) =>
    tx.updateTable('job').set({ status: 'cancelled', dedupeKey: null }).where('kind', '=', 'dump.make').execute(),
  );
  const shelf = new DumpShelf(aContext(world.db, null).dataDir);
  for (const { id } of await shelf.list()) await shelf.remove(id);
  return { input: { reason: 'Chuyển máy chủ', idempotencyKey: uuidv7() } };
}

const AWARDS = { list: 'awards', filters: {} } as const;

export const JOB_SAMPLES = {
  ...MAIL_SAMPLES,
  'jobs.list': () => ({ input: {} }),
  'jobs.byId': aJob,
  'jobs.cancel': async (world: MatrixWorld, place: Place) => ({ input: (await aJob(world, place)).input }),
  'jobs.retry': async (world: MatrixWorld, place: Place) => ({ input: (await aJob(world, place, 'failed')).input }),
  'notices.unread': () => ({}),
  'notices.list': () => ({}),
  'notices.markRead': () => ({ input: { upToId: uuidv7() } }),
  'dumps.list': async (world: MatrixWorld) => ({ shows: (await aDump(world)).shows }),
  'dumps.start': aStart,
  'dumps.openDownload': aDump,
  'dumps.remove': aDump,
  'exports.preview': () => ({ input: AWARDS }),
  'exports.start': async (world: MatrixWorld, place: Place) => {
    await aCertificate(world, place);
    return { input: { ...AWARDS, columns: ['name', 'year'], format: 'csv', idempotencyKey: uuidv7() } };
  },
};
