import { existsSync, readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createAuth, type SignIn } from '#server/accounts/auth.ts';
import { createCaller } from '#server/app-router.ts';
import type { AppContext, RequestContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { createHttp } from '#server/http.ts';
import { drainJobs } from '#server/jobs/queue.ts';
import { RunningCopy } from '#server/running-copy.ts';
import { TrainingHome } from '#server/training/training-home.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { givenPrizeRules } from '#test/builders/decision.builder.ts';
import { aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';
import { cookieOf, givenAccount, PASSWORD } from '#test/server/accounts/sign-in.server.ts';
import { OWN } from '#test/server/http/app.server.ts';

let world: World;
let app: AppContext;
let admin: Actor;
let copy: RunningCopy;
let url: string;
let sessionOfReal: string;
let signIn: SignIn;
const closers: (() => unknown)[] = [];

const contextOf = (actor: Actor | null): RequestContext => ({ ...aContext(world.db, actor), ...app });
const training = (actor: Actor | null = admin) => createCaller(contextOf(actor)).training;
const start = () => training().start({ idempotencyKey: uuidv7() });
const reset = (seenMadeAt: string) => training().reset({ seenMadeAt, idempotencyKey: uuidv7() });
const home = () => new TrainingHome(app.dataDir);

beforeAll(async () => {
  world = await givenWorld(await testDb());
  const bare = aContext(world.db, null);
  const { actor: _actor, requestId: _request, sessionId: _session, lang: _lang, ...real } = bare;
  app = { ...real, dataDir: testDirectory(), publicUrl: 'http://luytre.test' };
  signIn = createAuth(app, { secureCookies: false });
  copy = new RunningCopy(app, {
    signIn,
    secure: false,
    serve: (one, entrance) => createHttp(one.app, { signIn: one.signIn, secure: false, entrance }),
  });
  app = { ...app, copy };
  const server = createHttp(app, { signIn, secure: false, copy: copy.handler }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => server.close().closeAllConnections());
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const id = await givenAccount(app, {
    username: 'quan.tri',
    unitId: null,
    roles: [{ role: 'admin', unitId: null }],
  });
  admin = { ...anActor('Quản trị hệ thống', null, 'admin'), accountId: id };
  const body = JSON.stringify({ username: 'quan.tri', password: PASSWORD });
  sessionOfReal = cookieOf(await fetch(`${url}/api/auth/sign-in/username`, { method: 'POST', headers: OWN, body }));
});
afterAll(async () => {
  await copy.close();
  for (const close of closers) close();
});

const post = (address: string, body: unknown, cookie: string) =>
  fetch(url + address, { method: 'POST', headers: { ...OWN, cookie }, body: JSON.stringify(body) });
const auditOf = async () =>
  (
    await world.db.reads
      .selectFrom('auditEntry')
      .select('action')
      .where('subjectKind', '=', 'training')
      .orderBy('id')
      .execute()
  ).map(({ action }) => action);

test('only an administrator makes a copy; there is one at a time, made by a job', async () => {
  for (const actor of [world.actors.specialistLS, world.actors.auditor, world.actors.reporterSL])
    await expect(training(actor).start({ idempotencyKey: uuidv7() })).rejects.toThrow('account.lacks-role');
  expect((await fetch(`${url}/tap-huan/`, { headers: { accept: 'text/html' } })).status).toBe(404);

  await start();
  await expect(start()).rejects.toThrow('training.under-way');
  expect(await training().state()).toMatchObject({ copy: null, isUnderWay: true, problems: [] });
  await drainJobs(app);
  const { copy: made, isUnderWay } = await training().state();
  expect(isUnderWay).toBe(false);
  expect(made).toMatchObject({ ageDays: 0, isOld: false });
  expect(made!.rows).toBeGreaterThan(10);
  expect(made!.sizeBytes).toBeGreaterThan(10_000);
  await expect(start()).rejects.toThrow('training.exists');
  expect(await auditOf()).toEqual(['training.asked', 'training.made']);
  expect(existsSync(path.join(app.dataDir, 'training.part'))).toBe(false);
});

test('one press leads in with the rights of the real account; the sessions of the two know nothing of each other', async () => {
  expect((await post('/tap-huan/api/auth/enter', {}, '')).status).toBe(401);
  const entered = await post('/tap-huan/api/auth/enter', {}, sessionOfReal);
  expect(entered.status).toBe(200);
  const inCopy = cookieOf(entered);
  expect(inCopy).toMatch(/^sid-tap-huan=/);

  const me = await post('/tap-huan/trpc/accounts.me', undefined, inCopy);
  const { result } = (await me.json()) as {
    result: { data: { training: { madeAt: string }; account: Record<string, string> } };
  };
  expect(result.data.training.madeAt).toBe((await home().facts())!.madeAt);
  expect(result.data.account.id).toBe(admin.accountId);
  expect(result.data.account.username).toMatch(/^th-/);
  // The cookie of the one is nothing to the other, under its own name and under the other's.
  const value = inCopy.slice(inCopy.indexOf('=') + 1);
  expect((await post('/trpc/accounts.me', undefined, `sid=${value}`)).status).toBe(401);
  expect((await post('/tap-huan/trpc/accounts.me', undefined, sessionOfReal)).status).toBe(401);
  const asPassword = await post(
    '/tap-huan/api/auth/sign-in/username',
    { username: 'quan.tri', password: PASSWORD },
    '',
  );
  expect(asPassword.status).toBe(401);
  // A page of another site can neither enter nor do anything in it.
  const foreign = await fetch(`${url}/tap-huan/api/auth/enter`, { method: 'POST', headers: { cookie: sessionOfReal } });
  expect(foreign.status).toBe(403);

  // What is done in the copy stays in the copy.
  await post('/tap-huan/trpc/accounts.setLanguage', { lang: 'en' }, inCopy);
  const { lang } = await world.db.reads
    .selectFrom('accountProfile')
    .select('lang')
    .where('userId', '=', admin.accountId)
    .executeTakeFirstOrThrow();
  expect(lang).toBe('vi');
  const inside = await post('/tap-huan/trpc/training.start', { idempotencyKey: uuidv7() }, inCopy);
  expect(await inside.text()).toContain('training.inside');

  // Whoever is shut out of the real system is shut out of the copy at once.
  const disable = (at: string | null) =>
    inTransaction(world.db, (tx) =>
      tx.updateTable('accountProfile').set({ disabledAt: at }).where('userId', '=', admin.accountId).execute(),
    );
  await disable('2024-01-01T00:00:00.000Z');
  expect((await post('/tap-huan/trpc/accounts.me', undefined, inCopy)).status).toBe(401);
  await disable(null);
  expect((await post('/tap-huan/trpc/accounts.me', undefined, inCopy)).status).toBe(200);
});

test('an account that is younger than the copy is told so', async () => {
  const unitId = world.units.SL;
  await givenAccount(app, { username: 'moi.vao', unitId, roles: [{ role: 'reporter', unitId }] });
  const body = { username: 'moi.vao', password: PASSWORD };
  const cookie = cookieOf(await post('/api/auth/sign-in/username', body, ''));
  const answer = await post('/tap-huan/api/auth/enter', {}, cookie);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('training.account-newer');
});

test('the copy verifies nothing', async () => {
  for (const address of ['/tap-huan/verify/0123456789ABCDEFG', '/tap-huan/verify?code=0123456789ABCDEFG']) {
    const answer = await fetch(url + address);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('bản tập huấn');
  }
});

test('reset makes it anew while the old one serves, and asks to be sure which one is meant', async () => {
  await expect(reset('2020-01-01T00:00:00.000Z')).rejects.toThrow('training.changed');
  const before = (await home().facts())!;
  await reset(before.madeAt);
  await drainJobs(app);
  const after = (await home().facts())!;
  expect(after.id).not.toBe(before.id);
  const entered = await post('/tap-huan/api/auth/enter', {}, sessionOfReal);
  expect(entered.status).toBe(200);
  expect((await auditOf()).slice(2)).toEqual(['training.reset-asked', 'training.reset']);
  if (engine === 'postgres') {
    const { rows } = await sql`select nspname from pg_namespace where nspname like 'tap\\_huan\\_%'`.execute(
      world.db.reads,
    );
    expect(rows).toEqual([{ nspname: after.schema }]);
  }
});

test('a run that is told to stop leaves the copy of before, and no half', async () => {
  const before = (await home().facts())!;
  const { jobId } = await reset(before.madeAt);
  await createCaller(contextOf(admin)).jobs.cancel({ id: jobId as never });
  await drainJobs(app);
  expect(await home().facts()).toEqual(before);
  expect(readdirSync(app.dataDir).filter((name) => name.startsWith('training'))).toEqual(['training']);
});

test('a whole copy that waits is taken by the next run of its job, not made again', async () => {
  const before = (await home().facts())!;
  const { jobId } = await reset(before.madeAt);
  const { subjectId } = await world.db.reads
    .selectFrom('job')
    .select('subjectId')
    .where('id', '=', jobId)
    .executeTakeFirstOrThrow();
  await home().begin();
  await home().finish({ ...before, id: subjectId!, rows: 7 });
  await drainJobs(app);
  expect(await home().facts()).toMatchObject({ id: subjectId, rows: 7 });
});

test('a decision drafted in the copy bears a symbol of its own, one of the real system does not', async () => {
  await givenPrizeRules(world);
  const symbolOf = async (about: Partial<RequestContext>) => {
    const caller = createCaller({ ...contextOf(world.actors.specialistLS), ...about });
    const { id } = await caller.decisions.create({
      clusterYearId: world.yearA as never,
      idempotencyKey: uuidv7() as never,
    });
    const decisions = world.db.reads.selectFrom('decision').select('documentType').where('id', '=', id);
    return (await decisions.executeTakeFirstOrThrow()).documentType;
  };
  expect(await symbolOf({ training: { madeAt: '2024-01-01T00:00:00.000Z' } })).toBe('QĐ-UBND-TH');
  expect(await symbolOf({})).toBe('QĐ-UBND');
});

test('removed, nothing of it is left and its address says so', async () => {
  const { madeAt } = (await home().facts())!;
  await training().remove({ seenMadeAt: madeAt });
  expect(readdirSync(app.dataDir).filter((name) => name.startsWith('training'))).toEqual([]);
  expect((await training().state()).copy).toBeNull();
  expect((await auditOf()).at(-1)).toBe('training.removed');
  expect((await post('/tap-huan/api/auth/enter', {}, sessionOfReal)).status).toBe(404);
  await expect(training().remove({ seenMadeAt: madeAt })).rejects.toThrow('training.not-found');
  if (engine === 'postgres') {
    const { rows } = await sql`select nspname from pg_namespace where nspname like 'tap\\_huan\\_%'`.execute(
      world.db.reads,
    );
    expect(rows).toEqual([]);
  }
});
