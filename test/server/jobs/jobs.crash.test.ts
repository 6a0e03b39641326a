import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import { aContext, givenWorld } from '#test/builders/world.builder.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';

const CHILD = path.join(import.meta.dirname, 'crash.child.ts');
const JOBS = 5;
const KILLS = 3;

test('jobs survive servers that are killed, in the middle of whatever, and each ends once', {
  timeout: 60_000,
}, async () => {
  const world = await givenWorld(await testDb());
  const { db } = world;
  const ctx = aContext(db, world.actors.specialistLS) as ActorContext;
  const folder = testDirectory();
  const ledger = path.join(folder, 'ledger.txt');
  writeFileSync(ledger, '');
  const order = path.join(folder, 'order.json');
  writeFileSync(order, JSON.stringify({ file: db.file, url: db.url, ledger }));
  for (let n = 0; n < JOBS; n += 1)
    await commit(ctx, async (tx) => {
      const id = await enqueueJob(ctx, tx, {
        kind: 'slow',
        payload: { name: `job-${n}` },
        ...(n < 3 && { lane: 'one' }),
      });
      return { result: id, audit: [{ action: 'job.queued', subjectKind: 'job', subjectId: id }] };
    });

  const started = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [CHILD, order], { stdio: ['pipe', 'pipe', 'inherit'] });
    await once(child.stdout!, 'data');
    return child;
  };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = await started();
    await wait(40 * kill);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    // On PostgreSQL other servers may live, so a dead one's jobs wait for their lease: an hour passes.
    if (engine === 'postgres')
      await inTransaction(db, (tx) =>
        tx.updateTable('job').set({ leaseUntil: '2020-01-01T00:00:00.000Z' }).where('status', '=', 'running').execute(),
      );
  }
  const last = await started();
  await vi.waitUntil(
    async () =>
      (await db.reads.selectFrom('job').select('id').where('status', 'in', ['queued', 'running']).execute()).length ===
      0,
    { timeout: 20_000, interval: 50 },
  );
  last.kill('SIGKILL');

  const jobs = await db.reads.selectFrom('job').select(['status', 'result', 'attempt']).execute();
  expect(jobs.map(({ status }) => status)).toEqual(Array.from({ length: JOBS }, () => 'done'));
  const lines = readFileSync(ledger, 'utf8').trim().split('\n');
  const begins = lines.filter((line) => line.includes('begins')).length;
  expect(begins).toBeGreaterThan(JOBS); // else the kills came too late to prove anything
  expect(jobs.reduce((sum, { attempt }) => sum + attempt, 0)).toBeGreaterThanOrEqual(begins);
  // Whoever ended a job and lived to say so is the only one whose answer counts.
  expect(jobs.map(({ result }) => result).toSorted()).toEqual(
    Array.from({ length: JOBS }, (_, n) => JSON.stringify(`job-${n}`)),
  );
});

test('two servers at once run each job once, and a lane one after another', { timeout: 60_000 }, async () => {
  if (engine === 'sqlite') return; // one server has the file to itself
  const world = await givenWorld(await testDb());
  const ctx = aContext(world.db, world.actors.specialistLS) as ActorContext;
  const folder = testDirectory();
  const ledger = path.join(folder, 'ledger.txt');
  writeFileSync(ledger, '');
  const order = path.join(folder, 'order.json');
  writeFileSync(order, JSON.stringify({ url: world.db.url, ledger }));
  for (let n = 0; n < 8; n += 1)
    await commit(ctx, async (tx) => {
      const lane = n < 4 ? { lane: 'one' } : {};
      const id = await enqueueJob(ctx, tx, {
        kind: 'slow',
        payload: { name: `${n < 4 ? 'lane' : 'free'}-${n}` },
        ...lane,
      });
      return { result: id, audit: [{ action: 'job.queued', subjectKind: 'job', subjectId: id }] };
    });
  const servers = [0, 1].map(() => spawn(process.execPath, [CHILD, order], { stdio: ['pipe', 'pipe', 'inherit'] }));
  await vi.waitUntil(
    async () =>
      (await world.db.reads.selectFrom('job').select('id').where('status', '=', 'done').execute()).length === 8,
    { timeout: 20_000, interval: 50 },
  );
  for (const server of servers) server.kill('SIGKILL');
  const lines = readFileSync(ledger, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(16);
  expect(new Set(lines.map((line) => line.split(' ').at(-1))).size).toBe(2);
  const lane = lines.filter((line) => line.startsWith('lane')).map((line) => line.split(' ').slice(0, 2).join(' '));
  for (let at = 0; at < lane.length; at += 2)
    expect(lane.slice(at, at + 2)).toEqual([`lane-${at / 2} begins`, `lane-${at / 2} ends`]);
});
