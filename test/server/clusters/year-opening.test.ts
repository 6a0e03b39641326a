import { TRPCError } from '@trpc/server';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { aYearDraft, givenProvincialCluster, type ProvincialCluster } from '#test/builders/cluster.builder.ts';
import { givenConference, givenRecommendation } from '#test/builders/conference.builder.ts';
import { A_MOVEMENT, givenMovement } from '#test/builders/movements.builder.ts';
import { COMPLETE_PERSON, givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenIndicators, givenReport } from '#test/builders/reports.builder.ts';
import { aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let cluster: ProvincialCluster;
let chair: Actor;
let member: Actor;
const province = anActor('Chuyên viên Sơn La', 'SL', 'specialist', 'approver');
const admin = anActor('Quản trị hệ thống', null, 'admin');

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenAwardForm(world.db);
});

beforeEach(async () => {
  cluster = await givenProvincialCluster(world.db, 'SL');
  chair = anActor(`Trưởng cụm ${cluster.communes[0]}`, cluster.communes[0], 'specialist', 'approver', 'reporter');
  member = anActor(`Thành viên ${cluster.communes[1]}`, cluster.communes[1], 'reporter', 'leader');
  for (const actor of [chair, member]) await givenAccount(world.db, actor);
});

const as = (actor: Actor, now?: string) => createCaller(aContext(world.db, actor, now ? { now } : {}));
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

async function openDraft(about: object = {}, by: Actor = province): Promise<never> {
  const { id } = await as(by).clusters.openYear({
    clusterId: cluster.id,
    year: 2024,
    ...aYearDraft(cluster),
    ...about,
    idempotencyKey: uuidv7() as never,
  });
  return id as never;
}

const textsOf = async (actor: Actor) => (await as(actor).notices.list()).rows.map(({ text }) => text);

describe('a draft', () => {
  test('is seen by those who prepare it, and by nobody else', async () => {
    const id = await openDraft();
    const input = { clusterYearId: id };
    expect((await as(province).clusters.yearPlan(input)).year.status).toBe('draft');
    expect((await as(admin).clusters.yearPlan(input)).mayPrepare).toBe(true);
    expect(await as(chair).clusters.yearPlan(input)).toMatchObject({ mayPrepare: true, mayChooseIndicators: true });
    expect(await answer(as(member).clusters.yearPlan(input))).toBe('NOT_FOUND cluster-year.not-found');
    expect(await answer(as(member).clusters.workspace(input))).toBe('NOT_FOUND cluster-year.not-found');
    expect((await as(member).clusters.list()).map((year) => year.id)).not.toContain(id);
    expect((await as(admin).clusters.list()).map((year) => year.id)).not.toContain(id);
    const years = async (actor: Actor) =>
      (await as(actor).clusters.byId({ id: cluster.id })).years.map(({ status }) => status);
    expect(await years(chair)).toEqual(['draft', 'published']);
    const reader = anActor('Lãnh đạo xã', cluster.communes[1], 'leader');
    expect(await years(reader)).toEqual(['published']);
    expect(await textsOf(member)).toEqual([]);
  });

  test('is judged as the year before, until those who prepare it say otherwise; nobody is told of a draft', async () => {
    const rule = { keptFrom: 950, exceededFrom: 1050, source: 'Quy chế của khối, Điều 9', reason: '' };
    const before = { clusterYearId: cluster.yearId as never, seenVersion: 0, ...rule };
    expect((await as(chair).pledges.saveRule(before)).toldCount).toBeGreaterThan(0);
    const id = await openDraft();
    const view = await as(province).pledges.rule({ clusterYearId: id });
    expect(view).toMatchObject({
      mayPrepare: true,
      takesReason: false,
      rule: { keptFrom: 950, exceededFrom: 1050, source: rule.source, version: 1 },
    });
    expect(await answer(as(member).pledges.rule({ clusterYearId: id }))).toBe('NOT_FOUND cluster-year.not-found');
    const changed = { ...rule, keptFrom: 900, clusterYearId: id, seenVersion: 1 };
    expect(await as(province).pledges.saveRule(changed)).toEqual({ version: 2, toldCount: 0 });
    expect((await as(chair).pledges.rule({ clusterYearId: cluster.yearId as never })).rule.keptFrom).toBe(950);
    expect(await answer(as(province).clusters.dropYear({ id, seenVersion: 1 }))).toBe('yes');
  });

  test('leads nothing: who leads stays who led, and nothing is handed over to it', async () => {
    const id = await openDraft();
    const { leader, setReasons } = await as(chair).clusters.handOver({ clusterYearId: cluster.yearId });
    expect(leader.clusterYearId).toBe(cluster.yearId);
    expect(setReasons.map(({ code }) => code)).toEqual(['hand-over.no-next-year']);
    await as(province).clusters.publishYear({ id, seenVersion: 1 });
    expect((await as(chair).clusters.handOver({ clusterYearId: cluster.yearId })).setReasons).toEqual([]);
  });

  test('has its movements chosen by those who prepare it; nothing of it goes to members', async () => {
    const over = await givenMovement(world.db, { name: 'Đã hết', periodTo: '2023-12-31' }, cluster.yearId);
    const running = await givenMovement(world.db, { name: 'Còn tiếp' }, cluster.yearId);
    const { copied } = await as(chair).clusters.yearForm({ clusterId: cluster.id, clusterYearId: null } as never);
    expect(copied?.movementCount).toBe(1);
    const clusterYearId = await openDraft();
    const ofYear = (actor: Actor) => as(actor).movements.ofYear({ clusterYearId });
    expect((await ofYear(chair)).movements.map(({ id }) => id)).toEqual([running]);
    expect((await ofYear(province)).year.status).toBe('draft');
    expect(await answer(ofYear(member))).toBe('NOT_FOUND cluster-year.not-found');

    const draft = { ...A_MOVEMENT, name: 'Của Cụm' };
    const { id } = await as(chair).movements.create({
      clusterYearId,
      level: 'cluster',
      draft,
      idempotencyKey: uuidv7() as never,
    });
    await as(chair).movements.drop({ clusterYearId, id: running });
    expect((await ofYear(chair)).movements.map(({ name }) => name)).toEqual(['Của Cụm']);
    const confirmBy = '2024-06-30';
    expect(await answer(as(chair).movements.send({ clusterYearId, id, confirmBy }))).toBe(
      'UNPROCESSABLE_CONTENT movement.year-draft',
    );
    const review = { clusterYearId, id, kind: 'interim', seenVersion: null };
    const held = { heldOn: '2024-01-05', content: 'Sơ kết.' };
    expect(await answer(as(chair).movements.saveReview({ ...review, draft: held } as never))).toBe(
      'UNPROCESSABLE_CONTENT movement.year-draft',
    );
    expect((await ofYear(chair)).movements[0]?.actions.send.reasons[0]?.code).toBe('movement.year-draft');
    // What happened to it is told to those who prepare it, and to nobody else.
    const told = async (actor: Actor, subjectKind: 'cluster-year' | 'movement', subjectId: string) =>
      (await as(actor).audit.ofRecord({ subjectKind, subjectId })).map(({ action }) => action);
    expect(await told(chair, 'cluster-year', clusterYearId)).toEqual(['cluster-year.opened']);
    expect(await told(chair, 'movement', id)).toEqual(['movement.created']);
    expect(await told(member, 'cluster-year', clusterYearId)).toEqual([]);
    expect(await told(member, 'movement', id)).toEqual([]);
    expect(over).toBeDefined();
    expect(await answer(as(province).clusters.dropYear({ id: clusterYearId, seenVersion: 1 }))).toBe('yes');
  });

  test('can be dropped as long as it is one', async () => {
    const id = await openDraft();
    const drop = (actor: Actor) => answer(as(actor).clusters.dropYear({ id, seenVersion: 1 }));
    expect(await drop(anActor('Chuyên viên xã', cluster.communes[1], 'specialist'))).toBe(
      'FORBIDDEN cluster.not-preparer',
    );
    expect(await drop(province)).toBe('yes');
    expect(await drop(province)).toBe('NOT_FOUND cluster-year.not-found');
    expect(await answer(as(province).clusters.dropYear({ id: cluster.yearId, seenVersion: 1 }))).toBe(
      'UNPROCESSABLE_CONTENT cluster-year.not-draft',
    );
    // Its number is free again.
    expect(await openDraft()).toBeDefined();
  });

  test('of a year that is not over is allowed and says so', async () => {
    const warnings = async (id: never) =>
      (await as(province).clusters.yearPlan({ clusterYearId: id })).warnings.map(({ code }) => code);
    const first = await openDraft({ stages: [] });
    expect(await warnings(first)).toEqual(['cluster-year.no-plan']);
    const stage = { kind: 'launch' as const, name: 'Phát động', dueNote: '' };
    const next = await openDraft({
      year: 2025,
      name: 'Năm 2025',
      startsOn: '2025-01-01',
      endsOn: '2025-12-31',
      // 12/01/2025 is a Sunday.
      stages: [{ ...stage, opensOn: '2025-01-06', closesOn: '2025-01-12' }],
    });
    expect(await warnings(next)).toEqual(['cluster-year.model-draft', 'cluster-year.stage-day-off']);
    await as(province).clusters.publishYear({ id: first, seenVersion: 1 });
    expect(await warnings(next)).toContain('cluster-year.model-unfinished');
  });

  test('of a school year spans two calendar years', async () => {
    const school = { yearKind: 'school', name: 'Năm học 2024 - 2025', startsOn: '2024-09-01', endsOn: '2025-08-31' };
    const wrong = openDraft({ ...school, endsOn: '2024-12-31' });
    expect(await answer(wrong)).toBe('UNPROCESSABLE_CONTENT cluster-year.ends-out-of-kind endsOn');
    const id = await openDraft(school);
    expect((await as(province).clusters.yearPlan({ clusterYearId: id })).year.yearKind).toBe('school');
    const { values } = await as(province).clusters.yearForm({ clusterId: cluster.id, clusterYearId: null });
    expect(values).toMatchObject({ name: 'Năm học 2025 - 2026', yearKind: 'school', startsOn: '2025-09-01' });
  });
});

describe('a published year', () => {
  test('opens the reports of its plan and tells every account of the members', async () => {
    const id = await openDraft();
    const published = await as(province).clusters.publishYear({ id, seenVersion: 1 });
    expect(published).toEqual({ version: 2, toldCount: 2 });
    const { matrix } = await as(member).clusters.workspace({ clusterYearId: id });
    expect(matrix.map(({ cells }) => cells[1]!.code)).toEqual(['report.not-sent', 'report.not-sent']);
    const [row] = (await as(member).notices.list()).rows;
    expect(row).toMatchObject({ isRead: false, link: `/cum/${id}/ke-hoach` });
    expect(row!.text).toMatch(/: đã công bố Năm thi đua 2024, Cụm trưởng Xã Mẫu .*\./);
    expect(await answer(as(province).clusters.publishYear({ id, seenVersion: 2 }))).toBe(
      'UNPROCESSABLE_CONTENT cluster-year.not-draft',
    );
  });

  test('tells the members of every last day that moves, with the old and the new one', async () => {
    const id = await openDraft();
    const save = async (closesOn: string) => {
      const { version, values } = await as(province).clusters.yearForm({ clusterId: cluster.id, clusterYearId: id });
      const { year: _, ...draft } = values;
      const stages = draft.stages.map((stage) => ({ ...stage, closesOn }));
      return as(province).clusters.saveYear({ id, seenVersion: version, ...draft, stages } as never);
    };
    expect((await save('2024-06-28')).toldCount).toBe(0);
    await as(province).clusters.publishYear({ id, seenVersion: 2 });
    expect((await save('2024-07-05')).toldCount).toBe(2);
    expect((await textsOf(member))[0]).toContain('Sơ kết: 28/06/2024 → 05/07/2024');
    expect((await save('2024-07-05')).toldCount).toBe(0);
  });

  test('that is archived can be read, and written only once it is opened again', async () => {
    const archive = { id: cluster.yearId, seenVersion: 1 };
    expect(await answer(as(province, '2023-12-31T05:00:00.000Z').clusters.archiveYear(archive))).toBe(
      'UNPROCESSABLE_CONTENT cluster-year.archive-early',
    );
    const conferenceId = await givenConference(world.db, cluster.yearId);
    const unitId = cluster.communes[1];
    const { taskId } = await givenRecommendation(world.db, { clusterYearId: cluster.yearId, conferenceId, unitId });
    expect(await answer(as(province).clusters.archiveYear(archive))).toBe(
      'UNPROCESSABLE_CONTENT cluster-year.archive-open-tasks',
    );
    await inTransaction(world.db, (tx) =>
      tx
        .updateTable('recommendationTask')
        .set({
          status: 'done',
          outcome: 'Đã làm.',
          reportedAt: '2024-02-01T03:00:00.000Z',
          reportedByName: 'Người báo',
        })
        .where('id', '=', taskId)
        .execute(),
    );
    await as(province).clusters.archiveYear(archive);
    const create = () =>
      as(member).nominations.create({
        clusterYearId: cluster.yearId,
        recipientKind: 'individual',
        idempotencyKey: uuidv7() as never,
      } as never);
    expect(await answer(create())).toBe('UNPROCESSABLE_CONTENT cluster-year.archived');
    const launch = { launchedOn: '2023-02-01', place: 'Xã Mẫu', launchedBy: 'Chủ tịch', contents: ['Thi đua.'] };
    const chairActs = as(chair).movements.saveLaunch({
      clusterYearId: cluster.yearId,
      seenVersion: null,
      draft: launch,
    } as never);
    expect(await answer(chairActs)).toBe('UNPROCESSABLE_CONTENT cluster-year.archived');
    expect((await as(member).clusters.workspace({ clusterYearId: cluster.yearId })).clusterYear.status).toBe(
      'archived',
    );
    await as(province).clusters.restoreYear({ id: cluster.yearId, seenVersion: 2, reason: 'Bổ sung hồ sơ.' });
    expect(await answer(create())).not.toContain('cluster-year.archived');
  });
});

/** Việt Nam is seven hours ahead: the last second of 14/01 there is 16:59:59 UTC. */
const EDGES = {
  beforeOpening: '2024-01-07T16:59:59.000Z',
  opening: '2024-01-07T17:00:00.000Z',
  lastSecond: '2024-01-15T16:59:59.000Z',
  secondAfter: '2024-01-15T17:00:00.000Z',
};

describe('the edges of a stage, to the second of Việt Nam', () => {
  beforeEach(async () => {
    const days = { opensOn: '2024-01-08', closesOn: '2024-01-15', position: 1 };
    await inTransaction(world.db, (tx) =>
      tx
        .insertInto('stage')
        .values(
          (['year-end-report', 'nominations'] as const).map((kind) => ({
            id: uuidv7(),
            clusterYearId: cluster.yearId,
            kind,
            name: kind,
            ...days,
          })),
        )
        .execute(),
    );
  });

  async function aReport(): Promise<never> {
    const [, unitId] = cluster.communes;
    const { budget, poverty, movements } = await givenIndicators(world.db, cluster.yearId);
    const values = { [budget]: 1, [poverty]: 2, [movements]: 3 };
    return (await givenReport(world.db, { clusterYearId: cluster.yearId, unitId }, values)) as never;
  }

  test.each([
    ['beforeOpening', 'UNPROCESSABLE_CONTENT stage.not-open', null],
    ['opening', 'yes', 0],
    ['lastSecond', 'yes', 0],
    ['secondAfter', 'yes', 1],
  ] as const)('a report at %s: %s', async (edge, expected, late) => {
    const id = await aReport();
    const now = EDGES[edge];
    // Whose report it is not is told so at any hour, never that it is early.
    expect(await answer(as(chair, now).reports.send({ id, seenVersion: 1 }))).toBe('FORBIDDEN report.not-own-unit');
    for (const stranger of [province, admin])
      expect(await answer(as(stranger, now).reports.send({ id, seenVersion: 1 }))).toMatch(/^FORBIDDEN/);
    const { actions } = await as(member, now).reports.byId({ id });
    expect(actions.send.map(({ code }) => code)).toEqual(edge === 'beforeOpening' ? ['stage.not-open'] : []);
    expect(await answer(as(member, now).reports.send({ id, seenVersion: 1 }))).toBe(expected);
    if (late !== null) expect((await as(chair, now).reports.byId({ id })).lateDays).toBe(late);
  });

  test.each([
    ['beforeOpening', 'UNPROCESSABLE_CONTENT stage.not-open', null],
    ['opening', 'yes', 0],
    ['lastSecond', 'yes', 0],
    ['secondAfter', 'yes', 1],
  ] as const)('a nomination at %s: %s', async (edge, expected, late) => {
    const now = EDGES[edge];
    const made = await as(member, now).nominations.create({
      clusterYearId: cluster.yearId,
      recipientKind: 'individual',
      idempotencyKey: uuidv7(),
    } as never);
    const id = made.id as never;
    const person = { ...COMPLETE_PERSON, proposalOn: '2024-01-05' };
    await as(member, now).nominations.save({ id, seenVersion: 1, draft: person } as never);
    expect(await answer(as(chair, now).nominations.submit({ id, seenVersion: 2 }))).toMatch(/^(FORBIDDEN|NOT_FOUND)/);
    expect(await answer(as(member, now).nominations.submit({ id, seenVersion: 2 }))).toBe(expected);
    if (late !== null) expect((await as(chair, now).nominations.byId({ id })).daysLate).toBe(late);
  });
});

describe('the unit that leads the cluster', () => {
  test('opens the next year, plans and publishes it; its organiser archives it', async () => {
    const id = await openDraft({}, chair);
    const page = await as(chair).clusters.byId({ id: cluster.id });
    expect(page).toMatchObject({ mayChange: false, mayPrepare: true });
    expect(page.years.map(({ mayEdit }) => mayEdit)).toEqual([true, true]);
    const { actions } = await as(chair).clusters.yearPlan({ clusterYearId: id });
    expect([actions.publish, actions.drop]).toEqual([[], []]);
    expect(await answer(as(chair).clusters.publishYear({ id, seenVersion: 1 }))).toBe('yes');
    expect((await textsOf(member)).join()).toContain('đã công bố');
    expect(await answer(as(chair).clusters.archiveYear({ id, seenVersion: 2 }))).toBe(
      'FORBIDDEN cluster.not-organizer',
    );
  });

  test('moves the days of a published year, and does not decide who leads it', async () => {
    const form = await as(chair).clusters.yearForm({ clusterId: cluster.id, clusterYearId: cluster.yearId });
    expect(form).toMatchObject({ status: 'published', chairIsFixed: true });
    const { year: _, ...draft } = form.values;
    const save = (about: object) =>
      as(chair).clusters.saveYear({ id: cluster.yearId, seenVersion: form.version, ...draft, ...about } as never);
    expect(await answer(save({ chairUnitId: cluster.communes[1] }))).toBe(
      'UNPROCESSABLE_CONTENT cluster-year.chair-by-organizer chairUnitId',
    );
    expect(await answer(save({ standingOffice: 'Phòng Văn hóa - Xã hội' }))).toBe('yes');
  });

  test('prepares nothing once it has handed over, and no other member ever does', async () => {
    const id = await openDraft();
    const form = (actor: Actor, now?: string) =>
      answer(as(actor, now).clusters.yearForm({ clusterId: cluster.id, clusterYearId: null }));
    const deputy = anActor('Chuyên viên xã', cluster.communes[1], 'specialist');
    expect([await form(chair), await form(deputy)]).toEqual(['yes', 'FORBIDDEN cluster.not-preparer']);
    await as(province).clusters.publishYear({ id, seenVersion: 1 });
    await inTransaction(world.db, (tx) =>
      tx.updateTable('clusterYear').set({ handOverOn: '2024-02-01' }).where('id', '=', cluster.yearId).execute(),
    );
    const next = anActor('Chuyên viên Cụm trưởng mới', cluster.communes[1], 'specialist');
    expect([await form(next), await form(chair)]).toEqual(['yes', 'FORBIDDEN cluster.not-preparer']);
    const past = as(next).clusters.openYear({
      clusterId: cluster.id,
      year: 2022,
      ...aYearDraft(cluster),
      idempotencyKey: uuidv7() as never,
    });
    expect(await answer(past)).toBe('UNPROCESSABLE_CONTENT cluster-year.before-leading');
  });
});
