import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { invariants as certificateInvariants } from '#db/certificates/certificates.invariants.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import { invariants as decisionInvariants } from '#db/decisions/decisions.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { fourteen, givenDecision, givenPrizeRules, paperOf } from '#test/builders/decision.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';

const CHILD = path.join(import.meta.dirname, 'issue.child.ts');
const KILLS = 8;

type Paper = ReturnType<typeof paperOf>;

/** Starts a server that issues; kills it `delayMs` after the call began (undefined: lets it finish). Gives the ms it took. */
async function issueElsewhere(world: World, paper: Paper, delayMs?: number): Promise<number> {
  const order = path.join(testDirectory(), 'order.json');
  writeFileSync(order, JSON.stringify({ file: world.db.file, url: world.db.url, unitId: world.units.LS, paper }));
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
  await connectionsGone(world.db);
  if (startedAt === 0) throw new Error('the server died before the call');
  return tookMs;
}

/** PostgreSQL notices a dead program when it next reads or writes to it: until then its transaction is still open. */
async function connectionsGone(db: Db): Promise<void> {
  if (engine === 'sqlite') return;
  await vi.waitUntil(async () => {
    const { rows } = await sql<{ open: number }>`select count(*) as open from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()
        or datname = current_database() and state = 'active' and pid <> pg_backend_pid()`.execute(db.reads);
    return Number(rows[0]!.open) === 0;
  });
}

async function expectWhole(db: Db, decisionId: string): Promise<number> {
  const { count } = await db.reads
    .selectFrom('certificate')
    .where('decisionId', '=', decisionId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect([0, 14]).toContain(Number(count));
  const { status } = await db.reads
    .selectFrom('decision')
    .where('id', '=', decisionId)
    .select('status')
    .executeTakeFirstOrThrow();
  expect(status).toBe(Number(count) === 0 ? 'signed' : 'issued');
  for (const { name, find } of [...decisionInvariants, ...certificateInvariants])
    expect(await find(db.reads), name).toEqual([]);
  return Number(count);
}

test('a server killed in the middle of issuing leaves all fourteen certificates or none, and issuing again works', {
  timeout: 120_000,
}, async () => {
  const world = await givenWorld(await testDb());
  await givenPrizeRules(world);
  const first = await givenDecision(world, fourteen(world));
  const tookMs = await issueElsewhere(world, paperOf(first, '1'));
  expect(await expectWhole(world.db, first.id)).toBe(14);

  const caller = createCaller(aContext(world.db, world.actors.specialistLS));
  let interrupted = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const decision = await givenDecision(world, fourteen(world));
    const paper = paperOf(decision, String(kill + 1));
    // Spread over the whole call, its end included.
    await issueElsewhere(world, paper, (tookMs * (kill - 0.5)) / KILLS);

    // Another person retries after the restart, with a key of their own, or finds it done.
    if ((await expectWhole(world.db, decision.id)) === 0) {
      interrupted += 1;
      await caller.decisions.issue(paperOf(decision, paper.number));
    }
    expect(await expectWhole(world.db, decision.id)).toBe(14);
  }
  expect(interrupted).toBeGreaterThan(0); // else the kills came too late to prove anything

  const numbers = await world.db.reads
    .selectFrom('certificate')
    .select('goldenBookNumber')
    .orderBy('goldenBookNumber')
    .execute();
  expect(numbers.map(({ goldenBookNumber }) => goldenBookNumber)).toEqual(
    Array.from({ length: (KILLS + 1) * 14 }, (_, index) => index + 1),
  );
  if (engine === 'postgres') return; // the file is what could break
  const reopened = await openDatabase({ file: world.db.file });
  const { rows } = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(reopened.reads);
  await reopened.close();
  expect(rows).toEqual([{ integrityCheck: 'ok' }]);
});
