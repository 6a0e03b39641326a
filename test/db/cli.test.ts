import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backupCommand } from '#db/core/backup.ts';
import { openDatabase } from '#db/core/connect.ts';
import { serveControl } from '#db/core/control.ts';
import { acquireLock } from '#db/core/lock.ts';
import { emptyDb, engine, testDirectory } from '#test/core/test-db.ts';

const run = test.runIf(engine === 'sqlite'); // the child process opens its own file

const cli = path.join(import.meta.dirname, '../../db/cli.ts');

/** Runs `npm run db -- …` in a data directory. */
function db(dataDir: string, ...given: string[]): Promise<{ code: number | null; out: string }> {
  return dbWith({ DATA_DIR: dataDir }, ...given);
}

function dbWith(settings: Record<string, string>, ...given: string[]): Promise<{ code: number | null; out: string }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const child = spawn(process.execPath, [cli, ...given], { env: { ...env, ...settings } });
  let out = '';
  const collect = (text: Buffer) => {
    out += text;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

run('wrong use explains itself and ends with 2', async () => {
  const dataDir = testDirectory();
  expect(await db(dataDir)).toMatchObject({ code: 2, out: expect.stringContaining('Cách dùng') });
  expect(await db(dataDir, 'xoá')).toMatchObject({ code: 2, out: expect.stringContaining('Không có lệnh "xoá"') });
  expect(await db(dataDir, 'backup', '--all')).toMatchObject({ code: 2 });
  expect(await db(dataDir, 'restore')).toMatchObject({ code: 2, out: expect.stringContaining('Thiếu thư mục') });
});

run('check and backup of nothing say so and make no file', async () => {
  const dataDir = testDirectory();
  for (const command of ['check', 'backup']) {
    expect(await db(dataDir, command)).toMatchObject({
      code: 1,
      out: expect.stringContaining('Chưa có cơ sở dữ liệu'),
    });
  }
  expect(fs.existsSync(path.join(dataDir, 'luy-tre.sqlite'))).toBe(false);
});

run('migrate, check, backup and restore, with nobody else there', async () => {
  const dataDir = testDirectory();
  expect(await db(dataDir, 'migrate')).toMatchObject({ code: 0, out: expect.stringContaining('Đã nâng cấp') });
  expect((await db(dataDir, 'migrate')).out).toBe('Cơ sở dữ liệu đã ở phiên bản mới nhất.\n');
  expect(await db(dataDir, 'check')).toMatchObject({ code: 0, out: expect.stringContaining('Đạt  sqlite-integrity') });
  const copy = path.join(testDirectory(), 'copy');
  expect(await db(dataDir, 'backup', copy)).toMatchObject({ code: 0, out: expect.stringContaining(copy) });

  const other = path.join(testDirectory(), 'new');
  expect(await db(other, 'restore', copy)).toMatchObject({ code: 0, out: expect.stringContaining('Đã khôi phục') });
  expect(await db(other, 'check')).toMatchObject({ code: 0, out: expect.stringMatching(/\nĐạt cả \d+ điều\.\n$/) });
});

run('check names the broken rows and ends with 1', async () => {
  const dataDir = testDirectory();
  await db(dataDir, 'migrate');
  const bare = new Sqlite(path.join(dataDir, 'luy-tre.sqlite'));
  bare.pragma('foreign_keys = off');
  bare.exec(`create table child (parent text references unit(id)) strict; insert into child values ('nobody')`);
  bare.close();
  const { code, out } = await db(dataDir, 'check');
  expect(code).toBe(1);
  expect(out).toContain('SAI  sqlite-foreign-keys');
  expect(out).toContain('"table":"child"');
  expect(out).toMatch(/\nSAI 1\/\d+ điều: sqlite-foreign-keys\.\n$/);
});

run('beside a running server migrate and restore are refused, and backup asks the server', async () => {
  const dataDir = testDirectory();
  await db(dataDir, 'migrate');
  const file = path.join(dataDir, 'luy-tre.sqlite');
  const release = acquireLock(file);
  const copy = path.join(testDirectory(), 'copy');

  expect(await db(dataDir, 'backup', copy), 'locked, but by nothing that listens').toMatchObject({
    code: 1,
    out: expect.stringContaining('đó không phải máy chủ'),
  });
  const server = await openDatabase({ file });
  const at = new Date('2024-03-01T02:00:00.000Z');
  const control = await serveControl(dataDir, { backup: backupCommand(server, dataDir, () => at) });
  expect(await db(dataDir, 'backup', copy)).toMatchObject({ code: 0 });
  expect(JSON.parse(fs.readFileSync(path.join(copy, 'manifest.json'), 'utf8'))).toMatchObject({
    takenAt: at.toISOString(), // the server's clock: it was the server that did it
  });
  expect(await db(dataDir, 'check')).toMatchObject({ code: 0 });
  for (const given of [['migrate'], ['restore', copy]]) {
    expect(await db(dataDir, ...given)).toMatchObject({
      code: 1,
      out: expect.stringContaining(`(pid ${process.pid})`),
    });
  }
  await control.close();
  await server.close();
  release();
});

test.runIf(engine === 'postgres')('the same words work on PostgreSQL', async () => {
  const [first, second] = [(await emptyDb()).url!, (await emptyDb()).url!];
  const at = (url: string) => ({ DATA_DIR: testDirectory(), DATABASE_URL: url });
  const copy = path.join(testDirectory(), 'copy');

  expect(await dbWith(at(first), 'backup', copy)).toMatchObject({
    code: 1,
    out: expect.stringContaining('Không phải cơ sở dữ liệu của chương trình này'),
  });
  expect(await dbWith(at(first), 'seed')).toMatchObject({ code: 0, out: expect.stringContaining('Đã nạp') });
  expect(await dbWith(at(first), 'backup', copy)).toMatchObject({ code: 0, out: expect.stringContaining(copy) });
  expect(await dbWith(at(first), 'restore', copy)).toMatchObject({
    code: 1,
    out: expect.stringContaining('Cơ sở dữ liệu đã có dữ liệu'),
  });
  expect(await dbWith(at(second), 'restore', copy)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Đã khôi phục \d+ dòng/),
  });
  const { code, out } = await dbWith(at(second), 'check');
  expect(out).not.toContain('SAI');
  expect(code).toBe(0);
});
