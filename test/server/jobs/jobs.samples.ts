import { inTransaction } from '#db/core/transaction.ts';
import { commit } from '#server/core/commit.ts';
import { systemContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import { aContext } from '#test/builders/world.builder.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';

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

const AWARDS = { list: 'awards', filters: {} } as const;

export const JOB_SAMPLES = {
  'jobs.list': () => ({ input: {} }),
  'jobs.byId': aJob,
  'jobs.cancel': aJob,
  'jobs.retry': (world: MatrixWorld, place: Place) => aJob(world, place, 'failed'),
  'notices.unread': () => ({}),
  'notices.list': () => ({}),
  'notices.markRead': () => ({ input: { upToId: uuidv7() } }),
  'exports.preview': () => ({ input: AWARDS }),
  'exports.start': () => ({
    input: { ...AWARDS, columns: ['name', 'year'], format: 'csv', idempotencyKey: uuidv7() },
  }),
};
