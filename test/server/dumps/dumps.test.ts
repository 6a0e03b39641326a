import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '#db/core/backup.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { RequestContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { dumpRoutes } from '#server/dumps/dumps.routes.ts';
import { drainJobs } from '#server/jobs/queue.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';

const ADMIN = anActor('Quản trị hệ thống', null, 'admin');
const REASON = 'Chuyển máy chủ';

let world: World;
let dataDir: string;
let server: Server;
let base: string;
let somebody: Actor | null = ADMIN;
let keyed: RequestContext;

const contextOf = (actor: Actor | null) => ({ ...aContext(world.db, actor, { dataDir }), keys: keyed.keys });
const admin = () => createCaller(contextOf(ADMIN)).dumps;
const start = (reason = REASON) => admin().start({ reason, idempotencyKey: uuidv7() });

beforeAll(async () => {
  world = await givenWorld(await testDb());
  dataDir = testDirectory();
  keyed = aContext(world.db, null);
  const at = '2024-01-01T00:00:00.000Z';
  // A job acts with the roles its maker has now.
  await inTransaction(world.db, async (tx) => {
    const id = ADMIN.accountId;
    const dates = { createdAt: at, updatedAt: at };
    await tx
      .insertInto('authUser')
      .values({ id, name: ADMIN.name, email: 'admin@accounts.invalid', ...dates } as never)
      .execute();
    await tx.insertInto('accountProfile').values({ userId: id, unitId: null, title: null, isDemo: 0 }).execute();
    await tx
      .insertInto('accountRole')
      .values({ id: uuidv7(), userId: id, role: 'admin', unitId: null, validFrom: null, validTo: null })
      .execute();
  });
  const http = express().use(dumpRoutes(async () => contextOf(somebody)));
  server = createServer(http).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const actionsOn = async (id: string) => {
  const rows = await world.db.reads
    .selectFrom('auditEntry')
    .select(['action', 'reason'])
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ action, reason }) => `${action} ${reason ?? ''}`.trim());
};

test('a dump is asked for with a reason, made by a job, fetched for five minutes by who asked, and removed', async () => {
  await expect(start('')).rejects.toThrow('dump.reason-missing');
  const { jobId } = await start();
  await expect(start()).rejects.toThrow('dump.under-way');
  expect((await admin().list()).isUnderWay).toBe(true);
  await drainJobs(contextOf(null));
  expect(await createCaller(contextOf(ADMIN)).jobs.byId({ id: jobId as never })).toMatchObject({ status: 'done' });
  expect(await createCaller(contextOf(ADMIN)).notices.unread()).toEqual({ unread: 1 });

  const { dumps, isUnderWay } = await admin().list();
  expect(isUnderWay).toBe(false);
  const [dump] = dumps;
  const file = path.join(dataDir, 'dumps', `${dump!.id}.zip`);
  expect(dump).toMatchObject({ sizeBytes: (await fs.stat(file)).size, sha256: await sha256(file) });
  expect(dump!.rows).toBeGreaterThan(10);

  const id = dump!.id as never;
  await expect(admin().openDownload({ id, reason: ' ' })).rejects.toThrow('dump.reason-missing');
  const { href } = await admin().openDownload({ id, reason: REASON });
  const answer = await fetch(base + href);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="luy-tre-/);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(await fs.readFile(file));

  expect((await fetch(`${base}/dumps/${dump!.id}.zip`)).status).toBe(403);
  expect((await fetch(base + href.replace(/.$/, 'x'))).status).toBe(403);
  somebody = anActor('Quản trị khác', null, 'admin');
  expect((await fetch(base + href)).status).toBe(403);
  somebody = world.actors.specialistLS;
  expect((await fetch(base + href)).status).toBe(403);
  somebody = null;
  expect((await fetch(base + href)).status).toBe(401);

  await admin().remove({ id, reason: 'Đã chép đi' });
  expect((await admin().list()).dumps).toEqual([]);
  expect(existsSync(file)).toBe(false);
  await expect(admin().remove({ id, reason: 'lần nữa' })).rejects.toThrow('dump.not-found');
  expect(await actionsOn(dump!.id)).toEqual([
    `dump.asked ${REASON}`,
    'dump.made',
    `dump.downloaded ${REASON}`,
    'dump.removed Đã chép đi',
  ]);
});

test('a cancelled dump leaves nothing behind', async () => {
  const { jobId } = await start();
  await createCaller(contextOf(ADMIN)).jobs.cancel({ id: jobId as never });
  await drainJobs(contextOf(null));
  expect((await admin().list()).dumps).toEqual([]);
  expect(await fs.readdir(path.join(dataDir, 'dumps'))).toEqual([]);
});
