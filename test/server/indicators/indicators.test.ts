import { TRPCError } from '@trpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { aYearDraft, givenProvincialCluster } from '#test/builders/cluster.builder.ts';
import { AN_INDICATOR, givenIndicator } from '#test/builders/indicators.builder.ts';
import { givenPledge, givenReport } from '#test/builders/reports.builder.ts';
import { aClusterYear, aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
const admin = anActor('Quản trị hệ thống', null, 'admin');
const province = anActor('Chuyên viên Sơn La', 'SL', 'specialist', 'approver');
const outsider = anActor('Chuyên viên Quảng Trị', 'QT', 'specialist');

beforeAll(async () => {
  world = await givenWorld(await testDb());
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor));
/** The refusal as 'code field', or 'yes'. */
const answer = (call: Promise<unknown>) =>
  call.then(
    () => 'yes',
    (error: unknown) => {
      if (!(error instanceof TRPCError) || !error.cause) throw error;
      const [{ code, field }] = (error.cause as Refusal).reasons as [{ code: string; field?: string }];
      return [code, field].filter(Boolean).join(' ');
    },
  );

const fields = (about: object = {}) => ({
  ...AN_INDICATOR,
  name: `Chỉ tiêu ${uuidv7()}`,
  ownerUnitId: null,
  validFrom: '2023-01-01',
  continues: null,
  idempotencyKey: uuidv7(),
  ...about,
});
const create = (actor: Actor, about: object = {}) => as(actor).indicators.create(fields(about) as never);

/** Asks a year for these versions, in their order. */
async function ask(clusterYearId: string, ...versionIds: string[]): Promise<void> {
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('clusterYearIndicator')
      .values(versionIds.map((indicatorVersionId, position) => ({ clusterYearId, indicatorVersionId, position })))
      .execute(),
  );
}

describe('the catalogue', () => {
  test('is kept by the administrator; a unit keeps its own', async () => {
    expect(await answer(create(admin))).toBe('yes');
    expect(await answer(create(province))).toBe('indicator.not-keeper');
    const { id } = await create(province, { ownerUnitId: 'SL', name: 'Chỉ tiêu riêng của Sơn La' });
    expect(await as(admin).indicators.byId({ id: id as never })).toMatchObject({
      ownerName: 'Sơn La',
      mayChange: true,
    });
    expect((await as(outsider).indicators.byId({ id: id as never })).mayChange).toBe(false);
    const { rows } = await as(outsider).indicators.list({ q: 'chi tieu rieng', withClosed: false });
    expect(rows.map(({ name }) => name)).toEqual(['Chỉ tiêu riêng của Sơn La']);
  });

  test.each([
    ['a share that is summed', { kind: 'share', aggregation: 'sum' }, 'indicator.share-summed aggregation'],
    [
      'a weighted mean without a weight',
      { aggregation: 'weighted-mean' },
      'indicator.weight-missing weightIndicatorId',
    ],
    ['a wording without the figure', { paperWording: 'tăng mạnh' }, 'indicator.wording-without-figure paperWording'],
    ['a wording with a slip', { paperWording: 'trên {flor:1000} tỷ' }, 'indicator.wording-tag paperWording'],
    [
      'a wording in another unit',
      { paperWording: 'trên {floor:10} tỷ đồng' },
      'indicator.wording-other-unit paperWording',
    ],
    ['a wording left open', { paperWording: 'giảm {value' }, 'indicator.wording-tag paperWording'],
    [
      'a weight nobody knows',
      { aggregation: 'weighted-mean', weightIndicatorId: uuidv7() },
      'indicator.not-found weightIndicatorId',
    ],
  ])('refuses %s', async (_name, about, reason) => {
    expect(await answer(create(admin, about))).toBe(reason);
  });

  test('has each name once', async () => {
    await create(admin, { name: 'Tỷ lệ đô thị hóa' });
    expect(await answer(create(admin, { name: 'tỷ lệ Đô thị hóa' }))).toBe('indicator.name-taken name');
  });

  test('names the years that ask for it to those who see these years', async () => {
    const { id, versionId } = await givenIndicator(world.db);
    await ask(world.yearA, versionId);
    const yearsFor = async (actor: Actor) =>
      (await as(actor).indicators.byId({ id: id as never })).versions.flatMap(({ years }) =>
        years.map(({ clusterYearId }) => clusterYearId),
      );
    expect(await yearsFor(province)).toEqual([world.yearA]);
    expect(await yearsFor(outsider)).toEqual([]);
  });

  test('leaves what a published year counts by as it is; its words can be corrected', async () => {
    const { versionId, content } = await givenIndicator(world.db);
    await ask(world.yearB, versionId);
    const save = (about: object, seenVersion = 1) =>
      as(admin).indicators.save({ versionId, seenVersion, ...content, continues: null, ...about } as never);
    expect(await answer(save({ unitOfMeasure: 'tỷ đồng' }))).toBe('indicator.fixed-by-years unitOfMeasure');
    expect(await answer(save({ decimals: 1 }))).toBe('indicator.fixed-by-years decimals');
    expect(await answer(save({ definition: 'Gồm cả vốn nước ngoài.' }))).toBe('yes');
    expect(await answer(save({ definition: 'Khác' }))).toBe('indicator.changed-meanwhile');
  });
});

describe('a version', () => {
  test('begins after the years that use the old one, and drafts take it over', async () => {
    const cluster = await givenProvincialCluster(world.db, 'SL');
    const { id, versionId, content } = await givenIndicator(world.db);
    await ask(cluster.yearId, versionId);
    const draft = await as(province).clusters.openYear({
      clusterId: cluster.id,
      year: 2024,
      ...aYearDraft(cluster),
      idempotencyKey: uuidv7() as never,
    });
    const add = (about: object) =>
      as(admin).indicators.addVersion({
        id,
        seenVersion: 1,
        ...content,
        validFrom: '2024-01-01',
        continues: { predecessorId: versionId, num: 1, den: 1_000, note: '' },
        idempotencyKey: uuidv7(),
        ...about,
      } as never);
    const toTy = { unitOfMeasure: 'tỷ đồng', decimals: 1 };
    expect(await answer(add({ ...toTy, validFrom: '2023-01-01' }))).toBe('indicator.version-too-early validFrom');
    expect(await answer(add({ continues: null }))).toBe('indicator.nothing-changed');
    const same = { predecessorId: versionId, num: 1, den: 1, note: '' };
    expect(await answer(add({ ...toTy, continues: same }))).toBe('indicator.factor-missing continues.num');
    expect(await answer(add({ decimals: 2 }))).toBe('indicator.factor-needless continues.num');
    const made = await add(toTy);
    expect(made.movedDraftCount).toBe(1);
    const asked = async (clusterYearId: string) =>
      (await as(province).indicators.ofYear({ clusterYearId: clusterYearId as never })).rows;
    expect(await asked(draft.id)).toMatchObject([
      { unitOfMeasure: 'tỷ đồng', series: { conversion: '1.000 triệu đồng = 1 tỷ đồng', isOther: false } },
    ]);
    expect(await asked(cluster.yearId)).toMatchObject([{ unitOfMeasure: 'triệu đồng', series: null }]);
    const page = await as(admin).indicators.byId({ id });
    expect(page.versions.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2024-01-01', null],
      ['2022-01-01', '2023-12-31'],
    ]);
  });

  test('of another indicator may go on a series once, and never in a circle', async () => {
    const first = await givenIndicator(world.db);
    const continues = { predecessorId: first.versionId, num: 1, den: 1, note: 'Năm trước hỏi cách khác.' };
    const { id, versionId } = await create(admin, { continues });
    expect(await answer(create(admin, { continues }))).toBe('indicator.predecessor-taken continues.predecessorId');
    const back = { predecessorId: versionId, num: 1, den: 1, note: '' };
    const loop = as(admin).indicators.save({
      versionId: first.versionId,
      seenVersion: 1,
      ...first.content,
      continues: back,
    } as never);
    expect(await answer(loop)).toBe('indicator.predecessor-loop continues.predecessorId');
    const { versions, followers } = await as(admin).indicators.byId({ id: first.id });
    expect(versions[0]!.series).toBeNull();
    expect(followers.map((one) => one.id)).toEqual([id]);
  });

  test('that is closed is asked of no later year', async () => {
    const cluster = await givenProvincialCluster(world.db, 'SL');
    const { id, versionId } = await givenIndicator(world.db);
    await ask(cluster.yearId, versionId);
    const close = (validTo: string | null, seenVersion: number) =>
      as(admin).indicators.close({ id, seenVersion, validTo, reason: 'Không còn giao.' });
    expect(await answer(close('2022-12-31', 1))).toBe('indicator.closed-before-use validTo');
    await close('2023-12-31', 1);
    const opened = await as(province).clusters.openYear({
      clusterId: cluster.id,
      year: 2024,
      ...aYearDraft(cluster),
      idempotencyKey: uuidv7() as never,
    });
    expect((await as(province).indicators.ofYear({ clusterYearId: opened.id as never })).rows).toEqual([]);
    expect(await answer(close(null, 2))).toBe('yes');
  });
});

describe('the indicators of a year', () => {
  const set = async (actor: Actor, clusterYearId: string, ...versionIds: string[]) => {
    const { version } = (await as(admin).indicators.ofYear({ clusterYearId: clusterYearId as never })).year;
    return as(actor).indicators.setOfYear({
      clusterYearId: clusterYearId as never,
      seenVersion: version,
      items: versionIds.map((indicatorVersionId) => ({
        indicatorVersionId: indicatorVersionId as never,
        isHeadline: true,
      })),
    });
  };

  test('are chosen by the leading unit, the organiser and the administrator', async () => {
    const { yearId, communes } = await givenProvincialCluster(world.db, 'SL');
    const { versionId } = await givenIndicator(world.db);
    const chair = anActor('Xã trưởng cụm', communes[0], 'specialist');
    const member = anActor('Xã thành viên', communes[1], 'specialist');
    expect(await answer(set(member, yearId, versionId))).toBe('indicator.not-year-keeper');
    for (const actor of [chair, province, admin]) expect(await answer(set(actor, yearId, versionId))).toBe('yes');
    expect(await answer(set(outsider, yearId, versionId))).toBe('cluster-year.not-found');
  });

  test('are in use, of this cluster, each once, and weighed by one of them', async () => {
    const { yearId } = await givenProvincialCluster(world.db, 'SL');
    const closed = await givenIndicator(world.db, { validTo: '2022-12-31' });
    const other = await givenIndicator(world.db, { ownerUnitId: 'QT' });
    const weight = await givenIndicator(world.db, { unitOfMeasure: 'hộ' });
    const about = {
      kind: 'share',
      aggregation: 'weighted-mean',
      weightIndicatorId: weight.id,
      unitOfMeasure: '%',
    } as const;
    const weighted = await givenIndicator(world.db, about);
    expect(await answer(set(admin, yearId, closed.versionId))).toBe('indicator.not-valid-in-year');
    expect(await answer(set(admin, yearId, other.versionId))).toBe('indicator.other-owner');
    expect(await answer(set(admin, yearId, weight.versionId, weight.versionId))).toBe('indicator.twice');
    expect(await answer(set(admin, yearId, weighted.versionId))).toBe('indicator.weight-not-asked');
    expect(await answer(set(admin, yearId, weighted.versionId, weight.versionId))).toBe('yes');
  });

  test('can be added to, and left out until figures depend on them', async () => {
    const cluster = await givenProvincialCluster(world.db, 'SL');
    const { yearId, communes } = cluster;
    const [one, two, three] = [
      await givenIndicator(world.db),
      await givenIndicator(world.db),
      await givenIndicator(world.db),
    ];
    await set(admin, yearId, one.versionId, two.versionId);
    const draft = await givenReport(world.db, { clusterYearId: yearId, unitId: communes[1] }, { [two.versionId]: 5 });
    expect(await answer(set(admin, yearId, one.versionId))).toBe('indicator.has-figures');
    expect(await answer(set(admin, yearId, two.versionId))).toBe('yes');
    await inTransaction(world.db, (tx) =>
      tx
        .updateTable('report')
        .set({ status: 'sent', sentAt: '2024-01-10T03:00:00.000Z' })
        .where('id', '=', draft)
        .execute(),
    );
    expect(await answer(set(admin, yearId))).toBe('indicator.locked-by-report');
    const { lockReasons } = await as(admin).indicators.ofYear({ clusterYearId: yearId });
    expect(lockReasons.map(({ code }) => code)).toEqual(['indicator.all-locked-by-report']);
    expect(await answer(set(admin, yearId, three.versionId, two.versionId))).toBe('yes');
    await givenPledge(world.db, yearId, {});
    expect(await answer(set(admin, yearId, two.versionId))).toBe('indicator.locked-by-pledge');
  });
});

test('last year’s figures are read in this year’s unit of measure, and stay as they were stored', async () => {
  const { id: clusterId, yearId, communes } = await givenProvincialCluster(world.db, 'SL');
  const [chairUnit, unitId] = communes;
  const old = await givenIndicator(world.db, { validTo: '2023-12-31' });
  const asked = await givenIndicator(world.db, {
    validFrom: '2024-01-01',
    unitOfMeasure: 'tỷ đồng',
    decimals: 1,
    predecessorId: old.versionId,
    factorNum: 1,
    factorDen: 1_000,
  });
  const anew = await givenIndicator(world.db, { validFrom: '2024-01-01' });
  const nextId = uuidv7();
  const next = { year: 2024, startsOn: '2024-01-01', endsOn: '2024-12-31', name: 'Năm thi đua 2024' };
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('clusterYear')
      .values({ ...aClusterYear(nextId, clusterId, chairUnit), ...next })
      .execute(),
  );
  await ask(yearId, old.versionId);
  await ask(nextId, asked.versionId, anew.versionId);
  const received = {
    status: 'received',
    sentAt: '2024-01-10T03:00:00.000Z',
    receivedAt: '2024-01-11T03:00:00.000Z',
  } as const;
  await givenReport(world.db, { clusterYearId: yearId, unitId, ...received }, { [old.versionId]: 8_905_250 });
  const report = await givenReport(world.db, { clusterYearId: nextId, unitId });
  const reporter = anActor('Xã thành viên', unitId, 'reporter');
  const { cells } = await as(reporter).reports.byId({ id: report });
  // 8.905.250 triệu is 8.905,25 tỷ: halves go away from zero.
  expect(cells.map(({ prior, priorConversion }) => [prior, priorConversion])).toEqual([
    [89_053, '1.000 triệu đồng = 1 tỷ đồng'],
    [null, null],
  ]);
  const stored = await world.db.reads
    .selectFrom('reportValue')
    .where('indicatorVersionId', '=', old.versionId)
    .select('value')
    .executeTakeFirst();
  expect(stored?.value).toBe(8_905_250);
});
