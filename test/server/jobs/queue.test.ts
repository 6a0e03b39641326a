import { expect, test, vi } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { claimJob, finishJob, retryJob } from '#db/jobs/jobs.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { JobHandler } from '#server/core/job.ts';
import { enqueueJob, type JobOrder } from '#server/jobs/jobs.service.ts';
import { drainJobs, startJobs } from '#server/jobs/queue.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { aContext, givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const NOW = '2026-11-22T05:00:00.000Z';
const LATER = '2026-11-22T05:01:00.000Z';
const MUCH_LATER = '2026-11-22T06:00:00.000Z';

async function givenJob(db: Db, dedupeKey: string | null = null): Promise<string> {
  const id = uuidv7();
  await inTransaction(db, (tx) =>
    tx
      .insertInto('job')
      .values({
        id,
        kind: 'k',
        dedupeKey,
        payload: '{}',
        status: 'queued',
        runAfter: NOW,
        createdBy: 'system',
        createdAt: NOW,
      })
      .execute(),
  );
  return id;
}

const take = (db: Db, owner: string, now = NOW, leaseUntil = LATER) =>
  inTransaction(db, (tx) => claimJob(tx, { owner, now, leaseUntil }));

test('of many takers at once each job goes to one', async () => {
  const db = await testDb();
  const ids = await Promise.all(Array.from({ length: 5 }, () => givenJob(db)));

  const taken = await Promise.all(Array.from({ length: 8 }, (_, taker) => take(db, `taker-${taker}`)));

  const got = taken.flatMap((job) => (job ? [job.id] : []));
  expect(new Set(got).size).toBe(got.length);
  expect(ids).toEqual(expect.arrayContaining(got));
});

test('a job whose holder died is taken up when its lease runs out, not before', async () => {
  const db = await testDb();
  const id = await givenJob(db);
  expect((await take(db, 'dead'))?.id).toBe(id);

  expect(await take(db, 'next')).toBeUndefined();
  expect(await take(db, 'next', MUCH_LATER, MUCH_LATER)).toMatchObject({ id, attempt: 2, leaseOwner: 'next' });
});

test('a finished job is not taken again', async () => {
  const db = await testDb();
  const id = await givenJob(db);
  await take(db, 'a');
  await inTransaction(db, (tx) => finishJob(tx, id, { status: 'done', result: '1', error: null, at: LATER }));

  expect(await take(db, 'b', MUCH_LATER, MUCH_LATER)).toBeUndefined();
});

async function anOffice(): Promise<ActorContext> {
  const world = await givenWorld(await testDb());
  return aContext(world.db, world.actors.specialistLS) as ActorContext;
}

const queue = (ctx: ActorContext, order: Partial<JobOrder> = {}) =>
  commit(ctx, async (tx) => {
    const id = await enqueueJob(ctx, tx, { kind: 'k', payload: null, ...order });
    return { result: id, audit: [{ action: 'job.queued', subjectKind: 'job', subjectId: id }] };
  });
const jobOf = (ctx: ActorContext, id: string) =>
  ctx.db.reads.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const until = async (ctx: ActorContext, id: string, ...states: string[]) => {
  await vi.waitUntil(async () => states.includes((await jobOf(ctx, id)).status), { timeout: 10_000, interval: 20 });
  return jobOf(ctx, id);
};

test('of many takers at once a lane is held by one job, and others pass it', async () => {
  const ctx = await anOffice();
  for (let n = 0; n < 4; n += 1) await queue(ctx, { lane: 'import' });
  const free = await queue(ctx);
  const now = new Date().toISOString();
  const held = new Date(Date.now() + 60_000).toISOString();

  const taken = await Promise.all(Array.from({ length: 6 }, (_, n) => take(ctx.db, `taker-${n}`, now, held)));

  const got = taken.flatMap((job) => (job ? [job] : []));
  expect(got.filter(({ lane }) => lane === 'import')).toHaveLength(1);
  expect(got.map(({ id }) => id)).toContain(free);
});

test('a queued job starts at once, two run side by side, progress and lines are kept', async () => {
  const ctx = await anOffice();
  let open: () => void = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  let running = 0;
  const jobs = startJobs(ctx, {
    k: async (_app, _payload, run) => {
      running += 1;
      if (running === 2) open();
      await both;
      run.progress(7, 10);
      await run.log('job.died', { attemptCount: 1 });
      return { rows: 7 };
    },
  });
  const [first, second] = [await queue(ctx), await queue(ctx)];
  expect(await until(ctx, first, 'done')).toMatchObject({ progress: 7, progressTotal: 10, result: '{"rows":7}' });
  await until(ctx, second, 'done');
  await jobs.stop();
  const lines = await ctx.db.reads.selectFrom('jobLog').selectAll().where('jobId', '=', first).execute();
  expect(lines).toMatchObject([{ position: 0, code: 'job.died', facts: '{"attemptCount":1}' }]);
});

test('a lane is served one after another, in the order of asking', async () => {
  const ctx = await anOffice();
  const seen: string[] = [];
  const jobs = startJobs(ctx, {
    k: async (_app, payload) => {
      seen.push(`${payload} begins`);
      await new Promise(setImmediate);
      seen.push(`${payload} ends`);
    },
  });
  const ids = [];
  for (const payload of ['a', 'b', 'c']) ids.push(await queue(ctx, { payload, lane: 'l' }));
  for (const id of ids) await until(ctx, id, 'done');
  await jobs.stop();
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});

test('while a job with the same key waits no second one is made; afterwards it is', async () => {
  const ctx = await anOffice();
  const first = await queue(ctx, { dedupeKey: 'fold' });
  expect(await queue(ctx, { dedupeKey: 'fold' })).toBe(first);
  await drainJobs(ctx, { k: async () => null });
  expect(await queue(ctx, { dedupeKey: 'fold' })).not.toBe(first);
});

test('two who order the same work at once get one job', async () => {
  const ctx = await anOffice();
  const ids = await Promise.all([1, 2, 3, 4].map(() => queue(ctx, { dedupeKey: 'fold' })));
  expect(new Set(ids).size).toBe(1);
  expect(await ctx.db.reads.selectFrom('job').select('id').execute()).toHaveLength(1);
});

const waiting: JobHandler = (_app, _payload, run) =>
  new Promise((_resolve, reject) => {
    run.signal.addEventListener('abort', () => {
      try {
        run.throwIfCancelled();
      } catch (error) {
        reject(error);
      }
    });
  });

test('a stopping server puts what it runs back, uncounted, and the next start runs it', async () => {
  const ctx = await anOffice();
  const jobs = startJobs(ctx, { k: waiting });
  const id = await queue(ctx);
  await until(ctx, id, 'running');
  await jobs.stop();
  expect(await jobOf(ctx, id)).toMatchObject({ status: 'queued', attempt: 0, leaseOwner: null });

  const next = startJobs(ctx, { k: async () => 'again' });
  expect(await until(ctx, id, 'done')).toMatchObject({ attempt: 1 });
  await next.stop();
});

test('a refusal ends a job with its reasons; a defect is tried five times, then told', async () => {
  const ctx = await anOffice();
  const refused = await queue(ctx, { kind: 'refuses' });
  const broken = await queue(ctx, { kind: 'breaks' });
  const handlers = {
    refuses: async () => {
      throw new Refusal('refused', [{ code: 'job.ended' }]);
    },
    breaks: async () => {
      throw new Error('ETIMEDOUT');
    },
  };
  await drainJobs(ctx, handlers);
  expect(await jobOf(ctx, refused)).toMatchObject({ status: 'failed', error: '[{"code":"job.ended"}]', attempt: 1 });
  for (let attempt = 1; attempt < 5; attempt += 1) {
    expect(await jobOf(ctx, broken)).toMatchObject({ status: 'queued', attempt });
    const { db } = ctx;
    await inTransaction(db, (tx) => tx.updateTable('job').set({ runAfter: NOW }).where('id', '=', broken).execute());
    await drainJobs(ctx, handlers);
  }
  const end = await jobOf(ctx, broken);
  expect(end).toMatchObject({ status: 'failed', attempt: 5 });
  expect(JSON.parse(end.error!)).toMatchObject([{ code: 'job.broke', facts: { attemptCount: 5 } }]);
  expect(end.error).not.toContain('ETIMEDOUT');

  expect(await inTransaction(ctx.db, (tx) => retryJob(tx, broken, NOW))).toBe(true);
  await drainJobs(ctx, { breaks: async () => null });
  expect(await jobOf(ctx, broken)).toMatchObject({ status: 'done', attempt: 1, error: null });
});

test('a job during which the server died five times is not run a sixth time', async () => {
  const ctx = await anOffice();
  const id = await queue(ctx);
  for (let n = 1; n <= 5; n += 1) {
    const now = new Date(Date.now() + n).toISOString();
    await take(ctx.db, 'dead', now, now);
  }
  await inTransaction(ctx.db, (tx) => tx.updateTable('job').set({ leaseUntil: NOW }).where('id', '=', id).execute());
  let runs = 0;
  await drainJobs(ctx, {
    k: async () => {
      runs += 1;
    },
  });
  expect(runs).toBe(0);
  expect(await jobOf(ctx, id)).toMatchObject({ status: 'failed', error: expect.stringContaining('job.died') });
});

test('a run that lost its lease has no say any more', async () => {
  const ctx = await anOffice();
  const id = await queue(ctx);
  let over: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    over = resolve;
  });
  const end = Promise.withResolvers<void>();
  const slow = drainJobs(ctx, {
    k: async () => {
      over();
      await end.promise;
      return 'late';
    },
  });
  await begun;
  await inTransaction(ctx.db, (tx) => tx.updateTable('job').set({ leaseUntil: NOW }).where('id', '=', id).execute());
  await drainJobs(ctx, { k: async () => 'in time' });
  end.resolve();
  await slow;
  expect(await jobOf(ctx, id)).toMatchObject({ status: 'done', result: '"in time"', attempt: 2 });
});
