import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { fold } from '#shared/core/fold.ts';
import type { ExemplarId } from '#shared/exemplars/exemplars.schema.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { AN_EXEMPLAR, givenExemplar } from '#test/builders/exemplars.builder.ts';
import { AN_ADOPTION, AN_EFFECT, givenReplication } from '#test/builders/replications.builder.ts';
import { aContext, aProvince, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let id: ExemplarId;

beforeEach(async () => {
  world = await givenWorld(await testDb());
  id = await givenExemplar(world.db, { clusterYearId: world.yearA, unitId: world.units.SL });
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor));

/** The codes of a refusal, each with its field. */
async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { cause?: { reasons?: { code: string; field?: string }[] } } | undefined;
  return (error?.cause?.reasons ?? []).map(({ code, field }) => (field ? `${code} @${field}` : code));
}

/** From the unit's figures to the chair's approval. */
async function share(): Promise<number> {
  const { reporterSL, approverLS } = world.actors;
  await as(reporterSL).exemplars.saveEffects({ id, seenVersion: 1, effects: [AN_EFFECT] });
  await as(reporterSL).exemplars.askSharing({ id, seenVersion: 2 });
  const done = await as(approverLS).exemplars.decideSharing({ id, seenVersion: 3, decision: 'approve', reason: '' });
  return done.version;
}

const adoption = (unitId: string, clusterYearId: string) => ({
  exemplarId: id,
  unitId: unitId as never,
  clusterYearId: clusterYearId as never,
  draft: AN_ADOPTION,
  idempotencyKey: uuidv7() as never,
});

test('other clusters see a model once the chair’s approver said so, found by its effect without accents', async () => {
  const { actors } = world;
  expect(await refusalOf(as(actors.reporterQT).exemplars.byId({ id }))).toEqual(['exemplar.not-found']);
  await share();
  const { rows } = await as(actors.reporterQT).exemplars.bank({ text: 'den chieu sang' });
  expect(rows).toMatchObject([{ id, unitName: 'Sơn La', adopters: 0, effects: [AN_EFFECT] }]);
  expect((await as(actors.reporterQT).exemplars.bank({ text: 'khong co gi' })).rows).toEqual([]);
  expect((await as(actors.reporterQT).exemplars.bank({ field: AN_EXEMPLAR.field })).rows).toHaveLength(1);
  expect(await as(actors.reporterQT).exemplars.byId({ id })).toMatchObject({ isInCluster: false, sharing: 'approved' });
  // What it said before it was approved is not theirs to read.
  const history = as(actors.reporterQT).audit.ofRecord({ subjectKind: 'exemplar', subjectId: id });
  expect(await history).toEqual([]);
});

test('declined with a reason the unit reads; nobody but the approver decides', async () => {
  const { reporterSL, specialistLS, approverLS, approverSL } = world.actors;
  await as(reporterSL).exemplars.askSharing({ id, seenVersion: 1 });
  expect(await refusalOf(as(reporterSL).exemplars.askSharing({ id, seenVersion: 2 }))).toEqual([
    'exemplar.sharing-asked',
  ]);
  const decline = { id, seenVersion: 2, decision: 'decline' as const, reason: 'Chưa nêu nguồn số liệu.' };
  expect(await refusalOf(as(specialistLS).exemplars.decideSharing(decline))).toEqual(['account.lacks-role']);
  expect(await refusalOf(as(approverSL).exemplars.decideSharing(decline))).toEqual(['exemplar.sharing-not-approver']);
  await as(approverLS).exemplars.decideSharing(decline);
  expect(await as(reporterSL).exemplars.byId({ id })).toMatchObject({
    sharing: 'declined',
    sharingReason: decline.reason,
  });
  // A third member reads that it was not shared, and not why.
  const third = { ...world.actors.leaderSL, unitId: 'LC', roles: [{ role: 'leader' as const, unitId: 'LC' }] };
  await inTransaction(world.db, async (tx) => {
    await tx
      .insertInto('unit')
      .values({ ...aProvince('LC', 'Lai Châu'), parentId: null })
      .execute();
    const member = { id: uuidv7(), clusterId: world.clusterA, unitId: 'LC', position: 3, validFrom: '2010-01-01' };
    await tx.insertInto('clusterMember').values(member).execute();
  });
  expect(await as(third).exemplars.byId({ id })).toMatchObject({ sharing: 'declined', sharingReason: null });
  const decidedFor = async (actor: Actor) =>
    (await as(actor).audit.ofRecord({ subjectKind: 'exemplar', subjectId: id })).find(
      ({ action }) => action === 'exemplar.sharing-decided',
    );
  expect(await decidedFor(third)).toMatchObject({ reason: null });
  expect(await decidedFor(reporterSL)).toMatchObject({ reason: decline.reason });
  expect((await as(reporterSL).exemplars.bank({})).rows).toEqual([]);
});

test('the bell tells the chair’s approver, then the unit, each in words with the page behind it', async () => {
  const { reporterSL, approverLS, specialistLS, reporterQT } = world.actors;
  for (const actor of [reporterSL, approverLS, specialistLS, reporterQT]) await givenAccount(world.db, actor);
  await share();
  await as(reporterQT).replications.create(adoption(world.units.QT, world.yearB));
  const told = async (actor: Actor) => (await as(actor).notices.list()).rows.map(({ text, link }) => ({ text, link }));
  const link = `/dien-hinh/${id}`;
  expect(await told(approverLS)).toEqual([
    { text: `Sơn La đề nghị phổ biến ngoài Cụm: “${AN_EXEMPLAR.title}”.`, link },
  ]);
  expect(await told(reporterSL)).toEqual([
    {
      text: `Quảng Trị áp dụng mô hình “${AN_EXEMPLAR.title}” của đơn vị bạn.`,
      link: expect.stringMatching(/nhan-rong/),
    },
    { text: `“${AN_EXEMPLAR.title}” đã được phổ biến ngoài Cụm.`, link },
  ]);
  expect(await told(specialistLS)).toEqual([]);
  expect(await told(reporterQT)).toEqual([]);
});

test('a later change by the unit leaves the bank until the chair agrees again', async () => {
  const { reporterSL, specialistLS } = world.actors;
  const version = await share();
  await as(specialistLS).exemplars.save({ id, seenVersion: version, draft: { ...AN_EXEMPLAR, field: 'Điện' } });
  expect((await as(reporterSL).exemplars.bank({})).rows).toHaveLength(1);
  await as(reporterSL).exemplars.save({ id, seenVersion: version + 1, draft: { ...AN_EXEMPLAR, field: 'Đèn' } });
  expect((await as(reporterSL).exemplars.bank({})).rows).toEqual([]);
  expect(await as(reporterSL).exemplars.byId({ id })).toMatchObject({ sharing: 'asked' });
});

test('another unit adopts it, notes progress and results, and both sides read it', async () => {
  const { actors, units, yearB } = world;
  await share();
  const mine = await as(actors.reporterQT).replications.create(adoption(units.QT, yearB));
  expect(await refusalOf(as(actors.reporterQT).replications.create(adoption(units.QT, yearB)))).toEqual([
    'replication.already',
  ]);
  const entry = { id: mine.id, onDate: '2023-07-01', content: 'Đã lắp 10 đèn.', idempotencyKey: uuidv7() as never };
  await as(actors.reporterQT).replications.addEntry(entry);
  const done = { id: mine.id, status: 'done' as const, reason: '' };
  expect(await refusalOf(as(actors.reporterQT).replications.setStatus({ ...done, seenVersion: 1 }))).toEqual([
    'replication.done-needs-result @status',
  ]);
  await as(actors.reporterQT).replications.saveResults({ id: mine.id, seenVersion: 1, effects: [AN_EFFECT] });
  await as(actors.reporterQT).replications.setStatus({ ...done, seenVersion: 2 });
  for (const actor of [actors.reporterQT, actors.leaderSL, actors.specialistLS])
    expect(await as(actor).replications.byId({ id: mine.id })).toMatchObject({
      unitName: 'Quảng Trị',
      status: 'done',
      entries: [{ content: entry.content }],
      effects: [AN_EFFECT],
      mayEdit: actor === actors.reporterQT,
    });
  expect(await as(actors.reporterSL).exemplars.byId({ id })).toMatchObject({
    adopters: [{ unitName: 'Quảng Trị', status: 'done', isOpen: true }],
    mayAdoptFor: [],
  });
  expect(await as(actors.reporterQT).replications.list({})).toMatchObject([{ isMine: true, results: [AN_EFFECT] }]);
});

test('it goes on after its year, and the report of a later year asks about it until it stopped', async () => {
  const { actors, units, yearA } = world;
  const of = { exemplarId: id, unitId: units.LS, clusterYearId: yearA };
  const mine = await givenReplication(world.db, { ...of, startedOn: '2022-03-01' });
  const listed = async () =>
    as(actors.specialistLS).replications.list({ unitId: units.LS as never, clusterYearId: yearA });
  expect(await listed()).toMatchObject([{ id: mine }]);
  await inTransaction(world.db, (tx) =>
    tx
      .updateTable('clusterYear')
      .set({ status: 'archived', archivedAt: '2024-02-01T02:00:00.000Z' })
      .where('id', '=', yearA)
      .execute(),
  );
  const stop = { id: mine, seenVersion: 1, status: 'stopped' as const, reason: 'Hết kinh phí.' };
  expect(await as(actors.reporterLS).replications.setStatus(stop)).toMatchObject({ version: 2 });
  expect(await listed()).toEqual([]);
});

test('nobody adopts its own, for others, or what it cannot read', async () => {
  const { actors, units, yearA, yearB } = world;
  expect(await refusalOf(as(actors.reporterSL).replications.create(adoption(units.SL, yearA)))).toEqual([
    'replication.own-model',
  ]);
  expect(await refusalOf(as(actors.reporterSL).replications.create(adoption(units.LS, yearA)))).toEqual([
    'replication.not-own-unit',
  ]);
  expect(await refusalOf(as(actors.reporterQT).replications.create(adoption(units.QT, yearB)))).toEqual([
    'exemplar.not-found',
  ]);
  const theirs = await givenReplication(world.db, { exemplarId: id, unitId: units.LS, clusterYearId: yearA });
  expect(await refusalOf(as(actors.reporterQT).replications.byId({ id: theirs }))).toEqual(['replication.not-found']);
  const saving = { id: theirs, seenVersion: 1, draft: { ...AN_ADOPTION, place: 'nơi khác' } };
  expect(await refusalOf(as(actors.reporterSL).replications.save(saving))).toEqual(['replication.not-own-unit']);
  expect(await as(actors.reporterLS).replications.save(saving)).toMatchObject({ version: 2 });
  expect(await refusalOf(as(actors.reporterLS).replications.save({ ...saving, draft: AN_ADOPTION }))).toEqual([
    'replication.changed-meanwhile',
  ]);
});

test('the demo suggests a model of the field of an indicator in which a province lags, until it is set aside', async () => {
  const db = await testDb();
  const { contextOf } = await givenDemo(db);
  const asked = await db.reads
    .selectFrom('clusterYear')
    .select('id')
    .where('year', '=', 2023)
    .where('isDemo', '=', 1)
    .executeTakeFirstOrThrow();
  const input = { clusterYearId: asked.id as never };
  const me = createCaller(contextOf(DEMO_ACTORS.hagiang)).exemplars;
  // Whether the province lags is set here, so that no figure of the seed decides the test.
  const fields = await createCaller(contextOf(DEMO_ACTORS.chair)).exemplars.fields(input);
  const poverty = fields.indicators.find(({ name }) => fold(name).includes('ngheo'))!;
  expect(poverty.field).toBe('Giảm nghèo');
  await inTransaction(db, async (tx) => {
    const versions = tx.selectFrom('indicatorVersion').select('id').where('indicatorId', '=', poverty.indicatorId);
    const better = await tx
      .selectFrom('indicatorVersion')
      .select('better')
      .where('indicatorId', '=', poverty.indicatorId)
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('reportValue')
      .set({ value: better.better === 'down' ? 9_999 : 0 })
      .where('indicatorVersionId', 'in', versions)
      .where('reportId', 'in', tx.selectFrom('report').select('id').where('unitId', '=', 'VN63-02'))
      .execute();
  });
  const [card] = await me.suggestions(input);
  expect(card).toMatchObject({
    unitId: 'VN63-02',
    exemplar: { unitName: 'Sơn La', field: 'Giảm nghèo' },
    indicator: { name: poverty.name },
  });
  await me.dismissSuggestion({
    ...input,
    unitId: 'VN63-02' as never,
    exemplarId: card!.exemplar.id as never,
    indicatorId: card!.indicator.id as never,
  });
  expect(await me.suggestions(input)).toEqual([]);
});
