import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { reconcileSignIns } from '#server/accounts/sign-in-audit.ts';
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
let db: Db;
let server: SignInServer;
let names = 0;

beforeAll(async () => {
  db = await testDb();
  server = await serveSignIn(db, { triesPerAddress: 1000 });
});

/** An account of its own, so that tests do not count each other's tries. */
async function anAccount() {
  names += 1;
  const username = `can-bo-${'abcdefghijklmnopqrst'[names]}`;
  return { username, id: await givenAccount(server.app, { username }) };
}

const entriesOf = (subjectId: string) =>
  db.reads
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'subjectLabel', 'reason'])
    .where('subjectId', '=', subjectId)
    .where('action', '!=', 'account.created')
    .orderBy('id')
    .execute();

describe('signing in', () => {
  test('gives a cookie that scripts cannot read, a session and an entry in the log', async () => {
    const { username, id } = await anAccount();

    const response = await server.signIn(username, PASSWORD);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true }); // no token in the body
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.getSetCookie()).toHaveLength(1);
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^sid=[A-Za-z0-9]{32}\.\S+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(await server.whoAmI(cookieOf(response))).toMatchObject({
      actor: { accountId: id, name: 'Hoàng Thị Lan', unitId: null },
      isDemo: false,
    });
    expect(await entriesOf(id)).toEqual([
      { action: 'account.signed-in', actorId: id, subjectLabel: 'Hoàng Thị Lan', reason: null },
    ]);
  });

  test('the cookie is Secure with the __Host- prefix where the page came over TLS', async () => {
    const { username } = await anAccount();
    const secure = await serveSignIn(db, { secureCookies: true, app: server.app, triesPerAddress: 1000 });

    const response = await secure.signIn(username, PASSWORD);

    expect(response.headers.getSetCookie()[0]).toMatch(
      /^__Host-sid=\S+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await secure.whoAmI(cookieOf(response))).not.toBeNull();
    expect(await server.whoAmI(cookieOf(response))).toBeNull();
  });

  test('the name may be typed in capitals and the password with combining marks', async () => {
    const { username } = await anAccount();
    expect((await server.signIn(` ${username.toUpperCase()}`, PASSWORD.normalize('NFD'))).status).toBe(200);
  });

  test('every sign-in has a new token, and the session before it in the same browser ends', async () => {
    const { username, id } = await anAccount();
    const first = cookieOf(await server.signIn(username, PASSWORD));

    const second = cookieOf(await server.signIn(username, PASSWORD, { cookie: first }));

    expect(second).not.toBe(first);
    expect(await server.whoAmI(first)).toBeNull();
    expect(await server.whoAmI(second)).not.toBeNull();
    expect((await entriesOf(id)).map(({ action }) => action)).toEqual([
      'account.signed-in',
      'account.signed-in',
      'account.signed-out',
    ]);
  });
});

describe('being refused', () => {
  test('a wrong password, an unknown name, a disabled account and an impossible name answer alike', async () => {
    const { username, id } = await anAccount();
    const disabled = await anAccount();
    await inTransaction(db, (tx) =>
      tx
        .updateTable('accountProfile')
        .set({ disabledAt: '2024-01-01T00:00:00.000Z' })
        .where('userId', '=', disabled.id)
        .execute(),
    );

    const answers = await Promise.all([
      server.signIn(username, 'không phải mật khẩu'),
      server.signIn('khong-co-ai', PASSWORD),
      server.signIn(disabled.username, PASSWORD),
      server.signIn('Tên có dấu & dấu cách', PASSWORD),
      server.signIn('a'.repeat(900), PASSWORD),
      server.signIn(username, 'x'.repeat(900)),
      server.signIn('', ''),
    ]);

    const told = await Promise.all(
      answers.map(async (answer) => ({ status: answer.status, body: await answer.text() })),
    );
    expect(new Set(told.map(({ body }) => body))).toEqual(new Set([told[0]?.body]));
    expect(told[0]?.body).toContain('Tên đăng nhập hoặc mật khẩu không đúng.');
    expect(told.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401, 401]);
    for (const answer of answers) expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await db.reads.selectFrom('authSession').select('id').where('userId', '=', disabled.id).execute()).toEqual(
      [],
    );
    expect(await entriesOf(id)).toEqual([
      { action: 'account.sign-in-failed', actorId: 'anonymous', subjectLabel: 'Hoàng Thị Lan', reason: null },
      { action: 'account.sign-in-failed', actorId: 'anonymous', subjectLabel: 'Hoàng Thị Lan', reason: null },
    ]);
  });

  test('an unknown name is in the log as unknown, never as typed', async () => {
    await server.signIn('matkhaucuatoi', 'x');

    const rows = await db.reads.selectFrom('auditEntry').selectAll().where('subjectId', '=', 'unknown').execute();
    const changes = await db.reads.selectFrom('auditChange').selectAll().execute();
    const limits = await db.reads.selectFrom('rateLimit').selectAll().execute();

    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify([rows, changes, limits])).not.toContain('matkhaucuatoi');
  });

  test('an unknown name costs as much time as a wrong password', async () => {
    const { username } = await anAccount();
    // The processor's time, in which server and hashing threads count: what else runs on the machine does not.
    const timeOf = async (name: string) => {
      const began = process.cpuUsage();
      await server.signIn(name, 'sai mật khẩu rồi');
      return process.cpuUsage(began).user;
    };
    await timeOf('lam-nong-may');

    const known = Math.min(await timeOf(username), await timeOf(username), await timeOf(username));
    const unknown = Math.min(await timeOf('khong-ai-a'), await timeOf('khong-ai-b'), await timeOf('khong-ai-c'));

    expect(unknown).toBeGreaterThan(known / 2); // without the dummy hash it is about a tenth
  });

  test.each([
    { body: {}, because: 'nothing in it' },
    { body: { username: 'lan' }, because: 'no password' },
    { body: { username: ['lan'], password: 'x' }, because: 'a list for a name' },
    { body: { username: 'lan', password: 'x', callbackURL: 'https://evil.example' }, because: 'more than asked for' },
    { body: { username: 'lan', password: 'x'.repeat(20_000) }, because: 'a novel' },
  ])('a body with $because is refused as malformed', async ({ body }) => {
    const response = await server.post('/api/auth/sign-in/username', body);

    expect([400, 413]).toContain(response.status);
    expect(await response.json()).toMatchObject({ code: 'input.malformed' });
  });

  test.each(['lan\u0000', '\u0000', '\ud800lan', '\u202enal'])(
    'the name %j is a wrong name, no defect',
    async (username) => {
      const response = await server.post('/api/auth/sign-in/username', { username, password: 'a\u0000b' });

      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'account.wrong-credentials' });
    },
  );

  test.each([
    'sign-up/email',
    'sign-in/email',
    'get-session',
    'update-user',
    'change-password',
    'is-username-available',
    'ok',
  ])('the door %s of the library does not exist', async (door) => {
    const response = await server.post(`/api/auth/${door}`, { name: 'x', email: 'x@x.vn', password: PASSWORD });

    expect(response.status).toBe(404);
  });
});

describe('too many wrong tries', () => {
  test('after five the right password waits too, for the minutes that are told', async () => {
    const { username } = await anAccount();
    for (let n = 0; n < 5; n += 1) expect((await server.signIn(username, 'sai')).status).toBe(401);

    const blocked = await server.signIn(username, PASSWORD);

    expect(blocked.status).toBe(429);
    expect(await blocked.json()).toMatchObject({
      code: 'account.too-many-tries',
      text: 'Đã thử sai quá nhiều lần. Hãy đợi 15 phút rồi đăng nhập lại.',
    });
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(14 * 60);

    server.wait(15 * MINUTE);
    expect((await server.signIn(username, PASSWORD)).status).toBe(200);
  });

  test('twenty tries at the same moment get five real answers', async () => {
    const { username } = await anAccount();

    const answers = await Promise.all(Array.from({ length: 20 }, () => server.signIn(username, 'sai')));

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  test('one person forgetting a password does not lock the others of the office, nor the owner elsewhere', async () => {
    const [forgetful, colleague] = [await anAccount(), await anAccount()];
    const here = { 'x-forwarded-for': '10.1.2.3' };
    for (let n = 0; n < 6; n += 1) await server.signIn(forgetful.username, 'sai', here);

    expect((await server.signIn(forgetful.username, PASSWORD, here)).status).toBe(429);
    expect((await server.signIn(colleague.username, PASSWORD, here)).status).toBe(200);
    expect((await server.signIn(forgetful.username, PASSWORD, { 'x-forwarded-for': '10.9.9.9' })).status).toBe(200);
  });

  test('a right password in between starts the count again', async () => {
    const { username } = await anAccount();
    for (let round = 0; round < 2; round += 1) {
      for (let n = 0; n < 4; n += 1) await server.signIn(username, 'sai');
      expect((await server.signIn(username, PASSWORD)).status).toBe(200);
    }
  });

  test('one address has twenty wrong tries an hour over all names; right ones do not count', async () => {
    const strict = await serveSignIn(db, { app: server.app });
    const here = { 'x-forwarded-for': '2001:db8:1:2::7' };
    const neighbour = { 'x-forwarded-for': '2001:db8:1:2:ffff::9' }; // the same /64
    const { username } = await anAccount();
    for (let n = 0; n < 19; n += 1) await strict.signIn(`nguoi-la-${n}`, 'sai', n % 2 ? here : neighbour);
    expect((await strict.signIn(username, PASSWORD, here)).status).toBe(200);
    expect((await strict.signIn('nguoi-la-19', 'sai', here)).status).toBe(401);

    const blocked = await strict.signIn(username, PASSWORD, neighbour);

    expect(blocked.status).toBe(429);
    expect(await blocked.text()).toContain('60 phút');
    expect((await strict.signIn(username, PASSWORD, { 'x-forwarded-for': '2001:db8:1:3::7' })).status).toBe(200);
  });
});

describe('signing out', () => {
  test('kills the token at once and is in the log', async () => {
    const { username, id } = await anAccount();
    const cookie = cookieOf(await server.signIn(username, PASSWORD));

    const response = await server.post('/api/auth/sign-out', {}, { cookie });

    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual(['sid=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    expect(await server.whoAmI(cookie)).toBeNull();
    expect((await entriesOf(id)).map(({ action }) => action)).toEqual(['account.signed-in', 'account.signed-out']);
  });

  test('without a session, or with a forged cookie, does nothing and says so politely', async () => {
    const { username, id } = await anAccount();
    const cookie = cookieOf(await server.signIn(username, PASSWORD));
    const token = cookie.slice('sid='.length, 'sid='.length + 32);

    expect((await server.post('/api/auth/sign-out', {})).status).toBe(200);
    expect((await server.post('/api/auth/sign-out', {}, { cookie: `sid=${token}.AAAA` })).status).toBe(200);

    expect(await server.whoAmI(cookie)).not.toBeNull();
    expect(await entriesOf(id)).toHaveLength(1);
  });
});

test('a session whose entry was lost gets one at the next start, once', async () => {
  const app = anApp(await testDb());
  const userId = await givenAccount(app);
  const at = '2024-02-29T10:00:00.000Z';
  await inTransaction(app.db, (tx) =>
    tx
      .insertInto('authSession')
      .values({
        id: 'lost',
        token: 'x',
        userId,
        expiresAt: at,
        createdAt: at,
        updatedAt: at,
        ipAddress: null,
        userAgent: null,
      })
      .execute(),
  );

  expect(await reconcileSignIns(app)).toBe(1);
  expect(await reconcileSignIns(app)).toBe(0);

  const entries = await app.db.reads
    .selectFrom('auditEntry')
    .select(['actorId', 'subjectId', 'reason'])
    .where('action', '=', 'account.signed-in')
    .execute();
  expect(entries).toEqual([{ actorId: 'system', subjectId: userId, reason: 'Ghi bổ sung khi khởi động' }]);
});
