import { request } from 'node:http';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { givenDecision, givenPrizeRules, paperOf } from '#test/builders/decision.builder.ts';
import { COMPLETE_PERSON } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { type AppServer, OWN, serveApp } from '#test/server/http/app.server.ts';

let world: World;
let server: AppServer;
let cookie: string;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenPrizeRules(world);
  server = await serveApp(world);
  cookie = await server.signIn();
});

type Raw = { status: number; headers: Record<string, unknown>; text: string };

/** A bare request: fetch would not let us forge these headers. */
function raw(method: string, path: string, headers: Record<string, string> = {}, body?: string): Promise<Raw> {
  const { hostname: host, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const call = request({ host, port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    call.on('error', reject).end(body);
  });
}

const countOf = async () =>
  Number(
    (await sql<{ count: number }>`select count(*) as count from audit_entry`.execute(world.db.reads)).rows[0]!.count,
  );

describe('another site sends in the name of somebody signed in', () => {
  const target = '/trpc/accounts.setLanguage';
  const cross = { origin: 'https://thidua.tinhkhac.gov.vn', 'sec-fetch-site': 'same-site' };
  test.each<[string, string, string, Record<string, string>, string]>([
    ['a form', 'POST', target, { ...cross, 'content-type': 'application/x-www-form-urlencoded' }, 'lang=en'],
    ['a form of parts', 'POST', target, { ...cross, 'content-type': 'multipart/form-data; boundary=b' }, '--b--'],
    ['plain text that is JSON', 'POST', target, { ...cross, 'content-type': 'text/plain' }, '{"lang":"en"}'],
    ['bytes', 'POST', target, { ...cross, 'content-type': 'application/octet-stream' }, '{"lang":"en"}'],
    ['JSON with our header from a neighbour', 'POST', target, { ...OWN, ...cross }, '{"lang":"en"}'],
    ['JSON without our header', 'POST', target, { 'content-type': 'application/json' }, '{"lang":"en"}'],
    ['a link', 'GET', `${target}?input=%7B%22lang%22%3A%22en%22%7D`, {}, ''],
    ['a link to a batch', 'GET', `${target}?batch=1&input=%7B%220%22%3A%7B%22lang%22%3A%22en%22%7D%7D`, {}, ''],
    ['a link in capitals', 'GET', '/TRPC/accounts.setLanguage?input=%7B%22lang%22%3A%22en%22%7D', {}, ''],
    ['HEAD', 'HEAD', target, {}, ''],
    ['PUT on a procedure', 'PUT', target, OWN, '{"lang":"en"}'],
    ['PATCH on a procedure', 'PATCH', target, OWN, '{"lang":"en"}'],
    ['a removal of a document', 'DELETE', '/files/0193b1c0-0000-7000-8000-000000000000', cross, ''],
    ['a document', 'PUT', '/files/report/0193b1c0-0000-7000-8000-000000000000', cross, '%PDF-'],
    ['a sign-out', 'POST', '/api/auth/sign-out', { ...cross, 'content-type': 'text/plain' }, ''],
    ['a question before sending', 'OPTIONS', target, { ...cross, 'access-control-request-method': 'POST' }, ''],
  ])('%s changes nothing', async (_what, method, path, headers, body) => {
    const before = await countOf();
    const answer = await raw(method, path, { ...headers, cookie }, body);
    expect([403, 405]).toContain(answer.status);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(await countOf()).toBe(before);
    expect((await server.call('accounts.me', undefined, cookie)).status).toBe(200);
  });
});

describe('the public page', () => {
  let path: string;
  beforeAll(async () => {
    const decision = await givenDecision(world, [{ name: 'Tẩn Mẩy Sểnh' }]);
    const caller = createCaller(aContext(world.db, world.actors.specialistLS));
    await caller.decisions.issue(paperOf(decision, '801'));
    const [certificate] = await caller.certificates.ofDecision({ decisionId: decision.id });
    path = certificate!.verifyPath;
  });

  test('answers alike with and without a session, and never sets a cookie', async () => {
    const anonymous = await raw('GET', path);
    const signedIn = await raw('GET', path, { cookie });
    const plain = (text: string) => text.replace(/nonce="[^"]+"/g, '');
    expect(plain(signedIn.text)).toBe(plain(anonymous.text));
    for (const { status, headers } of [anonymous, signedIn]) {
      expect(status).toBe(200);
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers['cache-control']).toBe('no-store');
      expect(String(headers['content-security-policy'])).toMatch(/^default-src 'none'; style-src 'nonce-[^']+';/);
    }
  });

  test('tells no birth year, unit, class, money or id', async () => {
    const { text } = await raw('GET', path);
    expect(text).toContain('Tẩn Mẩy Sểnh');
    expect(text).not.toMatch(/1980|xã Mẫu|frontline|region-3|đồng|[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  test('HEAD has no body, a huge question no echo and no defect', async () => {
    expect(await raw('HEAD', path)).toMatchObject({ status: 200, text: '' });
    const long = await raw('GET', `/verify?code=${'A'.repeat(10_000)}&s=${'B'.repeat(4_000)}`);
    expect(long.status).toBe(404);
    expect(long.text).not.toContain('A'.repeat(100));
    expect((await raw('GET', `/verify/${'A'.repeat(20_000)}`)).status).toBe(431);
  });

  test.each([
    '/verify/%00',
    '/verify/..%2f..%2fetc',
    '/verify/%E0%A4%A',
    '/verify?code[]=1&code[]=2',
    '/verify?code=%ff',
  ])('%s is no code', async (address) => {
    const answer = await raw('GET', address);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).toContain('name="code"');
  });

  test('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await raw(method, path)).status, method).toBe(403);
  });
});

describe('a ticket to print', () => {
  test('opens nothing once the decision is cancelled', async () => {
    const decision = await givenDecision(world, [{ name: 'Giàng A Mẫu' }]);
    const specialist = createCaller(aContext(world.db, world.actors.specialistLS));
    await specialist.decisions.issue(paperOf(decision, '802'));
    const { url } = await specialist.certificates.print({ decisionId: decision.id });
    await createCaller(aContext(world.db, world.actors.approverLS)).decisions.cancel({
      id: decision.id,
      seenVersion: decision.version + 1,
      ground: 'a',
      reason: 'Kê khai thành tích không đúng.',
      number: '99/QĐ-UBND',
      cancelledOn: '2024-02-28',
    });

    await expect(specialist.certificates.print({ decisionId: decision.id })).rejects.toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
    });
    expect((await raw('GET', url)).status).toBe(401); // and a ticket is no session
  });
});

describe('a defect tells nothing', () => {
  test('a clash nobody foresaw: no SQL and no name in the answer, no name in the log', async () => {
    const broken = await givenWorld(await testDb());
    await givenPrizeRules(broken);
    const other = await serveApp(broken);
    const session = await other.signIn();
    const created = await other.call(
      'nominations.create',
      { clusterYearId: broken.yearA, recipientKind: 'individual', idempotencyKey: crypto.randomUUID() },
      session,
    );
    const { id } = ((await created.json()) as { result: { data: { id: string } } }).result.data;
    await inTransaction(broken.db, (tx) =>
      sql`insert into nomination (id, cluster_year_id, unit_id, award_code, recipient_kind, way, name)
        select 'other', cluster_year_id, unit_id, award_code, recipient_kind, way, 'Lò Thị Bí Mật' from nomination`.execute(
        tx,
      ),
    );
    await sql`create unique index planted on nomination (name)`.execute(broken.db.writes);

    const draft = { ...COMPLETE_PERSON, name: 'Lò Thị Bí Mật', achievement: 'Thành tích bí mật '.repeat(10) };
    const answer = await other.call('nominations.save', { id, seenVersion: 1, draft }, session);

    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/Bí Mật|bí mật|unique|planted|nomination|update|\.ts/i);
    expect(other.log()).toContain('nominations.save');
    expect(other.log()).not.toMatch(/Bí Mật|bí mật/);
  });

  test('a wrong password and an unknown name leave neither in the log', async () => {
    const before = server.log().length;
    for (const username of ['mat-khau-cua-toi-2024', 'admin'])
      await fetch(`${server.url}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: OWN,
        body: JSON.stringify({ username, password: 'Mat-khau-bi-mat-1' }),
      });
    expect(server.log().slice(before)).not.toMatch(/mat-khau/i);
    const kept = await sql<{
      text: string;
    }>`select coalesce(subject_label, '') || subject_id || coalesce(reason, '') as text
      from audit_entry where action = 'account.sign-in-failed'`.execute(world.db.reads);
    expect(JSON.stringify(kept.rows)).not.toMatch(/mat-khau/i);
  });
});
