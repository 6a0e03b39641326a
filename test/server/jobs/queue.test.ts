import { expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { claimJob, finishJob } from '#db/jobs/jobs.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
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
