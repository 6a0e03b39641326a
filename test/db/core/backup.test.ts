import * as fs from 'node:fs';
import * as path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { backupDatabase } from '#db/core/backup.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { restoreSqlite } from '#db/core/restore.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { engine, testDirectory } from '#test/core/test-db.ts';

const run = test.runIf(engine === 'sqlite');
const at = new Date('2024-03-01T02:00:00.000Z');

/** A data directory as in use: database, one stored file, one key. */
async function anInstallation(): Promise<{ dataDir: string; file: string; db: Db }> {
  const dataDir = testDirectory();
  const file = path.join(dataDir, 'luy-tre.sqlite');
  const db = await openDatabase({ file });
  await migrateToLatest(db);
  await sql`create table note (n integer not null) strict`.execute(db.writes);
  for (const [name, content] of [
    ['files/ab/abcd', 'stored'],
    ['keys/sign.json', 'secret'],
  ] as const) {
    fs.mkdirSync(path.dirname(path.join(dataDir, name)), { recursive: true });
    fs.writeFileSync(path.join(dataDir, name), content);
  }
  return { dataDir, file, db };
}

const write = (db: Db, n: number) => inTransaction(db, (tx) => sql`insert into note values (${n})`.execute(tx));

async function notes(file: string): Promise<number[]> {
  const db = await openDatabase({ file });
  const { rows } = await sql<{ n: number }>`select n from note order by n`.execute(db.reads);
  await db.close();
  return rows.map(({ n }) => n);
}

run('a backup taken while writes go on ends, is sound, and holds every commit answered before it', async () => {
  const { dataDir, db } = await anInstallation();
  await sql`create table ballast as
    with recursive k(i) as (select 1 union all select i + 1 from k where i < 8000)
    select i, randomblob(2000) as b from k`.execute(db.writes);
  let written = 0;
  while (written < 20) await write(db, ++written);
  const before = written;
  const to = path.join(dataDir, 'backups/one');
  let done = false;
  const backup = backupDatabase(db, { dataDir, to, keys: false, takenAt: at }).finally(() => {
    done = true;
  });
  while (!done) await write(db, ++written);
  const manifest = await backup;
  await db.close();

  expect(written, 'writes went on meanwhile').toBeGreaterThan(before);
  expect(manifest).toMatchObject({ format: 1, takenAt: at.toISOString(), keys: false });
  expect(fs.readdirSync(to).sort()).toEqual(['files', 'luy-tre.sqlite', 'manifest.json']);
  const copied = await notes(path.join(to, 'luy-tre.sqlite'));
  expect(copied.length).toBeGreaterThanOrEqual(before);
  expect(copied).toEqual(copied.map((_, index) => index + 1));
});

run('a copy waits for an open transaction and does not hold what was never committed', async () => {
  const { dataDir, db } = await anInstallation();
  const entered = Promise.withResolvers<void>();
  const mayLeave = Promise.withResolvers<void>();
  const transaction = inTransaction(db, async (tx) => {
    await sql`insert into note values (1)`.execute(tx);
    entered.resolve();
    await mayLeave.promise;
    throw new Error('rolled back');
  });
  await entered.promise;
  const copying = db.backupTo(path.join(dataDir, 'copy.sqlite'));
  mayLeave.resolve();
  await expect(transaction).rejects.toThrow('rolled back');
  await copying;
  await db.close();
  expect(await notes(path.join(dataDir, 'copy.sqlite'))).toEqual([]);
});

run('a restore brings back rows and files, keeps what it replaced, and keys only when asked', async () => {
  const { dataDir, file, db } = await anInstallation();
  await write(db, 1);
  const to = path.join(testDirectory(), 'copy');
  await backupDatabase(db, { dataDir, to, keys: true, takenAt: at });
  await write(db, 2);
  await db.close();
  fs.rmSync(path.join(dataDir, 'files'), { recursive: true });
  fs.writeFileSync(path.join(dataDir, 'keys/sign.json'), 'newer secret');

  const replaced = await restoreSqlite({ from: to, dataDir, file, keys: false, at });
  expect(await notes(file)).toEqual([1]);
  expect(await notes(path.join(replaced, 'luy-tre.sqlite'))).toEqual([1, 2]);
  expect(fs.readFileSync(path.join(dataDir, 'files/ab/abcd'), 'utf8')).toBe('stored');
  expect(fs.readFileSync(path.join(dataDir, 'keys/sign.json'), 'utf8')).toBe('newer secret');

  const again = await restoreSqlite({ from: to, dataDir, file, keys: true, at: new Date(at.getTime() + 1) });
  expect(fs.readFileSync(path.join(dataDir, 'keys/sign.json'), 'utf8')).toBe('secret');
  expect(fs.readFileSync(path.join(again, 'keys/sign.json'), 'utf8')).toBe('newer secret');
});

run('a damaged or foreign backup is refused before anything is touched', async () => {
  const { dataDir, file, db } = await anInstallation();
  await write(db, 1);
  const to = path.join(testDirectory(), 'copy');
  await backupDatabase(db, { dataDir, to, keys: false, takenAt: at });
  await expect(backupDatabase(db, { dataDir, to, keys: false, takenAt: at })).rejects.toThrow(/đã có/);
  await db.close();
  const request = { from: to, dataDir, file, keys: false, at };

  await expect(restoreSqlite({ ...request, keys: true })).rejects.toThrow('Bản sao lưu này không có khóa.');
  await expect(restoreSqlite({ ...request, from: dataDir })).rejects.toThrow(/không phải là bản sao lưu/);
  fs.appendFileSync(path.join(to, 'luy-tre.sqlite'), 'x');
  await expect(restoreSqlite(request)).rejects.toThrow(/đã bị thay đổi sau khi sao lưu/);
  expect(fs.existsSync(path.join(dataDir, 'replaced'))).toBe(false);
  expect(await notes(file)).toEqual([1]);
});
