import { TRPCError } from '@trpc/server';
import { expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenAccounts } from '#test/server/matrix-world.ts';

const db = await testDb();
const { clock, contextOf } = await givenDemo(db);
await givenAccounts(db, Object.values(DEMO_ACTORS));
const on = (day: string) => {
  clock.demoToday = day;
};
const as = (who: keyof typeof DEMO_ACTORS) => {
  const actor: Actor = { ...DEMO_ACTORS[who], today: vietnamDate(clock.now()) };
  return createCaller({ ...contextOf(actor), actor });
};
const idOf = async (year: number) => (await as('admin').clusters.list()).find((one) => one.year === year)!;
const year2023 = (await idOf(2023)).id as ClusterYearId;
const year2024 = (await idOf(2024)).id as ClusterYearId;
const refusal = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError)) throw new Error('nothing was refused');
  const [reason] = (error.cause as Refusal).reasons;
  return { kind: error.code, ...reason! };
};
const reportOf = async (name: string) => {
  const { members } = await as('admin').reports.inbox({ clusterYearId: year2023, period: 'year-end' });
  return members.find((member) => member.name === name)!.reportId as never;
};

test('before the day: the 2023 chair leads both years, and its page says until when', async () => {
  on('2024-03-14');
  const page = await as('chair').clusters.handOver({ clusterYearId: year2023 });
  expect(page).toMatchObject({
    state: 'leading',
    leader: { unitName: 'Lạng Sơn', until: '2024-03-15' },
    next: { chairName: 'Cao Bằng', deputyChairName: 'Điện Biên' },
    setReasons: [],
  });
  expect(page.checklist).toMatchObject({ memberCount: 7, decisionCount: 1 });
  expect(page.checklist.pledges.map(({ year }) => year)).toEqual([2023, 2024]);
  expect(await as('chair').clusters.handOver({ clusterYearId: year2024 })).toMatchObject({ state: 'ahead' });
  expect((await as('chair').accounts.me()).clusterYears.map(({ leads }) => leads)).toEqual([true, true]);

  const report = await reportOf('Hà Giang');
  const { version } = await as('chair2024').reports.byId({ id: report });
  expect(await refusal(as('chair2024').reports.receive({ id: report, seenVersion: version }))).toMatchObject({
    kind: 'FORBIDDEN',
    code: 'report.not-chair',
    facts: { chair: 'tỉnh Lạng Sơn' },
  });
});

test('who may set the day, and which', async () => {
  on('2024-03-01');
  const set = (who: keyof typeof DEMO_ACTORS, handOverOn: string, seenVersion = 1, clusterYearId = year2023) =>
    as(who).clusters.setHandOver({ clusterYearId, seenVersion, handOverOn, note: 'Tại hội nghị' });
  expect(await refusal(set('chair2024', '2024-03-20'))).toMatchObject({
    kind: 'FORBIDDEN',
    code: 'hand-over.not-approver',
  });
  expect(await refusal(set('leader', '2024-03-20'))).toMatchObject({ kind: 'FORBIDDEN', code: 'account.lacks-role' });
  expect(await refusal(set('chair', '2024-02-29'))).toMatchObject({ code: 'hand-over.past', field: 'handOverOn' });
  expect(await refusal(set('chair', '2025-04-15', 1, year2024))).toMatchObject({ code: 'hand-over.no-next-year' });

  const { version } = await set('chair', '2024-03-20');
  expect(await refusal(set('chair', '2024-03-21'))).toMatchObject({ kind: 'CONFLICT' });
  const { stages } = await as('chair').clusters.workspace({ clusterYearId: year2023 });
  expect(stages.find(({ kind }) => kind === 'hand-over')).toMatchObject({
    opensOn: '2024-03-20',
    closesOn: '2024-03-20',
  });
  await set('chair', '2024-03-15', version);
  const history = await as('chair').audit.ofRecord({ subjectKind: 'cluster-year', subjectId: year2023 });
  expect(history[0]).toMatchObject({
    action: 'cluster-year.hand-over-set',
    changes: [{ field: 'handOverOn', from: '20/03/2024', to: '15/03/2024' }],
  });
});

test('from the day on the rights are those of the next chair; the former one reads and is told', async () => {
  on('2024-03-15');
  const report = await reportOf('Hà Giang');
  const former = await as('chair').reports.byId({ id: report });
  expect(former.actions.receive).toEqual([
    { code: 'cluster.handed-over', facts: { chair: 'tỉnh Cao Bằng', handOverOn: '2024-03-15' } },
  ]);
  expect(former.chair).toMatchObject({ name: 'tỉnh Cao Bằng', standingOffice: 'Sở Nội vụ tỉnh Cao Bằng' });
  const seen = { id: report, seenVersion: former.version };
  expect(await refusal(as('chair').reports.receive(seen))).toMatchObject({
    kind: 'FORBIDDEN',
    code: 'cluster.handed-over',
  });
  await as('chair').reports.inbox({ clusterYearId: year2023, period: 'year-end' });
  await as('chair').reports.summary({ clusterYearId: year2023, period: 'year-end' });
  expect((await as('chair2024').reports.byId({ id: report })).actions.receive).toEqual([]);
  await as('chair2024').reports.receive(seen);

  const { rows } = await as('chair').nominations.list({ clusterYearId: year2023, status: 'submitted' });
  const nomination = await as('chair').nominations.byId({ id: rows[0]!.id as never });
  expect(nomination.actions.check).toMatchObject({
    offered: false,
    reasons: [{ text: 'Đã bàn giao cho Cao Bằng ngày 15/03/2024; từ ngày đó đơn vị của bạn chỉ xem.' }],
  });
  const step = { id: rows[0]!.id as never, seenVersion: nomination.version, note: 'Đủ điều kiện, đã xem trùng lặp.' };
  expect(await refusal(as('chair').nominations.check(step))).toMatchObject({ code: 'cluster.handed-over' });
  await as('chair2024').nominations.check(step);

  const create = () => ({ clusterYearId: year2023, idempotencyKey: uuidv7() as never });
  expect(await refusal(as('chair').decisions.create(create()))).toMatchObject({ code: 'cluster.handed-over' });
  const decision = await as('chair2024').decisions.create(create());
  const made = await as('chair2024').decisions.byId({ id: decision.id as never });
  // The chair of the year before does not sign for the new one.
  expect(made.draft.signatoryName).not.toContain('Hồ Tiến Thiệu');
  // What an office has begun it finishes.
  const [draft] = (await as('chair').decisions.list({ status: 'draft' })).filter(({ id }) => id !== decision.id);
  await as('chair').decisions.submit({ id: draft!.id as never, seenVersion: 1 });

  expect(await as('chair').clusters.handOver({ clusterYearId: year2023 })).toMatchObject({
    state: 'handed-over',
    leader: { unitName: 'Cao Bằng', until: null },
    setReasons: [{ code: 'hand-over.not-approver' }],
  });
  expect((await as('chair2024').accounts.me()).clusterYears.map(({ leads }) => leads)).toEqual([true, true]);
});

test('a day that has passed is fixed, but for the administrator', async () => {
  on('2024-03-16');
  const { clusterYear } = await as('admin').clusters.handOver({ clusterYearId: year2023 });
  const input = { clusterYearId: year2023, seenVersion: clusterYear.version, handOverOn: '2024-03-20', note: '' };
  expect(await refusal(as('chair2024').clusters.setHandOver(input))).toMatchObject({ code: 'hand-over.fixed' });
  await as('admin').clusters.setHandOver(input);
  expect(await as('chair').clusters.handOver({ clusterYearId: year2023 })).toMatchObject({
    state: 'leading',
    leader: { unitName: 'Lạng Sơn' },
  });
});

test('the demo that begins again has its clusters as they came', async () => {
  on('2024-03-01');
  const before = (await as('admin').clusters.catalogue()).rows;
  const added = await as('admin').clusters.create({
    name: 'Khối thi đua thêm vào',
    shortName: 'Khối thêm',
    kind: 'bloc',
    source: '',
    organizerUnitId: null,
    idempotencyKey: uuidv7() as never,
  });
  await as('admin').clusters.addMember({
    clusterId: added.id as never,
    unitId: 'VN63-20' as never,
    validFrom: '2024-01-01',
    position: null,
    idempotencyKey: uuidv7() as never,
  });
  await as('admin').clusters.save({
    id: 'CUM-7BG' as never,
    seenVersion: 1,
    name: 'Cụm đổi tên',
    shortName: 'Đổi',
    kind: 'cluster',
    source: '',
    closedOn: null,
  });
  await as('admin').demo.reset();
  expect((await as('admin').clusters.catalogue()).rows).toEqual(before);
});
