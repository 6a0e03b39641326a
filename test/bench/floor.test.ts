import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { benchContext } from '#bench/data/context.ts';
import { fillPostgres } from '#bench/data/postgres-fill.ts';
import { prepareEmpty } from '#bench/data/prepare.ts';
import { awardId, Registry } from '#bench/data/rows.ts';
import { fillSqlite } from '#bench/data/sqlite-fill.ts';
import { postgresFloor } from '#bench/floor/floor.postgres.ts';
import { sqliteFloor } from '#bench/floor/floor.sqlite.ts';
import { floorHttp } from '#bench/floor/floor-http.ts';
import { signInCookie } from '#bench/levels/server.ts';
import { type HttpClient, httpClient } from '#bench/load/http-client.ts';
import { answerOf, checkValue, requestOf, type Wire } from '#bench/load/wire.ts';
import { createInput, inputOf, listInput, type Operation, SEARCHES, type Subject } from '#bench/operations.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import { createAuth } from '#server/accounts/auth.ts';
import { createHttp } from '#server/http.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';

const ROWS = 500;

let db: Db;
let subject: Subject;
let cookie = '';
const clients = {} as Record<Wire, HttpClient>;
const closers: (() => unknown)[] = [];

beforeAll(async () => {
  const dataDir = testDirectory();
  const location =
    engine === 'sqlite' ? { file: path.join(dataDir, 'luy-tre.sqlite') } : { url: (await testDb()).url as string };
  const provinces = await prepareEmpty(location, dataDir);
  subject = { rows: ROWS, provinces };
  const registry = new Registry(ROWS, provinces);
  if (location.file === undefined) await fillPostgres(location.url, registry);
  else fillSqlite(location.file, registry);

  const floor = location.file === undefined ? postgresFloor(location.url) : sqliteFloor(location.file);
  db = await openDatabase(location);
  closers.push(() => db.close(), floor.close);
  const app = await benchContext(db, dataDir);
  const real = http.createServer(createHttp(app, { signIn: createAuth(app, { secureCookies: false }), secure: false }));
  clients.floor = httpClient(await listen(floorHttp(floor)), 1);
  const port = await listen(real);
  clients.trpc = httpClient(port, 1);
  cookie = await signInCookie(port);
});

afterAll(async () => {
  for (const client of Object.values(clients)) client.close();
  for (const close of closers.reverse()) await close();
});

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}

async function ask(wire: Wire, operation: Operation, input: unknown): Promise<Record<string, unknown>> {
  const { path: to, body } = requestOf(wire, operation, input);
  const answer = await clients[wire].post(to, body, wire === 'trpc' ? { cookie, 'x-luytre': '1' } : {});
  expect(answer.status, answer.body.toString()).toBe(200);
  const value = answerOf(wire, answer.body.toString());
  checkValue(operation, value);
  return value as Record<string, unknown>;
}

describe('the floor answers what the server answers', () => {
  test('lists, row for row', async () => {
    let rows = 0;
    for (let index = 0; index < 60; index += 1) {
      const input = listInput(subject, index);
      const [floor, real] = [await ask('floor', 'list', input), await ask('trpc', 'list', input)];
      expect(floor.rows).toEqual(real.rows);
      rows += (floor.rows as unknown[]).length;
    }
    expect(rows).toBeGreaterThan(0); // two empty answers are equal too
  });

  test('the deepest pages, row for row', async () => {
    for (let index = 0; index < 10; index += 1) {
      const input = inputOf('deep', subject, index);
      const { rows } = await ask('floor', 'deep', input);
      expect((rows as unknown[]).length).toBeGreaterThan(0);
      expect((await ask('trpc', 'deep', input)).rows).toEqual(rows);
    }
  });

  test('the registry in figures, counted anew or kept', async () => {
    const floor = await ask('floor', 'aggregate', {});
    const real = await ask('trpc', 'aggregate', {});
    expect(real.byYear).toEqual(floor.byYear);
    const lines = (facets: unknown) =>
      (facets as { dimension: string; value: string; awards: number }[])
        .filter(({ dimension }) => dimension !== 'status')
        .map(({ dimension, value, awards }) => `${dimension} ${value} ${awards}`)
        .sort();
    expect(lines(real.facets)).toEqual(lines(floor.facets));
  });

  test.each(SEARCHES)('%s answers a page', async (search) => {
    const { rows } = await ask('trpc', search, inputOf(search, subject, 1));
    expect((rows as unknown[]).length > 0).toBe(search === 'searchCommon' || search === 'searchLetter');
  });

  test('one award, with its papers and the other awards of the recipient', async () => {
    let others = 0;
    for (let index = 0; index < 20; index += 1) {
      const input = inputOf('byId', subject, index);
      const floor = await ask('floor', 'byId', input);
      expect(floor).toEqual(await ask('trpc', 'byId', input));
      others += (floor.others as unknown[]).length;
    }
    expect(others).toBeGreaterThan(0);
  });

  test('a recorded award is the same rows, ids and times apart', async () => {
    const written = async (wire: Wire, index: number) => {
      const { id } = await ask(wire, 'create', { ...createInput(subject, index), name: 'Lò Thị Mai' });
      const award = await db.reads
        .selectFrom('award')
        .selectAll()
        .where('id', '=', String(id))
        .executeTakeFirstOrThrow();
      const { recipientId } = award;
      const recipient = await db.reads
        .selectFrom('recipient')
        .selectAll()
        .where('id', '=', recipientId)
        .executeTakeFirstOrThrow();
      const entry = await db.reads
        .selectFrom('auditEntry')
        .select(['id', 'action', 'subjectKind', 'subjectLabel', 'unitId'])
        .where('subjectId', '=', String(id))
        .executeTakeFirstOrThrow();
      const changes = await db.reads
        .selectFrom('auditChange')
        .select(['position', 'field'])
        .where('entryId', '=', entry.id)
        .orderBy('position')
        .execute();
      const same = { id: '', recipientId: '', decisionNumber: '', decidedOn: '', searchText: '' };
      return [{ ...award, ...same }, { ...recipient, id: '' }, { ...entry, id: '' }, changes];
    };
    expect(await written('floor', 1)).toEqual(await written('trpc', 2));
  });
});

test('the newest award is on the first page of its year and province', async () => {
  const id = awardId(ROWS - 1);
  const { year, unitId } = await ask('trpc', 'byId', { id });
  const { rows } = await ask('trpc', 'list', { year, unitId });
  expect((rows as { id: string }[])[0]?.id).toBe(id);
});
