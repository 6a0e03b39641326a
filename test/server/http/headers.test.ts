import { beforeAll, describe, expect, test } from 'vitest';
import { givenWorld, type World } from '#test/builders/world.builder.ts';
import { engine, testDb } from '#test/core/test-db.ts';
import { type AppServer, OWN, serveApp } from '#test/server/http/app.server.ts';

let world: World;
let server: AppServer;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  server = await serveApp(world);
});

test('healthz says that the server and its database answer', async () => {
  const answer = await fetch(`${server.url}/healthz`);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'ok', database: engine });
});

test('a page carries a nonce of its own, the same in its policy', async () => {
  const nonces: string[] = [];
  for (const address of ['/', '/quyet-dinh/0193']) {
    const answer = await fetch(server.url + address, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const [, nonce] = /nonce="([^"]+)"/.exec(await answer.text()) ?? [];
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
    nonces.push(nonce!);
  }
  expect(new Set(nonces).size).toBe(2);
});

test('only our own scripts run, and no other page may frame ours', async () => {
  const { headers } = await fetch(server.url);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self'(;|$)/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-|https?:|\*/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
});

describe('cookies', () => {
  const cookieLine = async (secure: boolean) => {
    const other = await serveApp(world, { secure });
    const answer = await fetch(`${other.url}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: OWN,
      body: JSON.stringify(await other.account()),
    });
    expect(answer.status).toBe(200);
    return answer.headers.getSetCookie();
  };

  test('over TLS the session is bound to this host', async () => {
    const [line, ...others] = await cookieLine(true);
    expect(others).toEqual([]);
    expect(line).toMatch(/^__Host-sid=/);
    for (const flag of [/; Secure/i, /; HttpOnly/i, /; Path=\/(;|$)/i, /; SameSite=(Lax|Strict)/i])
      expect(line).toMatch(flag);
    expect(line).not.toMatch(/; Domain=/i);
  });

  test('on a closed network without TLS the cookie still is out of reach of scripts', async () => {
    const [line] = await cookieLine(false);
    expect(line).toMatch(/^sid=/);
    expect(line).not.toMatch(/; Secure/i);
    for (const flag of [/; HttpOnly/i, /; SameSite=(Lax|Strict)/i]) expect(line).toMatch(flag);
  });
});

test.each(['/trpc/accounts.demo', '/trpc/accounts.me', '/api/auth/session', '/files/0193', '/print/x'])(
  'what %s answers is never kept by a browser or proxy',
  async (address) => {
    const answer = await fetch(server.url + address, {
      method: address.startsWith('/trpc') ? 'POST' : 'GET',
      headers: OWN,
      ...(address.startsWith('/trpc') && { body: '{}' }),
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  },
);

test('a wrong password says nothing about which part is wrong', async () => {
  const { username } = await server.account();
  const bodies = await Promise.all(
    [
      { username, password: 'không phải mật khẩu' },
      { username: 'khong.co.ai', password: 'không phải mật khẩu' },
    ].map(async (body) => {
      const answer = await fetch(`${server.url}/api/auth/sign-in/username`, {
        method: 'POST',
        headers: OWN,
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(401);
      return answer.json();
    }),
  );
  expect(bodies[0]).toEqual(bodies[1]);
});
