import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { givenMovement } from '#test/builders/movements.builder.ts';
import { givenRegistration, LDTT } from '#test/builders/registrations.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor));
const own = () => ({ clusterYearId: world.yearA, unitId: world.units.SL as never });
const yearA = () => ({ clusterYearId: world.yearA });

async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { cause?: { reasons?: { code: string; field?: string }[] } } | undefined;
  return (error?.cause?.reasons ?? []).map(({ code, field }) => (field ? `${code} @${field}` : code));
}

test('a draft stays in its unit; what was sent is read by all, its names by the chair', async () => {
  const { reporterSL, reporterLS, specialistLS } = world.actors;
  await givenRegistration(world.db, own(), 'draft');
  const linesFor = async (actor: Actor) =>
    (await as(actor).registrations.ofYear(yearA())).members.find(({ unitId }) => unitId === 'SL')!.lines;
  expect(await linesFor(reporterSL)).toEqual([LDTT]);
  expect(await linesFor(reporterLS)).toEqual([]);
  await as(reporterSL).registrations.send({ ...own(), seenVersion: 1 });
  expect(await linesFor(reporterLS)).toEqual([{ ...LDTT, names: [] }]);
  expect(await linesFor(specialistLS)).toEqual([LDTT]);
});

test('a wrong count or name is told with its row, and nothing is saved', async () => {
  const { reporterSL } = world.actors;
  await givenRegistration(world.db, own(), 'draft');
  const save = (line: object) =>
    as(reporterSL).registrations.save({ ...own(), seenVersion: 1, lines: [{ ...LDTT, ...line }] });
  expect(await refusalOf(save({ count: -3, names: [] }))).toEqual(['registration.count-negative @lines.0.count']);
  expect(await refusalOf(save({ names: ['A Mẫu', 'a  mẫu'] }))).toEqual(['registration.name-twice @lines.0.names']);
  expect(await refusalOf(save({ count: 0 }))).toEqual(['registration.more-names @lines.0.count']);
  const { members } = await as(reporterSL).registrations.ofYear(yearA());
  expect(members.find(({ isMine }) => isMine)).toMatchObject({ version: 1, lines: [LDTT] });
});

test('sent it stands still until it is opened again; an empty one is not sent', async () => {
  const { reporterSL, reporterLS } = world.actors;
  await givenRegistration(world.db, own(), 'sent');
  const saving = { ...own(), seenVersion: 1, lines: [{ ...LDTT, count: 9 }] };
  expect(await refusalOf(as(reporterSL).registrations.save(saving))).toEqual(['registration.sent']);
  expect(await refusalOf(as(reporterLS).registrations.save(saving))).toEqual(['registration.not-own-unit']);
  await as(reporterSL).registrations.recall({ ...own(), seenVersion: 1 });
  expect(await refusalOf(as(reporterSL).registrations.save(saving))).toEqual(['registration.changed-meanwhile']);
  await as(reporterSL).registrations.save({ ...saving, seenVersion: 2, lines: [{ ...LDTT, count: 0, names: [] }] });
  expect(await refusalOf(as(reporterSL).registrations.send({ ...own(), seenVersion: 3 }))).toEqual([
    'registration.empty',
  ]);
});

test('what members of a province’s clusters registered is added up for the province', async () => {
  const { reporterQT, reporterSL } = world.actors;
  await givenRegistration(world.db, { clusterYearId: world.yearB, unitId: world.units.QT }, 'sent');
  await inTransaction(world.db, (tx) =>
    tx.updateTable('cluster').set({ organizerUnitId: world.units.SL }).where('id', '=', world.clusterB).execute(),
  );
  const { fromBelow } = await as(reporterSL).registrations.ofYear(yearA());
  expect(fromBelow).toEqual({ SL: [{ awardCode: 'LDTT', kind: 'individual', count: 3 }] });
  const theirs = await as(reporterQT).registrations.ofYear({ clusterYearId: world.yearB });
  expect(theirs.fromBelow).toEqual({ QT: [] });
});

test('registered stands against what the registry holds of the year', async () => {
  const db = await testDb();
  const { contextOf } = await givenDemo(db);
  const { id } = await db.reads
    .selectFrom('clusterYear')
    .select('id')
    .where('year', '=', 2023)
    .where('isDemo', '=', 1)
    .executeTakeFirstOrThrow();
  const { achieved, members } = await createCaller(contextOf(DEMO_ACTORS.chair)).registrations.ofYear({
    clusterYearId: id as never,
  });
  // The demo's seven have all sent, one of them late.
  expect(members.map(({ status }) => status)).toEqual(Array(7).fill('sent'));
  expect(members.filter(({ isLate }) => isLate).map(({ name }) => name)).toEqual(['Hà Giang']);
  const given = await db.reads
    .selectFrom('award')
    .where('year', '=', 2023)
    .where('status', '=', 'active')
    .where('unitId', '=', 'VN63-20')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  const counted = achieved.filter(({ unitId }) => unitId === 'VN63-20').reduce((sum, { count }) => sum + count, 0);
  expect(counted).toBe(Number(given.count));
  expect(counted).toBeGreaterThan(0);
});

test('a movement is sent by the chair, confirmed by members, and then stays in the year', async () => {
  const { reporterSL, reporterLS, specialistLS } = world.actors;
  const id = await givenMovement(world.db, {}, world.yearA);
  const confirmation = () => ({
    ...own(),
    id,
    seenVersion: null,
    draft: { confirmedOn: '2024-02-28', person: 'Ông Lò Văn Mẫu', document: 'KH 1/KH-UBND', note: '' },
    idempotencyKey: uuidv7() as never,
  });
  expect(await refusalOf(as(reporterSL).movements.confirm(confirmation()))).toEqual(['movement.not-sent']);
  const sending = { ...yearA(), id, confirmBy: '2024-03-20' };
  expect(await refusalOf(as(reporterSL).movements.send(sending))).toEqual(['account.lacks-role']);
  await as(specialistLS).movements.send(sending);
  expect(await refusalOf(as(specialistLS).movements.send(sending))).toEqual(['movement.sent-same-day @confirmBy']);
  expect(await refusalOf(as(reporterLS).movements.confirm(confirmation()))).toEqual(['movement.not-member']);
  await as(reporterSL).movements.confirm(confirmation());
  expect(await refusalOf(as(reporterSL).movements.confirm(confirmation()))).toEqual([
    'movement.part-changed-meanwhile',
  ]);
  const { movements } = await as(specialistLS).movements.ofYear(yearA());
  expect(movements[0]).toMatchObject({
    sentOn: '2024-03-01',
    confirmBy: '2024-03-20',
    confirmations: [{ unitName: 'Sơn La', person: 'Ông Lò Văn Mẫu' }],
  });
  expect(await refusalOf(as(specialistLS).movements.drop({ ...yearA(), id }))).toEqual([
    'movement.confirmed-by-members',
  ]);
  const review = { ...yearA(), id, kind: 'interim' as const, seenVersion: null };
  const draft = { heldOn: '2023-12-01', content: 'Đạt mục tiêu.' };
  expect(await as(specialistLS).movements.saveReview({ ...review, draft })).toEqual({ version: 1 });
  expect(await refusalOf(as(specialistLS).movements.saveReview({ ...review, draft }))).toEqual([
    'movement.part-changed-meanwhile',
  ]);
});
