import express from 'express';
import { beforeAll, expect, test } from 'vitest';
import { type RouteWork, routeAs, sendFile, sentFileName, takeFileTry } from '#server/core/route.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { notFound } from '#shared/core/refusal.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { listen } from '#test/core/listen.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let who: Actor | null;
let work: RouteWork;
let address: string;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  const handler = routeAs(
    'pledges.print',
    async () => aContext(world.db, who),
    (...all) => work(...all),
  );
  address = await listen(express().use(handler));
});

const ask = (actor: Actor | null, as: RouteWork, init: RequestInit = {}) => {
  who = actor;
  work = as;
  return fetch(address, init);
};
const missing: RouteWork = async () => {
  throw notFound('pledge');
};

test('nobody is told to sign in, and the work is not begun', async () => {
  let begun = false;
  const answer = await ask(null, async () => {
    begun = true;
  });
  expect([answer.status, begun]).toEqual([401, false]);
  expect(await answer.json()).toMatchObject({ code: 'UNAUTHORIZED', reasons: [{ code: 'account.not-signed-in' }] });
});

test('whoever followed a link reads a sentence, a program the reason, in the language of the request', async () => {
  const link = await ask(world.actors.reporterSL, missing, { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect([link.status, link.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8']);
  expect(await link.text()).toMatch(/^Không tìm thấy/);

  const program = await ask(world.actors.reporterSL, missing, { headers: { 'x-luytre-lang': 'en' } });
  expect(program.headers.get('cache-control')).toBe('no-store');
  expect(await program.json()).toMatchObject({ code: 'not-found', reasons: [{ code: 'pledge.not-found' }] });
});

test('what is sent with a refused file is read to its end, so that the browser reads why', async () => {
  const answer = await ask(world.actors.reporterSL, missing, { method: 'PUT', body: new Uint8Array(3_000_000) });
  expect(answer.status).toBe(404);
});

test('too many files in ten minutes are refused with the reason of that file', async () => {
  const one: RouteWork = async (ctx, _req, res) => {
    await takeFileTry(ctx, { kind: 'one', limit: 2, code: 'pledge.print-often' });
    res.end();
  };
  const statuses = [];
  for (let time = 0; time < 3; time += 1) statuses.push((await ask(world.actors.reporterSL, one)).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await ask(world.actors.reporterLS, one)).status).toBe(200);
});

test('a file keeps its Vietnamese name, and half a percent sign is no name', async () => {
  const name = 'Giao ước "thi đua".pdf';
  const bytes = new TextEncoder().encode('%PDF');
  const saved = await ask(world.actors.reporterSL, async (_ctx, _req, res) =>
    sendFile(res, { name, type: 'application/pdf', bytes }),
  );
  const disposition = saved.headers.get('content-disposition')!;
  expect(disposition).toMatch(/^attachment; filename="Giao uoc _thi dua_\.pdf"; /);
  expect(decodeURIComponent(disposition.split("''")[1]!)).toBe(name);
  expect(saved.headers.get('content-security-policy')).toBe('sandbox');

  const names: string[] = [];
  for (const given of ['B%C3%A1o', '50%'])
    await ask(
      world.actors.reporterSL,
      async (_ctx, req, res) => {
        names.push(sentFileName(req));
        res.end();
      },
      { headers: { 'x-file-name': given } },
    );
  expect(names).toEqual(['Báo', '']);
});
