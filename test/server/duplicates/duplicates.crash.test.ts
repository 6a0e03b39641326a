import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { scanForPairs } from '#server/duplicates/find.job.ts';
import { aMerge, givenPair, givenRecipient } from '#test/builders/duplicates.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';
import { broken } from '#test/server/duplicates/two-records.ts';

const CHILD = path.join(import.meta.dirname, 'crash.child.ts');
const KILLS = 4;
const AWARDS = 40;

/** Starts a server that merges and searches; kills it after `delayMs` (undefined: lets it finish). Gives the ms it took. */
async function elsewhere({ db, actors }: World, merge: object, delayMs?: number): Promise<number> {
  const order = path.join(testDirectory(), 'order.json');
  writeFileSync(order, JSON.stringify({ file: db.file, url: db.url, actor: actors.specialistSL, merge }));
  const child = spawn(process.execPath, [CHILD, order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let startedAt = 0;
  let tookMs = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'start') {
      startedAt = performance.now();
      if (delayMs !== undefined) void wait(delayMs).then(() => child.kill('SIGKILL'));
    }
    if (line === 'done') tookMs = performance.now() - startedAt;
  }
  await exited;
  if (startedAt === 0) throw new Error('the server died before the call');
  // PostgreSQL notices a dead program when it next reads or writes to it.
  if (engine === 'postgres')
    await vi.waitUntil(async () => {
      const { rows } = await sql<{ open: number }>`select count(*) as open from pg_stat_activity
        where datname = current_database() and state <> 'idle' and pid <> pg_backend_pid()`.execute(db.reads);
      return Number(rows[0]!.open) === 0;
    });
  return tookMs;
}

test('a server killed in the middle of a merge or a search leaves two records or one, and doing it again works', {
  timeout: 60_000,
}, async () => {
  const world = await givenWorld(await testDb());
  const { db, units } = world;
  const pairOf = async () => {
    const keptId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { birthYear: 1970, awards: AWARDS });
    const mergedId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { birthYear: 1970, awards: AWARDS });
    return { keptId, mergedId, id: await givenPair(db, keptId, mergedId) };
  };
  const awardsOf = async (id: string) =>
    (await db.reads.selectFrom('award').select('id').where('recipientId', '=', id).execute()).length;
  const scan = () =>
    scanForPairs(aContext(db, null), { progress: () => {}, log: async () => {}, throwIfCancelled: () => {} });

  const first = await pairOf();
  const tookMs = await elsewhere(world, aMerge(first.id, first.keptId));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const { id, keptId, mergedId } = await pairOf();
    const merge = aMerge(id, keptId);
    await elsewhere(world, merge, (tookMs * (kill - 0.5)) / KILLS);
    expect(await broken(world)).toEqual([]);
    expect([
      [AWARDS, AWARDS],
      [2 * AWARDS, 0],
    ]).toContainEqual([await awardsOf(keptId), await awardsOf(mergedId)]);
    // The same intent again, by the same person: done once, whether the first came through or not.
    await createCaller(aContext(db, world.actors.specialistSL)).duplicates.merge(merge);
    expect([await awardsOf(keptId), await awardsOf(mergedId)]).toEqual([2 * AWARDS, 0]);
    expect(await broken(world)).toEqual([]);
  }
  await scan();
  const { pairCount } = await scan();
  const open = await db.reads.selectFrom('recipientPair').select('id').where('status', '=', 'open').execute();
  expect(open).toHaveLength(pairCount);
});
