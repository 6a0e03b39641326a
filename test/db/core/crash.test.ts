import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/core/connect.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';

const ACKNOWLEDGED_BEFORE_KILL = 300;

test('kill -9 while writing loses no answered commit and leaves none half done', async () => {
  const location = engine === 'postgres' ? (await testDb()).url! : path.join(testDirectory(), 'crash.sqlite');
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'crash.child.ts'), location], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line); // lines already on their way when it dies count too
    if (acknowledged === ACKNOWLEDGED_BEFORE_KILL) child.kill('SIGKILL');
  }
  expect(await exited).toEqual([null, 'SIGKILL']);

  const db = await openDatabase(engine === 'postgres' ? { url: location } : { file: location });
  const { rows } = await sql<{ n: number; halves: number }>`
    select n, count(*) as halves from pair group by n order by n`.execute(db.reads);
  const sound = engine === 'sqlite' && (await sql`pragma integrity_check`.execute(db.reads)).rows;
  await db.close();
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_KILL);
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_, index) => index + 1));
  expect(rows.every(({ halves }) => halves === 2)).toBe(true);
  if (engine === 'sqlite') expect(sound).toEqual([{ integrityCheck: 'ok' }]);
});
