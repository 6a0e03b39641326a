import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { csrfGuard, ownLoadsOnly } from '#server/core/csrf.ts';

const http = express();
http.use(csrfGuard({ publicUrl: 'https://luytre.langson.test/' }));
http.use('/print', ownLoadsOnly);
let effects = 0;
http.use((_req, res) => {
  effects += 1;
  res.json({ done: true });
});
const server = http.listen(0, '127.0.0.1');
const port = () => (server.address() as AddressInfo).port;

beforeAll(async () => {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  effects = 0;
});

/** A bare request: fetch would not let us forge these headers. */
function send(method: string, headers: Record<string, string>, path = '/trpc/decisions.issue'): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: port(), method, path, headers, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    call.on('error', reject).end(method === 'GET' ? undefined : '{}');
  });
}

const json = { 'content-type': 'application/json', 'x-luytre': '1' };

describe('what another site can make a browser send', () => {
  test.each([
    { probe: 'multipart', type: 'multipart/form-data; boundary=x' },
    { probe: 'octet-stream', type: 'application/octet-stream' },
    { probe: 'text/plain', type: 'text/plain' },
    { probe: 'a form', type: 'application/x-www-form-urlencoded' },
    { probe: 'text that calls itself JSON', type: 'text/plain; application/json' },
  ])('$probe has no effect, even with our header', async ({ type }) => {
    expect(await send('POST', { 'x-luytre': '1', 'content-type': type })).toBe(403);
    expect(effects).toBe(0);
  });

  test.each([
    { because: 'a sibling host of the same site', headers: { origin: 'https://khac.langson.test' } },
    { because: 'a sibling as the browser tells it', headers: { 'sec-fetch-site': 'same-site' } },
    { because: 'another site', headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' } },
    { because: 'a page without an origin', headers: { origin: 'null' } },
    { because: 'our name without encryption', headers: { origin: 'http://luytre.langson.test' } },
    { because: 'our name with another port', headers: { origin: 'https://luytre.langson.test:8443' } },
    { because: 'a name that begins like ours', headers: { origin: 'https://luytre.langson.test.evil.example' } },
  ])('$because is refused', async ({ headers }) => {
    expect(await send('POST', { ...json, ...headers } as Record<string, string>)).toBe(403);
    expect(effects).toBe(0);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s without our header is refused', async (method) => {
    expect(await send(method, { 'content-type': 'application/json' })).toBe(403);
    expect(await send(method, { 'content-type': 'application/json', 'x-luytre': 'yes' })).toBe(403);
    expect(effects).toBe(0);
  });

  test('a POST without a type is refused', async () => {
    expect(await send('POST', { 'x-luytre': '1' })).toBe(403);
  });

  test('signing in is guarded too', async () => {
    expect(await send('POST', { 'content-type': 'application/json' }, '/api/auth/sign-in/username')).toBe(403);
  });
});

describe('what our own pages send', () => {
  test.each([
    {
      because: 'at the public address',
      headers: { origin: 'https://luytre.langson.test', 'sec-fetch-site': 'same-origin' },
    },
    { because: 'by a program without a browser', headers: {} },
    { because: 'at another name of the machine', headers: { origin: 'http://may-chu:3000', host: 'may-chu:3000' } },
    { because: 'behind a proxy that ends TLS', headers: { origin: 'https://may-chu', host: 'may-chu' } },
    { because: 'with a charset', headers: { 'content-type': 'Application/JSON; charset=utf-8' } },
  ])('goes through $because', async ({ headers }) => {
    expect(await send('POST', { ...json, ...headers } as Record<string, string>)).toBe(200);
  });

  test('a file of any type by PUT, elsewhere only JSON', async () => {
    const scan = { 'x-luytre': '1', 'content-type': 'application/pdf' };
    expect(await send('PUT', scan, '/files/0193')).toBe(200);
    expect(await send('PUT', { ...scan, 'sec-fetch-site': 'same-site' }, '/files/0193')).toBe(403);
    expect(await send('PUT', scan, '/trpc/decisions.issue')).toBe(403);
    expect(await send('POST', scan, '/files/0193')).toBe(403);
  });

  test('reading is free', async () => {
    expect(await send('GET', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, '/verify/x')).toBe(
      200,
    );
  });
});

describe('a file', () => {
  const load = (site: string, dest: string) =>
    send('GET', { 'sec-fetch-site': site, 'sec-fetch-dest': dest }, '/print/hand-over-packs/x.zip');

  test.each([
    ['same-site', 'image'],
    ['same-site', 'iframe'],
    ['cross-site', 'script'],
    ['cross-site', 'empty'],
  ])('is not made for a page of another site: %s as %s', async (site, dest) => {
    expect(await load(site, dest)).toBe(403);
    expect(effects).toBe(0);
  });

  test.each([
    ['same-origin', 'empty'],
    ['same-origin', 'iframe'],
    ['none', 'document'],
    ['cross-site', 'document'],
  ])('opens for our pages and for whoever follows a link: %s as %s', async (site, dest) => {
    expect(await load(site, dest)).toBe(200);
  });

  test('opens for a program that tells nothing', async () => {
    expect(await send('GET', {}, '/print/hand-over-packs/x.zip')).toBe(200);
  });
});
