import { beforeEach, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import type { ReportId } from '#shared/reports/reports.schema.ts';
import { DEMO_ACTORS, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const { chair, sonla, chair2024 } = DEMO_ACTORS;
const specialist = anActor('Chuyên viên Lạng Sơn', DEMO_UNITS['Lạng Sơn'], 'specialist');
const REASON = 'Điện Biên đính chính số trường đạt chuẩn.';

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

const summary = (actor = chair) => as(actor).summary({ clusterYearId, period: 'year-end' });
async function seen(status: 'received' | 'consolidated') {
  const { members } = await summary();
  return members
    .filter((member) => member.status === status)
    .map(({ reportId, version }) => ({ id: reportId as ReportId, seenVersion: version }));
}
const consolidate = async (actor: Actor, reports?: Awaited<ReturnType<typeof seen>>) =>
  as(actor).consolidate({ clusterYearId, period: 'year-end', reports: reports ?? (await seen('received')) });
const undo = async (actor: Actor) =>
  as(actor).undoConsolidation({
    clusterYearId,
    period: 'year-end',
    reports: await seen('consolidated'),
    reason: REASON,
  });
const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

test('the received reports are consolidated in one press; those missing stay, and the matrix says so', async () => {
  expect((await summary()).actions).toMatchObject({ consolidate: [] });
  expect(await consolidate(specialist)).toEqual({ count: 5 });
  const { members, actions, indicators } = await summary();
  expect(members.map(({ name, status }) => [name, status])).toEqual(
    expect.arrayContaining([
      ['Sơn La', 'draft'],
      ['Hà Giang', 'sent'],
      ['Lai Châu', 'consolidated'],
    ]),
  );
  expect(actions.consolidate).toEqual([{ code: 'report.all-consolidated' }]);
  // What is consolidated goes on counting.
  expect(indicators[0]!.total.counted).toBe(6);
  const entries = await db.reads
    .selectFrom('auditEntry')
    .select('id')
    .where('action', '=', 'report.consolidated')
    .execute();
  expect(entries).toHaveLength(5);
});

test('a consolidated report is not asked to be completed, until the approver opens it again with a reason', async () => {
  await consolidate(specialist);
  const [one] = await seen('consolidated');
  const ask = () => as(chair).askSupplement({ ...one!, reason: 'Bổ sung số liệu hai huyện.', dueOn: '2024-03-05' });
  expect(await reasonsOf(ask())).toEqual([{ code: 'report.consolidated' }]);
  expect((await summary(specialist)).actions.undoConsolidation).toEqual([{ code: 'report.not-approver' }]);
  expect(await reasonsOf(undo(specialist))).toEqual([{ code: 'account.lacks-role' }]);

  expect(await undo(chair)).toEqual({ count: 5 });
  expect(await seen('consolidated')).toEqual([]);
  const entries = await db.reads
    .selectFrom('auditEntry')
    .select('reason')
    .where('action', '=', 'report.consolidation-undone')
    .execute();
  expect(entries.map(({ reason }) => reason)).toEqual(Array.from({ length: 5 }, () => REASON));
});

test('what changed since it was seen is not consolidated unseen', async () => {
  const before = await seen('received');
  const inbox = await as(chair).inbox({ clusterYearId, period: 'year-end' });
  const late = inbox.members.find(({ status }) => status === 'sent')!;
  await as(chair).receive({ id: late.reportId as ReportId, seenVersion: 1 });
  expect(await reasonsOf(consolidate(chair, before))).toEqual([{ code: 'report.list-changed-meanwhile' }]);
  expect(await seen('consolidated')).toEqual([]);
  expect(await consolidate(chair)).toEqual({ count: 6 });
});

test('only the unit that leads does it', async () => {
  const reports = await seen('received');
  expect(await reasonsOf(consolidate(sonla, reports))).toEqual([{ code: 'account.lacks-role' }]);
  expect(await reasonsOf(consolidate(chair2024, reports))).toMatchObject([{ code: 'report.not-chair' }]);
});
