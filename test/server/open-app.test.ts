import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { putSetting } from '#db/settings/settings.writes.ts';
import { EnvError, readEnv } from '#server/core/env.ts';
import { DEMO_TODAY } from '#server/demo/demo.service.ts';
import { openApp } from '#server/open-app.ts';
import { engine, testDirectory } from '#test/core/test-db.ts';

const run = test.runIf(engine === 'sqlite'); // opens a file of its own

run('production starts empty, without an account and without the levers of the demo', async () => {
  const env = readEnv({ NODE_ENV: 'production', PUBLIC_URL: 'https://luytre.example', DATA_DIR: testDirectory() });
  const { app, close } = await openApp(env);
  expect(app.demo).toBe(false);
  expect(app.clock?.demoToday).toBeNull();
  expect(await app.db.reads.selectFrom('authUser').select('id').execute()).toEqual([]);
  await close();
});

run('production refuses a database of the demo, whose accounts have a known password', async () => {
  const dataDir = testDirectory();
  const { app, close } = await openApp(readEnv({ DATA_DIR: dataDir }), false);
  await inTransaction(app.db, (tx) => putSetting(tx, DEMO_TODAY, '2024-03-01'));
  await close();

  const production = readEnv({ NODE_ENV: 'production', PUBLIC_URL: 'https://luytre.example', DATA_DIR: dataDir });
  await expect(openApp(production)).rejects.toThrow(EnvError);
  await expect(openApp(production)).rejects.toThrow('DATA_DIR'); // and the lock was given back
});
