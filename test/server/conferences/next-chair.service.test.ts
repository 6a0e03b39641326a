import { TRPCError } from '@trpc/server';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { NextChair } from '#shared/conferences/next-chair.schema.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { aYearDraft, givenProvincialCluster, type ProvincialCluster } from '#test/builders/cluster.builder.ts';
import { givenConference } from '#test/builders/conference.builder.ts';
import { aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let cluster: ProvincialCluster;
let chair: Actor;
let id: string;

beforeAll(async () => {
  world = await givenWorld(await testDb());
});
beforeEach(async () => {
  cluster = await givenProvincialCluster(world.db, 'SL');
  chair = anActor('Chuyên viên Cụm trưởng', cluster.communes[0], 'specialist');
  id = await givenConference(world.db, cluster.yearId, { minutes: 'BIÊN BẢN' });
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor));
const answer = (call: Promise<unknown>) =>
  call.then(
    () => 'yes',
    (error: unknown) => {
      if (!(error instanceof TRPCError) || !error.cause) throw error;
      const [{ code, field }] = (error.cause as Refusal).reasons as [{ code: string; field?: string }];
      return [error.code, code, field].filter(Boolean).join(' ');
    },
  );
const result = (about: Partial<NextChair> = {}): NextChair => ({
  chairUnitId: cluster.communes[1] as never,
  deputyUnitId: null,
  method: 'vote',
  presentVotes: 3,
  agreedVotes: 2,
  note: '',
  ...about,
});
const save = (actor: Actor, seenVersion: number, about: object = {}) =>
  answer(as(actor).conferences.saveNextChair({ id: id as never, seenVersion, result: result(), reason: '', ...about }));
const shown = async (actor: Actor) =>
  (await as(actor).conferences.ofYear({ clusterYearId: cluster.yearId })).conference!;

test('what the conference decided is shown to every member and fills in the next year', async () => {
  expect(await save(chair, 1)).toBe('yes');
  const member = anActor('Cán bộ xã', cluster.communes[1], 'reporter');
  expect((await shown(member)).nextChair).toMatchObject({ chairUnitId: cluster.communes[1], agreedVotes: 2 });
  const form = await as(chair).clusters.yearForm({ clusterId: cluster.id, clusterYearId: null });
  expect(form.values.chairUnitId).toBe(cluster.communes[1]);
  expect(form.copied?.agreed?.text).toContain('biểu quyết 2/3 phiếu đồng ý');
  const history = await as(chair).audit.ofRecord({ subjectKind: 'conference', subjectId: id });
  expect(history[0]!.changes[0]).toMatchObject({ field: 'nextChair', from: null });
});

test('a draft that names another chair is pointed at; once it is published the result names its chair', async () => {
  expect(await save(chair, 1)).toBe('yes');
  const draft = { ...aYearDraft(cluster), chairUnitId: cluster.communes[0] as never, deputyChairUnitId: null };
  const year = await as(chair).clusters.openYear({
    clusterId: cluster.id,
    year: 2024,
    ...draft,
    idempotencyKey: uuidv7() as never,
  });
  const plan = await as(chair).clusters.yearPlan({ clusterYearId: year.id as never });
  expect(plan.warnings.map(({ code }) => code)).toContain('cluster-year.chair-not-agreed');
  expect(await save(chair, 2, { result: result({ method: 'consensus' }) })).toBe('yes');
  await as(chair).clusters.publishYear({ id: year.id as never, seenVersion: 1 });
  expect(await save(chair, 3)).toBe('UNPROCESSABLE_CONTENT next-chair.year-published chairUnitId');
  expect(await save(chair, 3, { result: result({ chairUnitId: cluster.communes[0] as never }) })).toBe('yes');
});

test('is written by the leading unit alone; after the minutes are closed by its approver with a reason', async () => {
  expect(await save(anActor('Chuyên viên xã', cluster.communes[1], 'specialist'), 1)).toBe(
    'FORBIDDEN conference.not-chair',
  );
  await inTransaction(world.db, (tx) =>
    tx
      .updateTable('conference')
      .set({ status: 'held', closedAt: '2024-02-21T03:00:00.000Z' })
      .where('id', '=', id)
      .execute(),
  );
  expect(await save(chair, 1, { reason: 'Ghi nhầm tên đơn vị' })).toBe('FORBIDDEN conference.not-approver');
  const approver = anActor('Trưởng phòng', cluster.communes[0], 'approver');
  expect(await save(approver, 1)).toBe('UNPROCESSABLE_CONTENT next-chair.reason-needed reason');
  expect(await save(approver, 1, { reason: 'Ghi nhầm tên đơn vị' })).toBe('yes');
  expect(await save(approver, 1, { reason: 'Ghi nhầm tên đơn vị' })).toBe('CONFLICT conference.changed-meanwhile');
});
