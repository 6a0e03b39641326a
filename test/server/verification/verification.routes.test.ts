import express from 'express';
import { beforeAll, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { verifyRoutes } from '#server/verification/verification.routes.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { givenDecision, givenPrizeRules, paperOf } from '#test/builders/decision.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { listen } from '#test/core/listen.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenPrizeRules(world);
});

/** The public page on a port of its own, with a fresh count of visits. */
function serve(): Promise<string> {
  const http = express();
  http.use(verifyRoutes(aContext(world.db, null)));
  return listen(http);
}

async function givenCertificate(number: string) {
  const decision = await givenDecision(world, [{ name: 'Tẩn Mẩy Sểnh' }]);
  const caller = createCaller(aContext(world.db, world.actors.specialistLS));
  await caller.decisions.issue(paperOf(decision, number));
  const [certificate] = await caller.certificates.ofDecision({ decisionId: decision.id });
  return { decision, certificate: certificate!, path: new URL(certificate!.verifyUrl) };
}

test('the address in the QR code agrees with the book and shows only what the decision publishes', async () => {
  const { path, certificate } = await givenCertificate('372');

  const answer = await fetch((await serve()) + path.pathname + path.search);

  const page = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page).toContain('Khớp với Sổ khen thưởng');
  expect(page).toContain('Chữ ký số trong mã QR là của hệ thống này');
  expect(page).toContain('Ông Tẩn Mẩy Sểnh');
  expect(page).toContain('372/QĐ-UBND');
  expect(page).toContain(certificate.verifyCode);
  for (const hidden of ['1980', 'xã Mẫu', 'frontline', '2.700.000', '2700000']) expect(page).not.toContain(hidden);
});

test('a code typed by hand is found however it is written', async () => {
  const { certificate } = await givenCertificate('373');
  const typed = certificate.verifyCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');

  const answer = await fetch(`${await serve()}/verify?code=${encodeURIComponent(typed)}`);

  expect(await answer.text()).toContain('Khớp với Sổ khen thưởng');
});

test('an altered signature is told apart from a good one', async () => {
  const { path } = await givenCertificate('374');
  const signature = path.searchParams.get('s')!;
  const altered = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
  const address = await serve();

  for (const wrong of [altered, 'rác', '', `${signature}=`]) {
    const page = await (await fetch(`${address}${path.pathname}?s=${encodeURIComponent(wrong)}`)).text();
    expect(page, wrong).toContain('Chữ ký trên mã QR không khớp');
    expect(page).not.toContain('Hãy so từng dòng');
  }
});

test('a cancelled decision says so, with number and date', async () => {
  const { decision, path } = await givenCertificate('375');
  await createCaller(aContext(world.db, world.actors.approverLS)).decisions.cancel({
    id: decision.id,
    seenVersion: 6,
    ground: 'b',
    reason: 'Kết luận thanh tra: giấy tờ giả',
    number: '45/QĐ-UBND',
    cancelledOn: '2024-03-01',
  });

  const page = await (await fetch((await serve()) + path.pathname + path.search)).text();

  expect(page).toContain('Quyết định đã bị hủy bỏ');
  expect(page).toContain('45/QĐ-UBND');
  expect(page).toContain('01/03/2024');
});

test.each([
  { path: '/verify/rac-ruoi', why: 'no code' },
  { path: '/verify/%E0%A4%A', why: 'no text' },
  { path: '/verify/%00%00', why: 'control signs' },
  { path: `/verify/${'9'.repeat(4_000)}`, why: 'far too long' },
  { path: '/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E', why: 'markup' },
  { path: '/verify/ABCD/EFGH', why: 'a slash in the code' },
  { path: '/verify/0000-0000-0000-0000-0', why: 'a good shape that is not in the book' },
  { path: `/verify/x?s=${'%27%20or%201=1'.repeat(20)}`, why: 'SQL in the signature' },
])('answers garbage with the page, not an error: $why', async ({ path }) => {
  const answer = await fetch((await serve()) + path);

  const page = await answer.text();
  expect(answer.status).toBe(404);
  expect(page).toContain('Không tìm thấy');
  expect(page).not.toContain('<script>alert');
});

test('without a code there is the form', async () => {
  const answer = await fetch(`${await serve()}/verify`);

  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('name="code"');
});

test('the sixty-first look-up within a minute waits', async () => {
  const address = await serve();
  const statuses: number[] = [];
  for (let visit = 0; visit < 61; visit += 1) statuses.push((await fetch(`${address}/verify/x`)).status);

  expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true);
  expect(statuses[60]).toBe(429);
  const late = await fetch(`${address}/verify/x`);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a certificate of a decision not issued does not exist', async () => {
  const decision = await givenDecision(world, [{}]);
  const caller = createCaller(aContext(world.db, world.actors.specialistLS));

  expect(await caller.certificates.ofDecision({ decisionId: decision.id })).toEqual([]);
  await expect(caller.certificates.print({ decisionId: decision.id })).rejects.toSatisfy(
    (error) => ((error as Error).cause as Refusal).reasons[0]?.code === 'certificate.decision-not-issued',
  );
});
