import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { givenReport } from '#test/builders/reports.builder.ts';
import type { WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenPledgeWorld, refused } from '#test/server/pledges/pledge-world.ts';

const db = await testDb();
const { world, indicators, as, aPledge, brokenPledges, reset } = await givenPledgeWorld(db);
beforeEach(reset);

type About = {
  asOf?: string | null;
  seenQuarter?: number;
  value?: number | null;
  note?: string;
  seenVersion?: number;
  quarter?: number;
  unitId?: string;
  now?: string;
};
const save = (who: keyof WorldActors, id: string, about: About = {}) => {
  const { value = 10_000, note = '', seenVersion = 0, quarter = 1, unitId = 'SL', now, asOf, seenQuarter } = about;
  return as(who, now).saveProgress({
    id: id as never,
    unitId: unitId as never,
    quarter,
    ...(asOf !== undefined && { asOf: asOf as never, seenVersion: seenQuarter ?? 0 }),
    items: [{ indicatorVersionId: indicators.budget as never, value, note, seenVersion }],
  });
};
const ledgerOf = async (who: keyof WorldActors = 'reporterLS') =>
  (await as(who).ledger({ clusterYearId: world.yearA })).ledger!;
const budgetOf = async (unitId: string) =>
  (await ledgerOf()).indicators.find(({ id }) => id === indicators.budget)!.cells.find((one) => one.unitId === unitId)!;

test('a member enters its quarters; the whole cluster sees them with their share of the promise', async () => {
  const { id } = await aPledge('published');
  expect(await save('reporterSL', id, { value: 11_000 })).toEqual({ count: 1 });
  const { target, progress } = await budgetOf('SL');
  expect(progress[0]).toMatchObject({
    value: 11_000,
    share: { scaled: Math.round((11_000 * 1000) / target!), decimals: 1 },
    version: 1,
  });
  expect(progress.slice(1).map(({ value }) => value)).toEqual([null, null, null]);
  expect((await ledgerOf('reporterSL')).members.map(({ unitId, isMine }) => [unitId, isMine])).toEqual([
    ['SL', true],
    ['LS', false],
  ]);
  expect(await save('reporterSL', id, { value: 11_000, seenVersion: 1 })).toEqual({ count: 0 });
  const entries = await db.reads
    .selectFrom('auditEntry')
    .where('action', '=', 'pledge.progress-saved')
    .selectAll()
    .execute();
  expect(entries).toHaveLength(1);
});

test('others, an open pledge, a quarter to come and a figure below zero are refused with the reason', async () => {
  const draft = await aPledge('draft');
  expect(await refused(save('reporterSL', draft.id))).toEqual(['progress.not-frozen']);
  await reset();
  const { id } = await aPledge('published');
  expect(await refused(save('reporterLS', id))).toEqual(['pledge.not-own-unit']);
  expect(await refused(save('reporterQT', id))).toEqual(['pledge.not-found']);
  const negative = as('reporterSL').saveProgress({
    id: id as never,
    unitId: 'SL' as never,
    quarter: 1,
    items: [{ indicatorVersionId: indicators.movements as never, value: -1, note: '', seenVersion: 0 }],
  });
  expect(await refused(negative)).toEqual(['progress.negative']);
  expect(await save('reporterSL', id, { value: -1 })).toEqual({ count: 1 });
  const inMay = '2023-05-10T05:00:00.000Z';
  expect(await refused(save('reporterSL', id, { quarter: 3, now: inMay }))).toEqual(['progress.quarter-ahead']);
  expect(await save('reporterSL', id, { quarter: 2, now: inMay })).toEqual({ count: 1 });
});

test('two who enter the same quarter: the second is told both figures, and nothing is overwritten', async () => {
  const { id } = await aPledge('published');
  await save('reporterSL', id, { value: 11_000 });
  expect(await refused(save('reporterSL', id, { value: 12_000 }))).toEqual(['progress.changed-meanwhile']);
  expect((await budgetOf('SL')).progress[0]!.value).toBe(11_000);
});

test('at year end the result says how it was judged and in which report it stands', async () => {
  await aPledge('published');
  const report = await givenReport(
    db,
    {
      clusterYearId: world.yearA,
      unitId: 'SL',
      status: 'received',
      sentAt: '2024-01-10T03:00:00.000Z',
      receivedAt: '2024-01-12T03:00:00.000Z',
    },
    { [indicators.budget]: 900_000 },
  );
  const cell = await budgetOf('SL');
  expect(cell).toMatchObject({ actual: 900_000, outcome: 'exceeded' });
  expect(cell.why).toMatch(/^Vượt: thực hiện 90\.000,0 tỷ đồng > kế hoạch/);
  expect((await ledgerOf()).members[0]!.reportId).toBe(report);
  expect((await budgetOf('LS')).why).toContain('chưa có số');
});

test('what was sent and not taken over counts as in the summary, and says that it may change', async () => {
  await aPledge('published');
  const of = { clusterYearId: world.yearA, unitId: 'SL', sentAt: '2024-01-10T03:00:00.000Z' };
  await givenReport(db, { ...of, status: 'sent' }, { [indicators.budget]: 900_000 });
  const cell = await budgetOf('SL');
  expect([cell.actual, cell.outcome]).toEqual([900_000, 'exceeded']);
  expect(cell.why).toMatch(/Báo cáo chưa được tiếp nhận, kết quả còn có thể đổi\.$/);
  await inTransaction(db, (tx) =>
    tx.updateTable('report').set({ status: 'supplement' }).where('unitId', '=', 'SL').execute(),
  );
  expect((await budgetOf('SL')).actual).toBeNull();
});

test('a member that left keeps what it entered and enters nothing more', async () => {
  const { id } = await aPledge('published');
  await save('reporterSL', id, { value: 11_000 });
  await inTransaction(db, (tx) =>
    tx.updateTable('clusterMember').set({ validTo: '2023-09-30' }).where('unitId', '=', 'SL').execute(),
  );
  expect(await refused(save('reporterSL', id, { value: 12_000, seenVersion: 1 }))).not.toEqual([]);
  expect((await budgetOf('SL')).progress[0]!.value).toBe(11_000);
  expect((await ledgerOf()).members[0]).toMatchObject({ isActive: false, isMine: false });
});

test('a quarter keeps the day its figures are of; of two who change it the second is told', async () => {
  const { id } = await aPledge('published');
  const quarterOf = async () => (await ledgerOf()).members[0]!.quarters[0]!;
  expect(await refused(save('reporterSL', id, { asOf: '2022-12-31' }))).toEqual(['progress.as-of-before']);
  expect(await refused(save('reporterSL', id, { asOf: '2024-03-02' }))).toEqual(['progress.as-of-ahead']);
  const alone = { value: null, asOf: '2023-03-20' };
  expect(await refused(save('reporterSL', id, alone))).toEqual(['progress.as-of-alone']);
  expect((await ledgerOf()).members[0]!.quarters).toEqual([null, null, null, null]);
  await save('reporterSL', id, { asOf: '2023-03-20' });
  expect(await quarterOf()).toMatchObject({ asOf: '2023-03-20', version: 1, files: [] });
  // Figures alone leave the day as it is; the day alone leaves the figures.
  await save('reporterSL', id, { value: 12_000, seenVersion: 1 });
  expect(await quarterOf()).toMatchObject({ asOf: '2023-03-20', version: 2 });
  const stale = save('reporterSL', id, { value: 12_000, seenVersion: 2, asOf: '2023-03-31', seenQuarter: 1 });
  expect(await refused(stale)).toEqual(['progress.as-of-changed']);
  await save('reporterSL', id, { value: 12_000, seenVersion: 2, asOf: '2023-03-31', seenQuarter: 2 });
  expect(await quarterOf()).toMatchObject({ asOf: '2023-03-31', version: 3 });
  expect((await budgetOf('SL')).progress[0]!.version).toBe(2);
  const changes = await db.reads.selectFrom('auditChange').selectAll().where('newValue', '=', '31/03/2023').execute();
  expect(changes).toMatchObject([{ field: 'Sơn La - Quý I - Tính đến ngày', oldValue: '20/03/2023' }]);
  expect(await brokenPledges()).toEqual([]);
});
