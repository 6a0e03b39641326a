import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/imports/imports.invariants.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenWorld, WORLD_NOW, type World } from '#test/builders/world.builder.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';

const CHILD = path.join(import.meta.dirname, 'apply.child.ts');
const ROWS = 5_000;
const KILLS = 2;

const HEAD = [
  'Họ và tên',
  'Loại đối tượng',
  'Hình thức khen thưởng',
  'Năm khen thưởng',
  'Số quyết định',
  'Ngày quyết định',
];

/** A server that works off the jobs; killed as soon as `killAfter` awards are there (undefined: it finishes). */
async function serverElsewhere(world: World, dataDir: string, killAfter?: number): Promise<void> {
  const order = path.join(testDirectory(), 'order.json');
  const { file, url } = world.db;
  writeFileSync(order, JSON.stringify({ file, url, dataDir, now: WORLD_NOW }));
  const child = spawn(process.execPath, [CHILD, order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  if (killAfter !== undefined) {
    await vi.waitUntil(async () => (await written(world)) >= killAfter, { interval: 5, timeout: 60_000 });
    child.kill('SIGKILL');
  }
  await exited;
  if (killAfter === undefined) expect(lines).toEqual(['start', 'done']);
  await connectionsGone(world);
}

async function written({ db }: World): Promise<number> {
  const { count } = await db.reads
    .selectFrom('award')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** PostgreSQL notices a dead program when it next reads or writes to it: until then its transaction is still open. */
async function connectionsGone({ db }: World): Promise<void> {
  if (engine === 'sqlite') return;
  const areGone = async () => {
    const { rows } = await sql<{ open: number }>`select count(*) as open from pg_stat_activity
      where datname = current_database() and state in ('idle in transaction', 'active')
        and pid <> pg_backend_pid()`.execute(db.reads);
    return Number(rows[0]!.open) === 0;
  };
  // It first ends the statement it is at, which may write thousands of rows.
  await vi.waitUntil(areGone, { timeout: 30_000 });
}

test('a server killed in the middle of writing goes on where it was: every award once, every row marked', {
  timeout: 120_000,
}, async () => {
  const world = await givenWorld(await testDb());
  await givenAwardForm(world.db);
  const actor = world.actors.specialistLS;
  await givenAccount(world.db, actor);
  const dataDir = testDirectory();
  const importer = new Importer(world, actor, dataDir);
  const rows = Array.from({ length: ROWS }, (_, n) => [
    `Tổ Mẫu ${n}`,
    'Tập thể',
    'BKT',
    '2022',
    '1/QĐ-UBND',
    '10/01/2023',
  ]);
  const id = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, ...rows));
  const { version, counts } = await importer.view(id);
  expect(counts).toMatchObject({ new: ROWS });
  await importer.imports.confirm({ id, seenVersion: version, idempotencyKey: uuidv7() });

  for (let kill = 1; kill <= KILLS; kill += 1) {
    await serverElsewhere(world, dataDir, Math.floor((ROWS * kill) / (KILLS + 1)));
    const there = await written(world);
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(ROWS); // else the kill came too late to prove anything
    const { marked } = await world.db.reads
      .selectFrom('importRow')
      .select((eb) => eb.fn.count<number>('appliedAt').as('marked'))
      .executeTakeFirstOrThrow();
    expect(Number(marked)).toBe(there);
    await leaseRunsOut(world);
  }
  await serverElsewhere(world, dataDir);

  expect(await written(world)).toBe(ROWS);
  expect(await importer.view(id)).toMatchObject({ status: 'applied', counts: { applied: ROWS } });
  const { names } = await world.db.reads
    .selectFrom('award')
    .select((eb) => eb.fn.count<number>('printedName').distinct().as('names'))
    .executeTakeFirstOrThrow();
  expect(Number(names)).toBe(ROWS);
  for (const { name, find } of invariants) expect(await find(world.db.reads), name).toEqual([]);
});

/** What a minute does: the job of the dead server may be taken up. */
async function leaseRunsOut({ db }: World): Promise<void> {
  await inTransaction(db, (tx) =>
    tx.updateTable('job').set({ leaseUntil: '2000-01-01T00:00:00.000Z' }).where('status', '=', 'running').execute(),
  );
}
