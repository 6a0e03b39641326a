import { spawn } from 'node:child_process';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/core/connect.ts';
import { serveControl } from '#db/core/control.ts';
import { acquireLock } from '#db/core/lock.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { ADMIN_CREATE, adminCreate } from '#server/accounts/admin-create.ts';
import { verifyPassword } from '#server/accounts/password.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';
import { anApp } from '#test/server/accounts/sign-in.server.ts';

const GOOD = 'mười hai con giáp';
const ROOT = path.join(import.meta.dirname, '../..');

/** Runs the command as an administrator would, the password piped in. */
function admin(args: string[], env: Record<string, string>, password = `${GOOD}\n`) {
  return new Promise<{ code: number | null; out: string; err: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, 'server/admin.ts'), ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, DATABASE_URL: '', ...env },
    });
    const told = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      told.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      told.err += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, ...told }));
    child.stdin.on('error', () => {}).end(password); // it may leave without reading
  });
}

const create = ['create', '--username', 'Quan.Tri', '--name', 'Trần Văn Quản', '--password-stdin'];

test.runIf(engine === 'sqlite')('makes the first administrator in a new data directory', async () => {
  const dataDir = testDirectory();

  const made = await admin(create, { DATA_DIR: dataDir });
  const again = await admin(create, { DATA_DIR: dataDir });

  expect(made).toMatchObject({ code: 0, out: 'Đã tạo tài khoản quản trị "quan.tri".\n' });
  expect(again).toMatchObject({ code: 1, err: 'Tên đăng nhập này đã có người dùng.\n' });
  const db = await openDatabase({ file: path.join(dataDir, 'luy-tre.sqlite') });
  try {
    expect(await administrators(db)).toEqual([{ username: 'quan.tri', name: 'Trần Văn Quản', unitId: null }]);
    const { password } = await db.reads.selectFrom('authAccount').select('password').executeTakeFirstOrThrow();
    expect(password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await verifyPassword(password ?? '', GOOD)).toBe(true);
    const entries = await db.reads.selectFrom('auditEntry').select(['action', 'actorName']).execute();
    expect(entries).toEqual([{ action: 'account.created', actorName: 'Dòng lệnh trên máy chủ' }]);
  } finally {
    await db.close();
  }
});

test.runIf(engine === 'sqlite')('asks the server that holds the database', async () => {
  const dataDir = testDirectory();
  const file = path.join(dataDir, 'luy-tre.sqlite');
  const release = acquireLock(file);
  const db = await openDatabase({ file });
  await migrateToLatest(db);
  const control = await serveControl(dataDir, { [ADMIN_CREATE]: adminCreate(anApp(db)) });
  try {
    expect(await admin(create, { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    expect(await admin(create, { DATA_DIR: dataDir }, 'ngắn\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('ít nhất 12 ký tự'),
    });
    expect(await administrators(db)).toHaveLength(1);
  } finally {
    await control.close();
    await db.close();
    release();
  }
});

test.runIf(engine === 'postgres')('makes an administrator on PostgreSQL', async () => {
  const db = await testDb();

  expect(await admin(create, { DATA_DIR: testDirectory(), DATABASE_URL: db.url ?? '' })).toMatchObject({ code: 0 });

  expect(await administrators(db)).toHaveLength(1);
});

test.each([
  { because: 'no command', args: [], code: 2, told: 'Cách dùng' },
  { because: 'an unknown option', args: [...create, '--force'], code: 2, told: 'Cách dùng' },
  { because: 'no name', args: ['create', '--username', 'a'], code: 2, told: 'Thiếu --username hoặc --name' },
])('$because is answered with how to use it', async ({ args, code, told }) => {
  const answer = await admin(args, { DATA_DIR: testDirectory() });

  expect(answer).toMatchObject({ code, err: expect.stringContaining(told) });
});

test('a weak password or an odd username is refused with every ground', async () => {
  const make = adminCreate(anApp(await testDb()));
  const body = { username: 'quan.tri', displayName: 'Trần Văn Quản', password: GOOD };

  expect(await make({ ...body, password: 'luytre-demo-2024' })).toMatchObject({ ok: false });
  expect(await make({ ...body, username: 'quản trị', displayName: ' ', password: 'ngắn' })).toEqual({
    ok: false,
    problems: [
      expect.stringContaining('Tên đăng nhập gồm'),
      expect.stringContaining('họ và tên'),
      expect.stringContaining('ít nhất 12 ký tự'),
    ],
  });
});

function administrators(db: Awaited<ReturnType<typeof openDatabase>>) {
  return db.reads
    .selectFrom('authUser')
    .innerJoin('accountRole', 'accountRole.userId', 'authUser.id')
    .select(['username', 'name', 'unitId'])
    .where('role', '=', 'admin')
    .execute();
}
