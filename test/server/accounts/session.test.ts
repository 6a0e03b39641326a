import { createHmac } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { setPassword } from '#server/accounts/accounts.service.ts';
import { createSessionReader, findSession, sweepSessions } from '#server/accounts/session.ts';
import { systemContext } from '#server/core/context.ts';
import { aProvince } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import {
  anApp,
  cookieOf,
  givenAccount,
  PASSWORD,
  type SignInServer,
  serveSignIn,
} from '#test/server/accounts/sign-in.server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let db: Db;
let server: SignInServer;
let names = 0;

beforeAll(async () => {
  db = await testDb();
  await inTransaction(db, (tx) => tx.insertInto('unit').values(aProvince('LS', 'Lạng Sơn')).execute());
});

/** A signed-in person on a server with a clock of its own. */
async function someoneSignedIn(about: Parameters<typeof givenAccount>[1] = {}) {
  server = await serveSignIn(db);
  names += 1;
  const username = `nguoi-${'abcdefghijklmnopqrst'[names]}`;
  const id = await givenAccount(server.app, { username, ...about });
  return { id, username, cookie: cookieOf(await server.signIn(username, PASSWORD)) };
}

test('ends after thirty minutes without a request', async () => {
  const { cookie } = await someoneSignedIn();
  server.wait(30 * MINUTE - 5000);
  expect(await server.whoAmI(cookie)).not.toBeNull();

  const idle = await someoneSignedIn();
  server.wait(30 * MINUTE);
  expect(await server.whoAmI(idle.cookie)).toBeNull();
});

test('lives on while it is used, but not beyond twelve hours', async () => {
  const { id, cookie } = await someoneSignedIn();
  for (let passed = 0; passed + 25 * MINUTE < 12 * HOUR; passed += 25 * MINUTE) {
    const before = await lastUse(id);
    server.wait(25 * MINUTE);
    // Noted behind the request, and only once while the note before it is still on its way: so ask until it is there.
    await vi.waitFor(
      async () => {
        expect(await server.whoAmI(cookie)).not.toBeNull();
        expect(await lastUse(id)).not.toBe(before);
      },
      { timeout: 5000 },
    );
  }
  server.wait(25 * MINUTE);
  expect(await server.whoAmI(cookie)).toBeNull();
});

test('a request within the minute writes nothing', async () => {
  const { id, cookie } = await someoneSignedIn();
  const before = await lastUse(id);
  server.wait(55_000);

  expect(await server.whoAmI(cookie)).not.toBeNull();
  await inTransaction(db, async () => {}); // a write it had started would be done before this one

  expect(await lastUse(id)).toBe(before);
});

test('a session from the future is refused: the clock was set back', async () => {
  const { cookie } = await someoneSignedIn();
  server.wait(-HOUR);
  expect(await server.whoAmI(cookie)).toBeNull();
});

test('ends at once when the account is disabled', async () => {
  const { id, cookie } = await someoneSignedIn();
  expect(await server.whoAmI(cookie)).not.toBeNull();

  await inTransaction(db, (tx) =>
    tx.updateTable('accountProfile').set({ disabledAt: new Date().toISOString() }).where('userId', '=', id).execute(),
  );

  expect(await server.whoAmI(cookie)).toBeNull();
});

test('ends at once when the password is set anew, and only the new one opens', async () => {
  const { id, username, cookie } = await someoneSignedIn();

  await setPassword(systemContext(server.app, 'test'), id, 'một câu dài chỉ mình tôi biết');

  expect(await server.whoAmI(cookie)).toBeNull();
  expect((await server.signIn(username, PASSWORD)).status).toBe(401);
  expect((await server.signIn(username, 'một câu dài chỉ mình tôi biết')).status).toBe(200);
});

test('a cookie that we did not sign opens nothing', async () => {
  const { cookie } = await someoneSignedIn();
  const [token = '', signature = ''] = decodeURIComponent(cookie.slice('sid='.length)).split('.');
  const other = token.startsWith('A') ? `B${token.slice(1)}` : `A${token.slice(1)}`;
  const foreign = createHmac('sha256', 'another secret').update(token).digest('base64');
  const as = (value: string) => server.whoAmI(`sid=${encodeURIComponent(value)}`);

  expect(await as(`${token}.${signature}`)).not.toBeNull();
  expect(await server.whoAmI(`a=1; sid=${encodeURIComponent(`${token}.${signature}`)}; b=2`)).not.toBeNull();
  for (const forged of [
    token,
    `${token}.`,
    `.${signature}`,
    `${other}.${signature}`,
    `${token}.${foreign}`,
    `${token}.${signature.toLowerCase()}`,
    `${token}.${signature.replace(/=$/, '')}`,
    `${token}.${signature}=`,
    `${token} .${signature}`,
    "' or 1=1 --.x",
    '',
  ])
    expect(await as(forged), forged).toBeNull();
  expect(await server.whoAmI('sid=%E0%A4%A')).toBeNull();
  expect(await server.whoAmI(`__Host-sid=${encodeURIComponent(`${token}.${signature}`)}`)).toBeNull();
});

test('a newer key signs, an older one still opens', async () => {
  const { cookie } = await someoneSignedIn();
  const keys = {
    ...server.app.keys,
    authSecret: [{ id: 'auth-secret-2', secret: Buffer.alloc(32, 7) }, ...server.app.keys.authSecret],
  };
  const rotated = { ...server.app, keys };
  const sessions = createSessionReader(rotated, { secureCookies: false, clock: () => new Date() });

  expect(await findSession(rotated, { sessions }, cookie)).not.toBeNull();
});

test('roles are those held on the day in Việt Nam', async () => {
  const role = 'specialist' as const;
  const { cookie } = await someoneSignedIn({
    unitId: 'LS',
    roles: [
      { role: 'reporter', unitId: 'LS' },
      { role, unitId: 'LS', validFrom: '2024-03-02', validTo: '2024-03-02' },
      { role: 'approver', unitId: 'LS', validTo: '2024-03-01' },
      { role: 'leader', unitId: 'LS', validFrom: '2024-03-03' },
      { role: 'auditor', unitId: null },
    ],
  });
  const rolesAt = async (instant: string) => {
    const app = { ...server.app, now: () => new Date(instant) };
    const sessions = createSessionReader(app, { secureCookies: false, clock: () => new Date() });
    const session = await findSession(app, { sessions }, cookie);
    return session?.actor.roles.map((held) => held.role).sort();
  };

  expect(await rolesAt('2024-03-01T16:59:59.000Z')).toEqual(['approver', 'auditor', 'reporter']); // 23:59 of the 1st
  expect(await rolesAt('2024-03-01T17:00:00.000Z')).toEqual(['auditor', 'reporter', 'specialist']); // 0:00 of the 2nd
  expect(await rolesAt('2024-03-02T17:00:00.000Z')).toEqual(['auditor', 'leader', 'reporter']);
});

test('somebody without a role is still somebody', async () => {
  const { cookie } = await someoneSignedIn();
  expect((await server.whoAmI(cookie))?.actor.roles).toEqual([]);
});

test('the sweep clears what has ended and nothing else', async () => {
  const app = anApp(await testDb());
  const here = await serveSignIn(app.db, { app });
  await givenAccount(app);
  const cookie = cookieOf(await here.signIn('lan', PASSWORD));
  await here.signIn('khong-co-ai', 'sai');
  const count = async (table: 'authSession' | 'rateLimit') =>
    (await app.db.reads.selectFrom(table).selectAll().execute()).length;

  await sweepSessions(app.db, new Date(Date.now() + 20 * MINUTE));
  expect(await here.whoAmI(cookie)).not.toBeNull();
  expect(await count('rateLimit')).toBe(1); // the hour of the address, not the quarter of the name

  await sweepSessions(app.db, new Date(Date.now() + 61 * MINUTE));
  expect(await count('authSession')).toBe(0);
  expect(await count('rateLimit')).toBe(0);
});

async function lastUse(userId: string) {
  const row = await db.reads
    .selectFrom('authSession')
    .select('updatedAt')
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.updatedAt;
}
