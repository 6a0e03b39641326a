import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { requeueOrphans } from '#db/jobs/jobs.writes.ts';
import { createCaller } from '#server/app-router.ts';
import type { RequestContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { loadKeys } from '#server/core/keys.ts';
import { drainJobs } from '#server/jobs/queue.ts';
import { TrainingHome } from '#server/training/training-home.ts';
import { aContext, anActor, givenWorld } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';
import { givenAccounts } from '#test/server/matrix-world.ts';

const LOOK_EVERY_MS = 2;

test('kill -9 in the middle leaves no copy, and the job makes a whole one when it is taken up again', async () => {
  const { db } = await givenWorld(await testDb());
  const dataDir = testDirectory();
  const admin = anActor('Quản trị hệ thống', null, 'admin');
  await givenAccounts(db, [admin]);
  // A job acts with the roles its maker has now.
  const held = { role: 'admin' as const, unitId: null, validFrom: null, validTo: null };
  await inTransaction(db, (tx) =>
    tx
      .insertInto('accountRole')
      .values({ id: uuidv7(), userId: admin.accountId, ...held })
      .execute(),
  );
  const ctx: RequestContext = { ...aContext(db, admin, { dataDir }), keys: await loadKeys(dataDir) };
  await createCaller(ctx).training.start({ idempotencyKey: uuidv7() });

  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'kill.child.ts'), db.url ?? db.file!, dataDir],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const exited = once(child, 'exit');
  while (!existsSync(path.join(dataDir, 'training.part', 'files')) && child.exitCode === null)
    await wait(LOOK_EVERY_MS);
  child.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('training'))).toEqual(['training.part']);
  expect((await createCaller(ctx).training.state()).copy).toBeNull();

  await housekeeping(db, requeueOrphans);
  await drainJobs(ctx);
  expect((await new TrainingHome(dataDir).facts())!.rows).toBeGreaterThan(10);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('training'))).toEqual(['training']);
});
