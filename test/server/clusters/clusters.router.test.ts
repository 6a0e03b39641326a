import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { CELL_WORDS } from '#shared/clusters/clusters.labels.ts';
import { type ClusterYearId, MILESTONE_LABELS } from '#shared/clusters/clusters.schema.ts';
import { fill } from '#shared/core/wording.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { contextOf } = await givenDemo(db);
const as = (who: keyof typeof DEMO_ACTORS) => createCaller(contextOf(DEMO_ACTORS[who])).clusters;
const idOf = async (year: number) => (await as('admin').list()).find((one) => one.year === year)?.id as ClusterYearId;
const year2023 = await idOf(2023);
const year2024 = await idOf(2024);

test('the demo year: its cluster, chair, stages and movements', async () => {
  const workspace = await as('chair').workspace({ clusterYearId: year2023 });
  expect(workspace.clusterYear).toMatchObject({
    clusterName: 'Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc',
    year: 2023,
    chairName: 'Lạng Sơn',
    chairPerson: 'Chủ tịch UBND tỉnh Hồ Tiến Thiệu',
    deputyChairName: null,
    standingOffice: 'Sở Nội vụ tỉnh Lạng Sơn',
  });
  expect(workspace.today).toBe('2024-03-01');
  expect(workspace.myRelation).toBe('chair');
  expect(workspace.movements.map(({ id }) => id)).toContain('NTM-2021');
  const states = workspace.stages.map(({ kind, state }) => `${kind} ${state}`);
  expect(states).toContain('year-end-report done');
  expect(states).toContain('conference ahead');
  const opening = workspace.stages.map(({ opensOn }) => opensOn);
  expect(opening).toEqual(opening.toSorted());
});

test('the matrix says what each of the seven has done', async () => {
  const { matrix } = await as('chair').workspace({ clusterYearId: year2023 });
  const rows = matrix.map(({ name, cells }) => [
    name,
    ...cells.map(({ code, facts }) => fill(CELL_WORDS[code]!.vi, facts)),
  ]);
  expect(matrix[0]!.cells.map(({ milestone }) => milestone)).toEqual(Object.keys(MILESTONE_LABELS));
  expect(rows).toEqual([
    ['Sơn La', 'Đã ký kết', 'Đã tiếp nhận', 'Quá hạn 46 ngày', 'Đã gửi 1/2, quá hạn 39 ngày'],
    ['Lai Châu', 'Đã ký kết', 'Đã tiếp nhận', 'Đã tiếp nhận', 'Đã thẩm định 2/2'],
    ['Điện Biên', 'Đã ký kết', 'Đã tiếp nhận', 'Đã tiếp nhận', 'Đã thẩm định 2/2'],
    ['Lào Cai', 'Đã ký kết', 'Đã tiếp nhận', 'Đã tiếp nhận', 'Đã thẩm định 2/2'],
    ['Hà Giang', 'Đã ký kết', 'Đã tiếp nhận', 'Đã gửi', expect.stringMatching(/^Đã gửi 2\/2$/)],
    ['Cao Bằng', 'Đã ký kết', 'Đã tiếp nhận', 'Đã tiếp nhận, trễ 1 ngày', 'Đã thẩm định 2/2'],
    ['Lạng Sơn', 'Đã ký kết', 'Đã tiếp nhận', 'Đã tiếp nhận', 'Đã thẩm định 2/2'],
  ]);
});

test('the year ahead has a chair, a deputy and a pledge that lacks one signature', async () => {
  const { clusterYear, matrix, stages, myRelation } = await as('chair2024').workspace({ clusterYearId: year2024 });
  expect([clusterYear.chairName, clusterYear.deputyChairName, myRelation]).toEqual(['Cao Bằng', 'Điện Biên', 'chair']);
  expect(stages).toEqual([]);
  const pledges = Object.fromEntries(matrix.map(({ name, cells }) => [name, cells[0]!.code]));
  expect(pledges).toMatchObject({ 'Cao Bằng': 'pledge.unsigned', 'Lạng Sơn': 'pledge.signed' });
  expect(matrix[0]!.cells[2]!.code).toBe('report.not-asked');
});

test.each([
  ['sonla', 'member'],
  ['chair2024', 'member'],
  ['auditor', null],
] as const)('%s stands to the year as %s', async (who, relation) => {
  expect((await as(who).workspace({ clusterYearId: year2023 })).myRelation).toBe(relation);
});

test('a cluster-year of others does not exist for an outsider', async () => {
  const outsider = createCaller(contextOf(anActor('Tổng hợp Quảng Trị', 'VN63-25', 'reporter'))).clusters;
  await expect(outsider.workspace({ clusterYearId: year2023 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await outsider.list()).toEqual([]);
});

test('of a member that left during the year nothing is awaited any more; what it did stays', async () => {
  const ends = (validTo: string | null) =>
    inTransaction(db, (tx) =>
      tx.updateTable('clusterMember').set({ validTo }).where('unitId', '=', DEMO_UNITS['Sơn La']).execute(),
    );
  await ends('2024-02-15');
  const { matrix } = await as('chair').workspace({ clusterYearId: year2023 });
  const left = matrix.find(({ unitId }) => unitId === DEMO_UNITS['Sơn La'])!;
  expect(left.leftOn).toBe('2024-02-15');
  expect(left.cells.map(({ code }) => code)).toEqual([
    'pledge.signed',
    'report.received',
    'member.left',
    'member.left',
  ]);
  await ends(null);
});

test('members are those of the year: a unit that left before it is not in its matrix', async () => {
  const reads = db.reads;
  const { clusterId } = await reads
    .selectFrom('clusterYear')
    .where('id', '=', year2023)
    .select('clusterId')
    .executeTakeFirstOrThrow();
  await inTransaction(db, async (tx) => {
    const past = { id: 'left', clusterId, unitId: 'VN63-25', position: 99, validFrom: null, validTo: '2022-12-31' };
    const later = { ...past, id: 'later', validFrom: '2024-03-16', validTo: null };
    await tx.insertInto('clusterMember').values([past, later]).execute();
  });
  expect((await as('chair').workspace({ clusterYearId: year2023 })).matrix).toHaveLength(7);
  expect((await as('chair').workspace({ clusterYearId: year2024 })).matrix).toHaveLength(8);
});
