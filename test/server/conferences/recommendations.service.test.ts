import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ConferenceId } from '#shared/conferences/conferences.schema.ts';
import { fill } from '#shared/core/wording.ts';
import { TASK_WORDS } from '#shared/dashboard/dashboard.rules.ts';
import { aRecommendation, givenConference } from '#test/builders/conference.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

/** Made on 20/02/2024, due on 31/07/2024. */
const MADE = '2024-02-20T03:00:00.000Z';
const LATE = '2024-08-01T03:00:00.000Z';
let world: World;
let conferenceId: ConferenceId;

beforeEach(async () => {
  world = await givenWorld(await testDb());
  conferenceId = (await givenConference(world.db, world.yearA)) as ConferenceId;
});

const at = (actor: Actor, now = MADE) => createCaller(aContext(world.db, actor, { now }));
const as = (actor: Actor, now = MADE) => at(actor, now).recommendations;
const rowsOf = async (actor: Actor, now = MADE) => (await as(actor, now).ofYear({ clusterYearId: world.yearA })).rows;
const both = () => [world.units.SL, world.units.LS];
const created = (draft = aRecommendation(both())) =>
  as(world.actors.specialistLS).create({ conferenceId, draft, idempotencyKey: randomUUID() });
const taskOf = async (unitId: string) =>
  (await rowsOf(world.actors.reporterSL))[0]!.tasks.find((one) => one.unitId === unitId)!;
const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

test('a unit that has brought documents keeps its task: they would belong to nothing', async () => {
  const { id } = await created();
  const { id: taskId } = await taskOf(world.units.SL);
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('file')
      .values({
        id: randomUUID(),
        sha256: '0'.repeat(64),
        sizeBytes: 1,
        mediaType: 'application/pdf',
        name: 'Kế hoạch.pdf',
        subjectKind: 'recommendation-task',
        subjectId: taskId,
        unitId: world.units.SL,
        createdBy: 'somebody',
        createdAt: MADE,
        removedAt: null,
      })
      .execute(),
  );
  const save = as(world.actors.specialistLS).save({ id, seenVersion: 1, draft: aRecommendation([world.units.LS]) });
  expect(await reasonsOf(save)).toMatchObject([
    { code: 'recommendation.lead-has-documents', field: 'leadUnitIds', facts: { units: 'Sơn La' } },
  ]);
});

describe('writing down', () => {
  test('each lead unit gets a task of its own, in the order of the cluster', async () => {
    await created();
    const [row] = await rowsOf(world.actors.reporterSL);
    expect(row).toMatchObject({ number: 1, doneCount: 0 });
    expect(row!.tasks[0]!.report.allowed).toBe(true);
    expect(row!.tasks.map(({ unitName, status, isMine }) => ({ unitName, status, isMine }))).toEqual([
      { unitName: 'Sơn La', status: 'open', isMine: true },
      { unitName: 'Lạng Sơn', status: 'open', isMine: false },
    ]);
  });

  test('is refused with every ground: no lead, due before it was made, made before the conference', async () => {
    const draft = aRecommendation([], { madeOn: '2024-02-19', dueOn: '2024-02-18' });
    expect(await reasonsOf(created(draft))).toMatchObject([
      { code: 'recommendation.before-conference', facts: { madeOn: '2024-02-19', heldOn: '2024-02-20' } },
      { code: 'recommendation.no-lead' },
      { code: 'recommendation.due-before-made', facts: { dueOn: '2024-02-18', madeOn: '2024-02-19' } },
    ]);
    expect(await rowsOf(world.actors.reporterSL)).toEqual([]);
  });

  test('a number is given once, a unit of another cluster leads nothing here', async () => {
    await created();
    expect(await reasonsOf(created())).toMatchObject([
      { code: 'recommendation.number-taken', field: 'number', facts: { number: 1, next: 2 } },
    ]);
    expect(await reasonsOf(created(aRecommendation([world.units.QT], { number: 2 })))).toMatchObject([
      { code: 'recommendation.lead-not-member' },
    ]);
  });

  test('the conference does not move behind its recommendations', async () => {
    await created();
    const head = { title: 'Hội nghị', heldOn: '2024-02-25', place: '', chairedBy: '', secretary: '' };
    const moved = at(world.actors.specialistLS).conferences.save({ id: conferenceId, seenVersion: 1, head });
    expect(await reasonsOf(moved)).toMatchObject([
      { code: 'conference.after-recommendations', facts: { numbers: '1', madeOn: '2024-02-20' } },
    ]);
  });
});

describe('a task', () => {
  const DONE = { status: 'done' as const, outcome: 'Nhân rộng một mô hình.' };

  test('is reported by its unit, with an outcome when done; all members read it', async () => {
    await created();
    const { id } = await taskOf(world.units.SL);
    const mine = as(world.actors.reporterSL);
    expect(await reasonsOf(mine.reportTask({ id, seenVersion: 1, status: 'done', outcome: '' }))).toMatchObject([
      { code: 'recommendation.no-outcome', field: 'outcome' },
    ]);
    const { version } = await mine.reportTask({ id, seenVersion: 1, status: 'doing', outcome: '' });
    await mine.reportTask({ id, seenVersion: version, ...DONE });
    const [row] = await rowsOf(world.actors.reporterLS);
    expect(row!.doneCount).toBe(1);
    expect(row!.tasks[0]).toMatchObject({ ...DONE, reportedByName: 'Tổng hợp Sơn La', isMine: false });
    const history = await at(world.actors.reporterLS).audit.ofRecord({
      subjectKind: 'recommendation-task',
      subjectId: id,
    });
    expect(history[0]!.changes).toEqual([
      { field: 'status', from: 'Đang thực hiện', to: 'Đã hoàn thành' },
      { field: 'outcome', from: null, to: 'Nhân rộng một mô hình.' },
    ]);
  });

  test('is not reported before the recommendation was made', async () => {
    await created(aRecommendation(both(), { madeOn: '2024-02-25' }));
    const { id } = await taskOf(world.units.SL);
    expect((await taskOf(world.units.SL)).report.allowed).toBe(false);
    expect(await reasonsOf(as(world.actors.reporterSL).reportTask({ id, seenVersion: 1, ...DONE }))).toMatchObject([
      { code: 'recommendation.not-made-yet', facts: { madeOn: '2024-02-25', todayOn: '2024-02-20' } },
    ]);
  });

  test('is nobody else’s to report, and of no cluster but its own', async () => {
    await created();
    const { id } = await taskOf(world.units.LS);
    expect(await reasonsOf(as(world.actors.reporterSL).reportTask({ id, seenVersion: 1, ...DONE }))).toEqual([
      { code: 'recommendation-task.not-own' },
    ]);
    await expect(as(world.actors.reporterQT).reportTask({ id, seenVersion: 1, ...DONE })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('that was reported stays: neither the unit nor the recommendation is taken away', async () => {
    const { id } = await created();
    const task = await taskOf(world.units.SL);
    await as(world.actors.reporterSL).reportTask({ id: task.id, seenVersion: 1, ...DONE });
    const chair = as(world.actors.specialistLS);
    const without = aRecommendation([world.units.LS]);
    expect(await reasonsOf(chair.save({ id, seenVersion: 1, draft: without }))).toMatchObject([
      { code: 'recommendation.lead-has-reported', facts: { units: 'Sơn La' } },
    ]);
    expect(await reasonsOf(chair.remove({ id, seenVersion: 1, reason: 'Ghi nhầm ý kiến.' }))).toMatchObject([
      { code: 'recommendation.has-results' },
    ]);
    const later = aRecommendation(both(), { madeOn: '2024-02-21' });
    expect(await reasonsOf(chair.save({ id, seenVersion: 1, draft: later }))).toMatchObject([
      { code: 'recommendation.made-after-report' },
    ]);
  });

  test('goes with its unit when nothing was reported, and comes with a new one', async () => {
    const { id } = await created(aRecommendation([world.units.SL]));
    await as(world.actors.specialistLS).save({ id, seenVersion: 1, draft: aRecommendation([world.units.LS]) });
    expect((await rowsOf(world.actors.reporterSL))[0]!.tasks.map(({ unitName }) => unitName)).toEqual(['Lạng Sơn']);
    const [saved] = await at(world.actors.reporterSL).audit.ofRecord({ subjectKind: 'recommendation', subjectId: id });
    expect(saved!.changes).toEqual([{ field: 'leadUnits', from: 'Sơn La', to: 'Lạng Sơn' }]);
  });

  test('the second of two editors of the outcome meets a conflict', async () => {
    await created();
    const { id } = await taskOf(world.units.SL);
    await as(world.actors.reporterSL).reportTask({ id, seenVersion: 1, ...DONE });
    const late = as(world.actors.reporterSL).reportTask({ id, seenVersion: 1, status: 'doing', outcome: 'Đang làm' });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await reasonsOf(late)).toMatchObject([
      {
        code: 'recommendation-task.changed-meanwhile',
        facts: { who: 'Tổng hợp Sơn La', what: 'Tình trạng, Kết quả thực hiện' },
      },
    ]);
  });
});

describe('the first page', () => {
  const tasksOf = async (actor: Actor, now = MADE) =>
    (await at(actor, now).dashboard.overview()).tasks.map(({ code, facts, dueOn, tone }) => ({
      text: fill(TASK_WORDS[code]!.vi, facts),
      dueOn,
      tone,
    }));

  test('shows each lead unit its task with the due day, from the day it was made', async () => {
    await created(aRecommendation(both(), { madeOn: '2024-02-21' }));
    expect(await tasksOf(world.actors.reporterSL)).toEqual([]);
    expect(await tasksOf(world.actors.reporterSL, '2024-02-21T03:00:00.000Z')).toEqual([
      {
        text: 'Thực hiện ý kiến chỉ đạo, đề nghị số 1: Đẩy mạnh các phong trào thi đua thiết thực',
        dueOn: '2024-07-31',
        tone: 'info',
      },
    ]);
  });

  test('shows the chair who is late, and nobody who is done', async () => {
    await created();
    const task = await taskOf(world.units.SL);
    await as(world.actors.reporterSL).reportTask({ id: task.id, seenVersion: 1, status: 'done', outcome: 'Xong.' });
    expect(await tasksOf(world.actors.reporterSL, LATE)).toEqual([]);
    expect(await tasksOf(world.actors.specialistLS, LATE)).toEqual([
      { text: 'Đôn đốc ý kiến chỉ đạo, đề nghị số 1: 1 đơn vị quá hạn', dueOn: '2024-07-31', tone: 'bad' },
    ]);
    const [row] = await rowsOf(world.actors.specialistLS, LATE);
    expect(row!.tasks.map(({ isLate }) => isLate)).toEqual([false, true]);
  });

  test('forgets what was removed', async () => {
    const { id } = await created();
    await as(world.actors.specialistLS).remove({ id, seenVersion: 1, reason: 'Ghi trùng ý kiến khác.' });
    expect(await rowsOf(world.actors.reporterSL)).toEqual([]);
    expect(await tasksOf(world.actors.specialistLS, LATE)).toEqual([]);
  });
});
