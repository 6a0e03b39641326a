import { expect, test, vi } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { JobHandler } from '#server/core/job.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import { drainJobs, startJobs } from '#server/jobs/queue.ts';
import { JOB_HANDLERS } from '#server/worker.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { JOB_KIND_LABELS } from '#shared/jobs/job-kinds.ts';
import { aContext, anActor, givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

async function anOffice() {
  const world = await givenWorld(await testDb());
  const ctx = aContext(world.db, world.actors.specialistLS) as ActorContext;
  const queue = (kind: string) =>
    commit(ctx, async (tx) => {
      const id = await enqueueJob(ctx, tx, { kind, payload: null });
      return { result: id as never, audit: [{ action: 'job.queued', subjectKind: 'job', subjectId: id }] };
    });
  return {
    ctx,
    queue,
    mine: createCaller(ctx),
    other: createCaller(aContext(world.db, world.actors.reporterSL)),
    admin: createCaller(aContext(world.db, anActor('Quản trị', null, 'admin'))),
  };
}

const untilStopped: JobHandler = async (_app, _payload, run) => {
  while (!run.signal.aborted) await new Promise(setImmediate);
  run.throwIfCancelled();
};

test('each sees their own jobs, the administrator all; others’ are not found', async () => {
  const { mine, other, admin, queue } = await anOffice();
  const id = await queue('export.list');
  expect((await mine.jobs.list({})).underWay).toMatchObject([
    { id, kindName: 'Xuất danh sách', status: 'queued', isMine: true, progress: 0 },
  ]);
  expect((await admin.jobs.list({})).underWay).toMatchObject([{ id, isMine: false }]);
  expect(await other.jobs.list({})).toMatchObject({ underWay: [], rows: [] });
  await expect(other.jobs.byId({ id })).rejects.toThrow('job.not-found');
  await expect(other.jobs.cancel({ id })).rejects.toThrow('job.not-found');
  await expect(other.jobs.retry({ id })).rejects.toThrow('job.not-found');
});

test('what waits stands above what has ended, which is walked page by page, newest first', async () => {
  const { mine, queue } = await anOffice();
  const waiting = [await queue('export.list')];
  const ended: string[] = [];
  for (let n = 0; n < 33; n += 1) {
    const id = await queue('export.list');
    await mine.jobs.cancel({ id });
    ended.push(id);
  }
  waiting.push(await queue('export.list'));
  const first = await mine.jobs.list({});
  const second = await mine.jobs.list({ cursor: first.nextCursor! });
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  expect(ids(first.underWay)).toEqual(waiting.toReversed());
  expect(ids([...first.rows, ...second.rows])).toEqual(ended.toReversed());
  expect(second).toMatchObject({ underWay: [], nextCursor: null });
  expect(await mine.jobs.list({ status: 'queued' })).toMatchObject({ underWay: [{}, {}], rows: [] });
  expect(await mine.jobs.list({ status: 'done' })).toMatchObject({ underWay: [], rows: [] });
});

test('a waiting job is cancelled at once, and runs when it is asked to run again', async () => {
  const { ctx, mine, queue } = await anOffice();
  const id = await queue('k');
  await expect(mine.jobs.retry({ id })).rejects.toThrow('job.not-ended-badly');
  expect(await mine.jobs.cancel({ id })).toEqual({ status: 'cancelled' });
  await drainJobs(ctx, { k: async () => null });
  expect(await mine.jobs.byId({ id })).toMatchObject({ status: 'cancelled' });
  await expect(mine.jobs.cancel({ id })).rejects.toThrow('job.ended');

  expect(await mine.jobs.retry({ id })).toEqual({ status: 'queued' });
  await drainJobs(ctx, { k: async () => null });
  expect(await mine.jobs.byId({ id })).toMatchObject({ status: 'done', isCancelAsked: false });
});

test('a running job stops at once when it is cancelled, and nobody is told of it', async () => {
  const { ctx, mine, queue } = await anOffice();
  const jobs = startJobs(ctx, { k: untilStopped });
  const id = await queue('k');
  const state = async () => (await mine.jobs.byId({ id })).status;
  await vi.waitUntil(async () => (await state()) === 'running', { timeout: 10_000 });
  expect(await mine.jobs.cancel({ id })).toEqual({ status: 'running' });
  await vi.waitUntil(async () => (await state()) === 'cancelled', { timeout: 10_000 });
  await jobs.stop();
  expect((await mine.notices.list()).rows).toEqual([]);
});

test('what a job said and why it failed stand there in words', async () => {
  const { ctx, mine, queue } = await anOffice();
  const id = await queue('k');
  await drainJobs(ctx, {
    k: async (_app, _payload, run) => {
      await run.log('export.log-done', { rowCount: 12_345 });
      throw new Refusal('refused', [{ code: 'export.nothing' }]);
    },
  });
  const job = await mine.jobs.byId({ id });
  expect(job.lines.map(({ text }) => text)).toEqual(['Đã ghi 12.345 dòng vào tệp.']);
  expect(job.reasons[0]!.text).toContain('không có gì để xuất');
});

test('whoever waited for a file is told once, and marks it as read', async () => {
  const { ctx, mine, other, queue } = await anOffice();
  const id = await queue('export.list');
  await drainJobs(ctx, { 'export.list': async () => ({ fileId: '019300aa-0000-7000-8000-000000000001' }) });
  expect(await mine.notices.unread()).toEqual({ unread: 1 });
  const [notice] = (await mine.notices.list()).rows;
  expect(notice).toMatchObject({ text: 'Đã xong: Xuất danh sách.', jobId: id, isRead: false });
  expect(await other.notices.unread()).toEqual({ unread: 0 });

  await other.notices.markRead({ upToId: notice!.id as never });
  expect(await mine.notices.unread()).toEqual({ unread: 1 });
  await mine.notices.markRead({ upToId: notice!.id as never });
  expect(await mine.notices.unread()).toEqual({ unread: 0 });
});

test('every kind of job that can run has words', () => {
  expect(Object.keys(JOB_KIND_LABELS).toSorted()).toEqual(Object.keys(JOB_HANDLERS).toSorted());
});
