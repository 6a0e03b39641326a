import { beforeAll, expect, test } from 'vitest';
import { invariants } from '#db/certificates/certificates.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { CertificateId } from '#shared/certificates/certificates.schema.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { givenDecision, givenPrizeRules, paperOf } from '#test/builders/decision.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let number = 100;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenPrizeRules(world);
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor));
const refusedWith = (code: string) => (error: unknown) =>
  ((error as Error).cause as Refusal).reasons.some((reason) => reason.code === code);

/** An issued decision with as many certificates, as the list shows them. */
async function givenCertificates(count: number) {
  number += 1;
  const decision = await givenDecision(
    world,
    Array.from({ length: count }, (_, at) => ({ name: `Người ${number} ${at}` })),
  );
  await as(world.actors.specialistLS).decisions.issue(paperOf(decision, String(number)));
  const rows = await as(world.actors.specialistLS).certificates.ofDecision({ decisionId: decision.id });
  return { decision, rows };
}

type Rows = Awaited<ReturnType<typeof givenCertificates>>['rows'];
const itemsOf = (rows: Rows) => rows.map(({ id, version }) => ({ id: id as CertificateId, seenVersion: version }));
const step = (rows: Rows, to: 'printed' | 'signed' | 'sealed' | 'handed', handedOn: string | null = null) =>
  as(world.actors.specialistLS).certificates.advance({ items: itemsOf(rows), to, handedOn, handedTo: '' });

test('papers go from printed to handed over in order, with who received them', async () => {
  const { decision, rows } = await givenCertificates(2);
  const reload = () => as(world.actors.specialistLS).certificates.ofDecision({ decisionId: decision.id });

  await step(rows, 'printed');
  await step(await reload(), 'signed');
  await step(await reload(), 'sealed');
  await step(await reload(), 'handed', '2024-03-01');

  expect(await reload()).toMatchObject([
    { status: 'handed', handedOn: '2024-03-01', handedTo: rows[0]!.printedName, version: 5 },
    { status: 'handed', handedOn: '2024-03-01', handedTo: rows[1]!.printedName, version: 5 },
  ]);
  for (const { name, find } of invariants) expect(await find(world.db.reads), name).toEqual([]);
});

test('one paper that is not ready holds back the whole batch', async () => {
  const { decision, rows } = await givenCertificates(3);
  await step(rows.slice(0, 2), 'printed');
  const now = await as(world.actors.specialistLS).certificates.ofDecision({ decisionId: decision.id });

  await expect(step(now, 'signed')).rejects.toSatisfy(refusedWith('certificate.not-before-signed'));

  const after = await as(world.actors.specialistLS).certificates.ofDecision({ decisionId: decision.id });
  expect(after.map(({ status }) => status)).toEqual(['printed', 'printed', 'made']);
});

test('a step over sealing is refused, and so is a handing over without a date or in the future', async () => {
  const { rows } = await givenCertificates(1);
  await expect(step(rows, 'handed', '2024-03-01')).rejects.toSatisfy(refusedWith('certificate.not-before-handed'));
  const sealed = await sealedRows(rows);

  await expect(step(sealed, 'handed')).rejects.toSatisfy(refusedWith('certificate.handed-on-missing'));
  await expect(step(sealed, 'handed', '2024-03-05')).rejects.toSatisfy(refusedWith('certificate.handed-in-future'));
  await expect(step(sealed, 'handed', '2024-02-01')).rejects.toSatisfy(refusedWith('certificate.handed-before-issue'));
});

async function sealedRows(rows: Rows): Promise<Rows> {
  let now = rows;
  for (const to of ['printed', 'signed', 'sealed'] as const) {
    await step(now, to);
    now = await as(world.actors.specialistLS).certificates.ofDecision({ decisionId: now[0]!.decisionId as never });
  }
  return now;
}

test('somebody who saw an older version is told who was quicker', async () => {
  const { rows } = await givenCertificates(1);
  await as(world.actors.approverLS).certificates.advance({
    items: itemsOf(rows),
    to: 'printed',
    handedOn: null,
    handedTo: '',
  });

  await expect(step(rows, 'printed')).rejects.toSatisfy((error) => {
    const [reason] = ((error as Error).cause as Refusal).reasons;
    expect(reason).toMatchObject({ code: 'certificate.changed-meanwhile', facts: { who: 'Trưởng phòng Lạng Sơn' } });
    return true;
  });
});

test('papers of a cancelled decision go nowhere', async () => {
  const { decision, rows } = await givenCertificates(1);
  await as(world.actors.approverLS).decisions.cancel({
    id: decision.id,
    seenVersion: 6,
    ground: 'a',
    reason: 'Gian dối trong kê khai thành tích',
    number: '46',
    cancelledOn: '2024-03-01',
  });
  const after = await as(world.actors.specialistLS).certificates.ofDecision({ decisionId: decision.id });

  await expect(step(after, 'printed')).rejects.toSatisfy(refusedWith('certificate.cancelled'));
  await expect(
    as(world.actors.specialistLS).certificates.print({ certificateId: rows[0]!.id as CertificateId }),
  ).rejects.toSatisfy(refusedWith('certificate.decision-cancelled'));
});

test('printing is counted and recorded, and leaves what people have on screen valid', async () => {
  const { decision, rows } = await givenCertificates(2);

  const { url } = await as(world.actors.specialistLS).certificates.print({ decisionId: decision.id });

  expect(url).toMatch(new RegExp(`^/print/decisions/${decision.id}\\.pdf\\?ticket=`));
  const [first] = await as(world.actors.specialistLS).certificates.ofDecision({ decisionId: decision.id });
  expect(first).toMatchObject({ printCount: 1, status: 'made', version: rows[0]!.version });
  const history = await as(world.actors.specialistLS).audit.ofRecord({
    subjectKind: 'certificate',
    subjectId: first!.id,
  });
  expect(history.map(({ action }) => action)).toEqual(['certificate.print-made', 'certificate.made']);
});

test('a decision without number has no certificates to print', async () => {
  const decision = await givenDecision(world, [{}]);

  await expect(as(world.actors.specialistLS).certificates.print({ decisionId: decision.id })).rejects.toSatisfy(
    refusedWith('certificate.decision-not-issued'),
  );
});

test('another member reads a certificate but neither prints nor records it; another cluster does not see it', async () => {
  const { rows } = await givenCertificates(1);
  const id = rows[0]!.id as CertificateId;

  const seen = await as(world.actors.reporterSL).certificates.byId({ id });
  expect(seen).toMatchObject({ printedName: rows[0]!.printedName, print: { allowed: false } });
  await expect(as(world.actors.specialistSL).certificates.print({ certificateId: id })).rejects.toSatisfy(
    refusedWith('certificate.not-office'),
  );
  await expect(
    as(world.actors.specialistSL).certificates.advance({
      items: itemsOf(rows),
      to: 'printed',
      handedOn: null,
      handedTo: '',
    }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(as(world.actors.reporterQT).certificates.byId({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
