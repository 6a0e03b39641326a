import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const { sonla } = DEMO_ACTORS;
const office = anActor('Chuyên viên Lạng Sơn', DEMO_UNITS['Lạng Sơn'], 'specialist');
const period = 'year-end' as const;

let db: Db;
let clusterYearId: ClusterYearId;
let as: (actor: Actor) => ReturnType<typeof createCaller>['reports'];

beforeEach(async () => {
  db = await testDb();
  const { contextOf } = await givenDemo(db);
  as = (actor) => createCaller(contextOf(actor)).reports;
  const year = await db.reads.selectFrom('clusterYear').select('id').where('year', '=', 2023).executeTakeFirstOrThrow();
  clusterYearId = year.id as ClusterYearId;
});

const summary = () => as(office).summary({ clusterYearId, period });
const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

test('the office keeps its wording with every earlier one; the second of two editors is told, a member may only read', async () => {
  const indicator = (await summary()).indicators[0]!;
  const note = { clusterYearId, period, indicatorVersionId: indicator.id as never, kind: 'paper' as const };
  await as(office).saveSummaryNote({ ...note, content: 'trên 29.000 tỷ đồng', seenVersion: 0 });
  await as(office).saveSummaryNote({ ...note, content: 'gần 30.000 tỷ đồng', seenVersion: 1 });
  // The same once more is no new version.
  expect(await as(office).saveSummaryNote({ ...note, content: 'gần 30.000 tỷ đồng', seenVersion: 2 })).toEqual({
    version: 2,
  });
  const late = await reasonsOf(as(office).saveSummaryNote({ ...note, content: 'khác', seenVersion: 1 }));
  expect(late).toMatchObject([{ code: 'report.summary-note-changed-meanwhile', facts: { who: office.name } }]);
  expect((await summary()).indicators[0]!.paperNote).toMatchObject({
    content: 'gần 30.000 tỷ đồng',
    figure: indicator.total.value,
    earlier: [{ content: 'trên 29.000 tỷ đồng', version: 1 }],
  });
  expect(await reasonsOf(as(sonla).saveSummaryNote({ ...note, content: 'x', seenVersion: 2 }))).not.toBe(
    'nothing was refused',
  );
  expect((await as(sonla).summary({ clusterYearId, period })).mayKeepWords).toBe(false);
});

test('a stock is paired with its flow and the difference asks for a word; what is no such pair is refused', async () => {
  const { indicators } = await summary();
  const { id: of } = indicators[0]!;
  const alike = indicators.find(({ id, unitOfMeasure }) => id !== of && unitOfMeasure === indicators[0]!.unitOfMeasure);
  const [stock, flow] = [indicators[0]!, alike ?? indicators[1]!];
  const pair = { clusterYearId, stockVersionId: stock.id as never, flowVersionId: flow.id as never };
  await kindOf(stock.id, 'flow', flow.unitOfMeasure);
  await kindOf(flow.id, 'flow', flow.unitOfMeasure);
  expect(await reasonsOf(as(office).setStockFlow({ ...pair, seenFlowVersionId: null }))).toMatchObject([
    { code: 'report.stock-flow-kinds' },
  ]);
  await kindOf(stock.id, 'stock', 'hộ');
  expect(await reasonsOf(as(office).setStockFlow({ ...pair, seenFlowVersionId: null }))).toMatchObject([
    { code: 'report.stock-flow-units', facts: { stockUnit: 'hộ' } },
  ]);
  await kindOf(stock.id, 'stock', flow.unitOfMeasure);
  await as(office).setStockFlow({ ...pair, seenFlowVersionId: null });
  expect(
    await reasonsOf(as(office).setStockFlow({ ...pair, flowVersionId: null, seenFlowVersionId: null })),
  ).toMatchObject([{ code: 'report.stock-flow-changed-meanwhile' }]);
  const check = (await summary()).indicators.find(({ id }) => id === stock.id)!.stockFlow!;
  expect(check).toMatchObject({ flowId: flow.id, members: 7 });
  for (const { change, flow: of, difference } of check.lines)
    expect(difference).toBe(change === null || of === null ? null : change - of);
  const note = { clusterYearId, period, indicatorVersionId: stock.id as never, kind: 'stock-flow' as const };
  await as(office).saveSummaryNote({ ...note, content: 'Thay đổi phạm vi thống kê.', seenVersion: 0 });
  const after = (await summary()).indicators.find(({ id }) => id === stock.id)!;
  expect(after.stockFlow?.note).toMatchObject({ content: 'Thay đổi phạm vi thống kê.', figure: check.difference });
  expect(after.paperNote).toBeNull();
});

const kindOf = (id: string, kind: 'stock' | 'flow', unitOfMeasure: string) =>
  inTransaction(db, (tx) =>
    tx.updateTable('indicatorVersion').set({ kind, unitOfMeasure }).where('id', '=', id).execute(),
  );

test('a series ends with the reports of the year and begins with what they stated of the year before', async () => {
  const { indicators } = await summary();
  const shown = indicators[0]!;
  const { years } = await as(sonla).series({ clusterYearId, period, indicatorVersionId: shown.id as never });
  expect(years.map(({ year }) => year)).toEqual([2022, 2023]);
  const [before, now] = years;
  expect(now!.total).toEqual(shown.total);
  const missing = shown.members.filter(({ value }) => value === null).map(({ unitId }) => unitId);
  expect(now!.members.filter(({ value }) => value === null).map(({ unitId }) => unitId)).toEqual(missing);
  expect(before!.clusterYearId).toBeNull();
  for (const { unitId, value, source, reportId } of before!.members) {
    expect(value).toBe(shown.members.find((line) => line.unitId === unitId)!.prior);
    expect([source, reportId]).toEqual([value === null ? null : 'prior', null]);
  }
});
