import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { givenReport } from '#test/builders/reports.builder.ts';
import { givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { type AppServer, OWN, serveApp } from '#test/server/http/app.server.ts';

let world: World;
let server: AppServer;
let cookie: string;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  server = await serveApp(world);
  cookie = await server.signIn();
});

type Body = {
  error: {
    message: string;
    data: { code: string; reasons: { code: string; text: string; field?: string }[]; errorId: string | null };
  };
};
const bodyOf = async (answer: Response) => ((await answer.json()) as Body).error;
const sentences = async (answer: Response) => (await bodyOf(answer)).data.reasons.map(({ text }) => text);

describe('too much at once', () => {
  test('a megabyte pasted into a field is refused with the field and its limit', async () => {
    const id = await givenReport(world.db, { clusterYearId: world.yearA, unitId: world.units.SL });
    const answer = await server.call(
      'reports.saveNarrative',
      { id, seenVersion: 1, narrative: 'ơ'.repeat(500_000) },
      cookie,
    );
    expect(answer.status).toBe(400);
    const { data } = await bodyOf(answer);
    expect(data.reasons).toEqual([
      {
        code: 'input.too-long',
        field: 'narrative',
        facts: { limitCount: 50_000 },
        text: 'Nội dung quá dài: tối đa 50.000 ký tự.',
      },
    ]);
    expect((await server.call('reports.byId', { id }, cookie)).status).toBe(200);
  });

  test('more than two megabytes are not even read, and the person is told', async () => {
    const answer = await server.call('reports.saveNarrative', { narrative: 'a'.repeat(2_100_000) }, cookie);
    expect(answer.status).toBe(413);
    expect(await sentences(answer)).toEqual([expect.stringMatching(/quá lớn/)]);
  });

  test('eleven calls in one batch are refused', async () => {
    const paths = Array.from({ length: 11 }, () => 'accounts.me').join(',');
    const answer = await fetch(`${server.url}/trpc/${paths}?batch=1`, {
      method: 'POST',
      headers: { ...OWN, cookie },
      body: '{}',
    });
    expect(answer.status).toBe(400);
  });

  test('ten calls in one batch are answered', async () => {
    const paths = Array.from({ length: 10 }, () => 'accounts.me').join(',');
    const answer = await fetch(`${server.url}/trpc/${paths}?batch=1`, {
      method: 'POST',
      headers: { ...OWN, cookie },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toHaveLength(10);
  });
});

describe('what no page of ours sends', () => {
  test('JSON nested a hundred thousand levels deep does no harm', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const answer = await fetch(`${server.url}/trpc/reports.byId`, {
      method: 'POST',
      headers: { ...OWN, cookie },
      body: deep,
    });
    expect(answer.status).toBe(400);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('a body that is no JSON is refused in words', async () => {
    const answer = await fetch(`${server.url}/trpc/reports.byId`, {
      method: 'POST',
      headers: { ...OWN, cookie },
      body: '{"id":',
    });
    expect(answer.status).toBe(400);
    expect(await sentences(answer)).toEqual(['Yêu cầu gửi lên không đúng dạng. Hãy tải lại trang rồi thử lại.']);
  });

  test.each([
    { because: 'a field that the procedure does not know', input: { id: '0', admin: true } },
    { because: 'a prototype', input: JSON.parse('{"__proto__":{"admin":true},"id":"x"}') as unknown },
    { because: 'a number for an id', input: { id: 1 } },
    { because: 'nothing', input: null },
    { because: 'a list', input: [] },
  ])('$because is refused with a reason', async ({ input }) => {
    const answer = await server.call('reports.byId', input, cookie);
    expect(answer.status).toBe(400);
    expect((await sentences(answer)).length).toBeGreaterThan(0);
  });

  test('a well-formed id of nothing is not found', async () => {
    const answer = await server.call('reports.byId', { id: '0193b1c0-0000-7000-8000-000000000000' }, cookie);
    expect(answer.status).toBe(404);
    expect((await sentences(answer)).length).toBe(1);
  });

  test('no procedure is reached by GET: addresses end up in logs and histories, and links must change nothing', async () => {
    for (const path of ['reports.send', 'accounts.setLanguage?input=%7B%22lang%22%3A%22en%22%7D', 'accounts.me'])
      expect((await fetch(`${server.url}/trpc/${path}`, { headers: { ...OWN, cookie } })).status).toBe(405);
  });

  test('an unknown procedure is answered in words', async () => {
    const answer = await server.call('reports.explode', {}, cookie);
    expect(answer.status).toBe(404);
    expect(await sentences(answer)).toEqual(['Không có chức năng này. Hãy tải lại trang.']);
  });

  test.each(['GET', 'PUT', 'DELETE', 'PATCH'])(
    '%s on an address without a page or file is no crash',
    async (method) => {
      const answer = await fetch(`${server.url}/khong-co/gi`, {
        method,
        headers: { ...OWN, accept: 'application/json' },
      });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(await answer.text()).not.toMatch(/node_modules|at /);
    },
  );

  test.each([
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%00',
    '/%E0%A4%A',
  ])('the address %s gives away nothing', async (address) => {
    const answer = await fetch(server.url + address);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toMatch(/luy-tre|node_modules|dependencies/);
  });
});

test('nobody signed in: 401, and what to do', async () => {
  const answer = await server.call('reports.byId', { id: '0193b1c0-0000-7000-8000-000000000000' });
  expect(answer.status).toBe(401);
  const { data } = await bodyOf(answer);
  expect(data).toMatchObject({ code: 'UNAUTHORIZED', reasons: [{ code: 'account.not-signed-in' }], errorId: null });
});

test('an unexpected error shows a number, never what happened; the log has both', async () => {
  const broken = await givenWorld(await testDb());
  const other = await serveApp(broken);
  const session = await other.signIn();
  await sql`drop table stage`.execute(broken.db.writes);

  const answer = await other.call('clusters.workspace', { clusterYearId: broken.yearA }, session);

  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).not.toMatch(/stage|select|sqlite|relation|node_modules|\.ts/i);
  const { error } = JSON.parse(text) as Body;
  expect(error.message).toBe('INTERNAL_SERVER_ERROR');
  expect(error.data.errorId).toMatch(/^[0-9a-f-]{36}$/);
  const line = other
    .log()
    .split('\n')
    .find((one) => one.includes(error.data.errorId!));
  expect(line).toMatch(/clusters\.workspace/);
  expect(line).toMatch(/stage/);
});
