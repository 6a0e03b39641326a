import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { closePrinter } from '#server/certificates/certificate.print.ts';
import { printRoutes } from '#server/certificates/print.routes.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { CertificateId } from '#shared/certificates/certificates.schema.ts';
import { givenDecision, givenPrizeRules, paperOf, type StandingDecision } from '#test/builders/decision.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { listen } from '#test/core/listen.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let decision: StandingDecision;
let asked: Actor | null;
let address: string;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenPrizeRules(world);
  decision = await givenDecision(world, [{ name: 'Lò Văn Khuông' }, { kind: 'collective', name: 'Tổ Mẫu' }]);
  await createCaller(aContext(world.db, world.actors.specialistLS)).decisions.issue(paperOf(decision));
  const http = express();
  http.use(printRoutes(async () => aContext(world.db, asked)));
  address = await listen(http);
});
afterAll(async () => {
  await closePrinter();
});

const certificates = (actor: Actor) => createCaller(aContext(world.db, actor)).certificates;
const get = (url: string, actor: Actor | null, accept = 'text/html') => {
  asked = actor;
  return fetch(address + url, { headers: { accept } });
};

test('the ticket opens one PDF with a page for each certificate', async () => {
  const { url } = await certificates(world.actors.specialistLS).print({ decisionId: decision.id });

  const answer = await get(url, world.actors.specialistLS);

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const disposition = answer.headers.get('content-disposition')!;
  expect(disposition).toMatch(/^inline; filename="[A-Za-z0-9. -]+\.pdf"/);
  expect(decodeURIComponent(disposition.split("''")[1]!)).toBe('Bằng khen 372-QĐ-UBND 2 bằng.pdf');
  const pdf = Buffer.from(await answer.arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
});

test('one certificate has its own ticket', async () => {
  const [first] = await certificates(world.actors.specialistLS).ofDecision({ decisionId: decision.id });
  const { url } = await certificates(world.actors.specialistLS).print({ certificateId: first!.id as CertificateId });

  expect((await get(url, world.actors.specialistLS)).headers.get('content-type')).toBe('application/pdf');
});

test('without a ticket, with an altered one, or with that of a colleague there is a page that says why', async () => {
  const { url } = await certificates(world.actors.specialistLS).print({ decisionId: decision.id });
  const path = url.split('?')[0]!;

  for (const wrong of [path, `${url}x`, url.replace(/ticket=\d/, 'ticket=9'), `${path}?ticket=1.x`]) {
    const answer = await get(wrong, world.actors.specialistLS);
    expect(answer.status, wrong).toBe(403);
    expect(await answer.text()).toContain('Đường dẫn in đã hết hạn');
  }
  expect((await get(url, world.actors.approverLS)).status).toBe(403);
});

test('nobody, another office and a broken id get no PDF; a program gets reasons', async () => {
  const { url } = await certificates(world.actors.specialistLS).print({ decisionId: decision.id });

  expect((await get(url, null)).status).toBe(401);
  expect((await get(url, world.actors.specialistSL)).status).toBe(404);
  expect((await get(url, world.actors.reporterLS)).status).toBe(403);
  const broken = await get('/print/decisions/..%2F..%2Fetc.pdf', world.actors.specialistLS, 'application/json');
  expect(broken.status).toBe(404);
  expect(await broken.json()).toMatchObject({ reasons: [{ code: 'decision.not-found' }] });
});

test('a decision that is not issued has no PDF', async () => {
  const open = await givenDecision(world, [{}]);

  const answer = await get(`/print/decisions/${open.id}.pdf`, world.actors.specialistLS);

  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Quyết định chưa ban hành nên chưa có bằng để in');
});
