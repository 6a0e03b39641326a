import { TRPCError } from '@trpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import {
  aCommune,
  aYearDraft,
  givenProvincialCluster,
  type ProvincialCluster,
} from '#test/builders/cluster.builder.ts';
import { aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let cluster: ProvincialCluster;
const province = anActor('Chuyên viên Sơn La', 'SL', 'specialist', 'approver');
const admin = anActor('Quản trị hệ thống', null, 'admin');

beforeAll(async () => {
  world = await givenWorld(await testDb());
  cluster = await givenProvincialCluster(world.db, 'SL');
});

const as = (actor: Actor, now?: string) => createCaller(aContext(world.db, actor, now ? { now } : {})).clusters;
const day = (iso: string) => `${iso}T05:00:00.000Z`;
/** The refusal as 'KIND code field', or 'yes'. */
const answer = (call: Promise<unknown>) =>
  call.then(
    () => 'yes',
    (error: unknown) => {
      if (!(error instanceof TRPCError) || !error.cause) throw error;
      const [{ code, field }] = (error.cause as Refusal).reasons as [{ code: string; field?: string }];
      return [error.code, code, field].filter(Boolean).join(' ');
    },
  );
const aCluster = (about: object = {}) => ({
  name: `Khối thi đua ${uuidv7()}`,
  shortName: 'Khối mẫu',
  kind: 'bloc' as const,
  source: 'QĐ 12/QĐ-UBND',
  organizerUnitId: null,
  idempotencyKey: uuidv7() as never,
  ...about,
});

describe('a cluster is made', () => {
  test('by the administrator for the country, by a province for itself', async () => {
    const { id } = await as(admin).create(aCluster());
    expect(await as(admin).byId({ id: id as never })).toMatchObject({
      kind: 'bloc',
      organizerName: null,
      source: 'QĐ 12/QĐ-UBND',
      members: [],
      years: [],
      mayChange: true,
    });
    const own = await as(province).create(aCluster({ organizerUnitId: 'SL' }));
    expect(await as(province).byId({ id: own.id as never })).toMatchObject({
      organizerName: 'Sơn La',
      mayChange: true,
    });
  });

  test('not by a province for the country or for another one', async () => {
    expect(await answer(as(province).create(aCluster()))).toMatch(/^FORBIDDEN cluster.not-organizer-of-province/);
    expect(await answer(as(province).create(aCluster({ organizerUnitId: 'LS' })))).toMatch(/^FORBIDDEN/);
  });

  test('once for a double click, and under a name of its own', async () => {
    const input = aCluster();
    const [one, two] = [await as(admin).create(input), await as(admin).create(input)];
    expect(two).toEqual(one);
    expect(await answer(as(admin).create({ ...input, idempotencyKey: uuidv7() as never }))).toBe(
      'UNPROCESSABLE_CONTENT cluster.name-taken name',
    );
  });

  test('the second of two editors is told who was quicker', async () => {
    const { id } = await as(admin).create(aCluster());
    const edit = { id: id as never, seenVersion: 1, shortName: 'A', kind: 'bloc' as const, source: '', closedOn: null };
    await as(admin).save({ ...edit, name: `Tên mới ${id}` });
    const second = as(admin).save({ ...edit, name: `Tên khác ${id}` });
    expect(await answer(second)).toBe('CONFLICT cluster.changed-meanwhile');
  });
});

test('the list tells members on the day and the chair in charge; others do not see it', async () => {
  const rows = (await as(province).catalogue()).rows;
  expect(rows.find(({ id }) => id === cluster.id)).toMatchObject({
    memberCount: 2,
    year: 2023,
    organizerName: 'Sơn La',
  });
  const outsider = anActor('Tổng hợp Quảng Trị', 'QT', 'reporter');
  expect((await as(outsider).catalogue()).rows.map(({ id }) => id)).toEqual([world.clusterB]);
  expect(await answer(as(outsider).byId({ id: cluster.id }))).toBe('NOT_FOUND cluster.not-found');
});

test('a member reads the page and may change nothing', async () => {
  const member = anActor('Xã', cluster.communes[1], 'specialist');
  expect(await as(member).byId({ id: cluster.id })).toMatchObject({ mayChange: false, mayAttach: false });
  const input = { clusterId: cluster.id, memberId: cluster.memberId as never, validTo: '2024-12-31', reason: '' };
  expect(await answer(as(member).endMember(input))).toBe('FORBIDDEN cluster.not-organizer');
});

test('the unit that organises reads the years of its cluster', async () => {
  const { clusterYear } = await as(province).workspace({ clusterYearId: cluster.yearId });
  expect(clusterYear.id).toBe(cluster.yearId);
});

describe('members', () => {
  const add = (unitId: string, validFrom: string, clusterId = cluster.id, actor: Actor = province) =>
    as(actor).addMember({
      clusterId,
      unitId: unitId as never,
      validFrom,
      position: null,
      idempotencyKey: uuidv7() as never,
    });

  test('join on a day, leave on a day, join again', async () => {
    const unit = cluster.communes[2];
    const { id } = await add(unit, '2024-01-01');
    const members = async () =>
      (await as(province).byId({ id: cluster.id })).members.filter(({ unitId }) => unitId === unit);
    expect(await members()).toMatchObject([{ validFrom: '2024-01-01', validTo: null, isActive: true, position: 3 }]);
    expect(await answer(add(unit, '2024-02-01'))).toBe('UNPROCESSABLE_CONTENT cluster.member-already unitId');
    await as(province).endMember({ clusterId: cluster.id, memberId: id as never, validTo: '2024-02-29', reason: '' });
    expect(await answer(add(unit, '2024-02-29'))).toBe('UNPROCESSABLE_CONTENT cluster.member-twice validFrom');
    await add(unit, '2024-03-01');
    expect((await members()).map(({ isActive }) => isActive)).toEqual([false, true]);
    const correction = { clusterId: cluster.id, memberId: id as never, validTo: '2024-03-01', reason: '' };
    expect(await answer(as(province).endMember(correction))).toBe('UNPROCESSABLE_CONTENT cluster.member-again validTo');
  });

  test('two at the same moment become one', async () => {
    const { id, communes } = await givenProvincialCluster(world.db, 'SL');
    const both = await Promise.all([
      answer(add(communes[2], '2024-01-01', id)),
      answer(add(communes[2], '2024-01-01', id)),
    ]);
    expect(both.toSorted()).toEqual(['UNPROCESSABLE_CONTENT cluster.member-already unitId', 'yes']);
  });

  test('of a province are its own units at any depth; of the country those without a unit above', async () => {
    await inTransaction(world.db, (tx) =>
      tx
        .insertInto('unit')
        .values([
          aCommune('THON-1', 'Thôn Mẫu', cluster.communes[0]),
          { ...aCommune('XA-LS', 'Xã của Lạng Sơn', 'LS'), validFrom: '2020-01-01', validTo: '2024-06-30' },
        ])
        .execute(),
    );
    expect(await answer(add('THON-1', '2024-01-01'))).toBe('yes');
    expect(await answer(add('XA-LS', '2024-01-01'))).toBe('UNPROCESSABLE_CONTENT cluster.unit-out-of-reach unitId');
    expect(await answer(add('THON-1', '2024-01-01', world.clusterA as never, admin))).toBe(
      'UNPROCESSABLE_CONTENT cluster.unit-not-national unitId',
    );
    expect(await answer(add('KHONG-CO', '2024-01-01'))).toBe('UNPROCESSABLE_CONTENT cluster.unit-not-found unitId');
    const found = await as(province).unitsToAdd({ organizerUnitId: 'SL' as never, query: 'thôn mẫu' });
    expect(found.map(({ id }) => id)).toEqual(['THON-1']);
    expect(await as(province).unitsToAdd({ organizerUnitId: 'SL' as never, query: 'lạng sơn' })).toEqual([]);
    expect(await as(admin).unitsToAdd({ organizerUnitId: null, query: '%' })).toEqual([]);
  });

  test('a membership ends with the unit', async () => {
    const own = await as(anActor('LS', 'LS', 'approver')).create(aCluster({ organizerUnitId: 'LS' }));
    const office = anActor('LS', 'LS', 'approver');
    expect(await answer(add('XA-LS', '2024-07-01', own.id as never, office))).toMatch(
      /cluster.member-after-unit validFrom$/,
    );
    expect(await answer(add('XA-LS', '2019-12-31', own.id as never, office))).toMatch(
      /cluster.member-before-unit validFrom$/,
    );
    await add('XA-LS', '2024-01-01', own.id as never, office);
    const { members } = await as(office).byId({ id: own.id as never });
    expect(members).toMatchObject([{ validFrom: '2024-01-01', validTo: '2024-06-30' }]);
  });

  test('the chair of a year stays until it ends', async () => {
    const { id, communes } = await givenProvincialCluster(world.db, 'SL');
    const { members } = await as(province).byId({ id });
    const memberId = members.find(({ unitId }) => unitId === communes[0])!.id as never;
    const end = (validTo: string) => as(province).endMember({ clusterId: id, memberId, validTo, reason: '' });
    expect(await answer(end('2023-12-30'))).toBe('UNPROCESSABLE_CONTENT cluster.member-is-chair validTo');
    expect(await answer(end('2019-12-31'))).toBe('UNPROCESSABLE_CONTENT cluster.member-ends-before validTo');
    expect(await answer(end('2023-12-31'))).toBe('yes');
  });
});

describe('an emulation year', () => {
  test('is opened after the model of the last one and works', async () => {
    const one = await givenProvincialCluster(world.db, 'SL');
    await inTransaction(world.db, async (tx) => {
      const stage = { clusterYearId: one.yearId, name: 'Báo cáo 6 tháng năm 2023', dueNote: 'Nghỉ lễ', position: 1 };
      await tx
        .insertInto('stage')
        .values({ ...stage, id: uuidv7(), kind: 'mid-year-report', opensOn: '2023-06-01', closesOn: '2023-06-30' })
        .execute();
      const movement = { launchedBy: 'Tỉnh', periodFrom: '2021-01-01', document: null, source: null };
      await tx
        .insertInto('movement')
        .values([
          { ...movement, id: `P-${one.yearId}`, name: 'Còn hạn', periodTo: '2025-12-31' },
          { ...movement, id: `Q-${one.yearId}`, name: 'Hết hạn', periodTo: '2023-12-31' },
        ])
        .execute();
      await tx
        .insertInto('clusterYearMovement')
        .values(
          ['P', 'Q'].map((key, position) => ({
            clusterYearId: one.yearId,
            movementId: `${key}-${one.yearId}`,
            position,
          })),
        )
        .execute();
    });
    const form = await as(province).yearForm({ clusterId: one.id, clusterYearId: null });
    expect(form.copied).toEqual({
      year: 2023,
      status: 'published',
      endsOn: '2023-12-31',
      isFinished: true,
      planYear: 2023,
      stageCount: 1,
      indicatorCount: 0,
      movementCount: 1,
      agreed: null,
    });
    expect(form.values).toMatchObject({
      year: 2024,
      name: 'Năm thi đua 2024',
      startsOn: '2024-01-01',
      endsOn: '2024-12-31',
      stages: [{ name: 'Báo cáo 6 tháng năm 2024', opensOn: '2024-06-01', closesOn: '2024-06-30', dueNote: '' }],
    });
    const { id } = await as(province).openYear({
      clusterId: one.id,
      year: 2024,
      ...aYearDraft(one),
      stages: form.values.stages,
      idempotencyKey: uuidv7() as never,
    });
    await as(province).publishYear({ id: id as never, seenVersion: 1 });
    const { matrix, movements, clusterYear } = await as(province).workspace({ clusterYearId: id as never });
    expect(clusterYear).toMatchObject({ year: 2024, chairUnitId: one.communes[1], awardAllotment: '{"collective":1}' });
    expect(movements.map(({ name }) => name)).toEqual(['Còn hạn']);
    expect(matrix.map(({ cells }) => cells[1]!.code)).toEqual(['report.not-sent', 'report.not-sent']);
    // A unit that joins while the year runs gets its report, too.
    await as(province).addMember({
      clusterId: one.id,
      unitId: one.communes[2] as never,
      validFrom: '2024-03-01',
      position: 1,
      idempotencyKey: uuidv7() as never,
    });
    const later = await as(province).workspace({ clusterYearId: id as never });
    expect(later.matrix.map(({ unitId, cells }) => [unitId, cells[1]!.code])[0]).toEqual([
      one.communes[2],
      'report.not-sent',
    ]);
    // A later last day reaches the reports nobody has sent.
    const now = await as(province).yearForm({ clusterId: one.id, clusterYearId: id as never });
    const { year: _, ...values } = now.values;
    await as(province).saveYear({
      id: id as never,
      seenVersion: now.version,
      ...values,
      stages: values.stages.map((stage) => ({ ...stage, closesOn: '2024-07-05' })),
    } as never);
    const moved = await as(province).workspace({ clusterYearId: id as never });
    expect(moved.matrix[0]!.cells[1]!.facts).toMatchObject({ dueOn: '2024-07-05' });
  });

  const open = async (about: object) => {
    const one = await givenProvincialCluster(world.db, 'SL');
    const input = { clusterId: one.id, year: 2024, ...aYearDraft(one), idempotencyKey: uuidv7(), ...about };
    return answer(as(province).openYear(input as never));
  };

  test.each([
    ['a second year of the same number', { year: 2023 }, 'cluster-year.exists year'],
    ['ending before it begins', { endsOn: '2023-12-31' }, 'cluster-year.ends-before-start endsOn'],
    ['chaired by no member', { chairUnitId: 'QT' }, 'cluster-year.chair-not-member chairUnitId'],
    ['with a deputy that is no member', { deputyChairUnitId: 'QT' }, 'cluster-year.chair-not-member deputyChairUnitId'],
  ])('%s is refused', async (_name, about, reason) => {
    expect(await open(about)).toBe(`UNPROCESSABLE_CONTENT ${reason}`);
  });

  test('chair and deputy are two', async () => {
    const one = await givenProvincialCluster(world.db, 'SL');
    const draft = { ...aYearDraft(one), deputyChairUnitId: one.communes[1] as never };
    const call = as(province).openYear({ clusterId: one.id, year: 2024, ...draft, idempotencyKey: uuidv7() as never });
    expect(await answer(call)).toBe('UNPROCESSABLE_CONTENT cluster-year.chair-is-deputy deputyChairUnitId');
  });

  test('two people open it at the same moment: one year, one chair', async () => {
    const one = await givenProvincialCluster(world.db, 'SL');
    const call = () =>
      as(province).openYear({ clusterId: one.id, year: 2024, ...aYearDraft(one), idempotencyKey: uuidv7() as never });
    const both = await Promise.all([answer(call()), answer(call())]);
    expect(both.toSorted()).toEqual(['UNPROCESSABLE_CONTENT cluster-year.exists year', 'yes']);
  });

  test('is edited over the version one has seen', async () => {
    const one = await givenProvincialCluster(world.db, 'SL');
    const { version, values } = await as(province).yearForm({ clusterId: one.id, clusterYearId: one.yearId });
    const { year: _, ...draft } = values;
    const save = (standingOffice: string) =>
      as(province).saveYear({ id: one.yearId, seenVersion: version, ...draft, standingOffice } as never);
    await save('Văn phòng mới');
    expect(await answer(save('Văn phòng khác'))).toBe('CONFLICT cluster-year.changed-meanwhile');
    const [year] = (await as(province).byId({ id: one.id })).years;
    expect(year!.standingOffice).toBe('Văn phòng mới');
  });
});

test('a cluster closes after its last year, and opens no more', async () => {
  const { id, name } = await givenProvincialCluster(world.db, 'SL');
  const fields = { id, seenVersion: 1, name, shortName: 'Cụm', kind: 'cluster' as const, source: '' };
  expect(await answer(as(province).save({ ...fields, closedOn: '2023-12-31' }))).toBe(
    'UNPROCESSABLE_CONTENT cluster.closed-too-early closedOn',
  );
  await as(province, day('2024-01-01')).save({ ...fields, closedOn: '2024-01-01' });
  expect((await as(province).byId({ id })).closedOn).toBe('2024-01-01');
});
