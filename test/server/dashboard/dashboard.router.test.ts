import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { fill } from '#shared/core/wording.ts';
import { DUE_WORDS, dueOf, TASK_WORDS } from '#shared/dashboard/dashboard.rules.ts';
import { DEMO_ACTORS, DEMO_START, DEMO_UNITS, givenDemo } from '#test/builders/demo.builder.ts';
import { anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { clock, contextOf } = await givenDemo(db);
const overview = (actor: keyof typeof DEMO_ACTORS) => createCaller(contextOf(DEMO_ACTORS[actor])).dashboard.overview();

beforeEach(() => {
  clock.demoToday = DEMO_START;
});

/** The tasks as the page words them. */
async function tasksOf(actor: keyof typeof DEMO_ACTORS): Promise<string[]> {
  const { tasks, today } = await overview(actor);
  return tasks.map(({ code, facts, dueOn }) => {
    const due = dueOn === null ? '' : ` · ${fill(DUE_WORDS[dueOf(dueOn, today).code]!.vi, dueOf(dueOn, today).facts)}`;
    return `${fill(TASK_WORDS[code]!.vi, facts)}${due}`;
  });
}

test('the standing office receives, checks and finishes the decision', async () => {
  expect(await tasksOf('chair')).toEqual([
    'Tiếp nhận báo cáo của Hà Giang',
    expect.stringMatching(/^Thẩm định đề nghị của Hà Giang: /),
    'Hoàn thiện dự thảo Quyết định, trình ký (12 trường hợp)',
  ]);
});

test('Sơn La is late with its report and still writes one nomination', async () => {
  expect(await tasksOf('sonla')).toEqual([
    'Nhập và gửi báo cáo tổng kết năm 2023 của Sơn La · Quá hạn 46 ngày (hạn 15/01/2024)',
    'Trả lời giấy mời dự Hội nghị năm 2023 (Sơn La) · Còn 4 ngày (hạn 05/03/2024)',
    expect.stringMatching(/^Hoàn thiện, gửi đề nghị khen thưởng: /),
  ]);
  const { tasks } = await overview('sonla');
  expect(tasks[0]).toMatchObject({ tone: 'bad', link: { to: 'report' } });
});

test('a report of the plan waits from the day its stage opens, and says of which half of the year it is', async () => {
  const { id, clusterYearId } = await db.reads
    .selectFrom('report')
    .innerJoin('stage', (join) =>
      join.onRef('stage.clusterYearId', '=', 'report.clusterYearId').on('stage.kind', '=', 'mid-year-report'),
    )
    .where('report.unitId', '=', DEMO_UNITS['Sơn La'])
    .where('report.period', '=', 'mid-year')
    .select(['report.id', 'report.clusterYearId'])
    .executeTakeFirstOrThrow();
  const put = (status: 'draft' | 'sent' | 'received', opensOn: string) =>
    inTransaction(db, async (tx) => {
      await tx.updateTable('report').set({ status }).where('id', '=', id).execute();
      await tx
        .updateTable('stage')
        .set({ opensOn, closesOn: `${opensOn.slice(0, 4)}-06-30` })
        .where('clusterYearId', '=', clusterYearId)
        .where('kind', '=', 'mid-year-report')
        .execute();
    });
  const midYear = async (actor: 'sonla' | 'chair') => (await tasksOf(actor)).filter((text) => text.includes('sơ kết'));
  try {
    await put('draft', '2024-03-02');
    expect(await midYear('sonla')).toEqual([]);
    await put('draft', '2024-03-01');
    expect(await midYear('sonla')).toEqual([
      expect.stringMatching(/^Nhập và gửi báo cáo sơ kết 6 tháng năm 2023 của Sơn La · Quá hạn/),
    ]);
    await put('sent', '2023-06-01');
    expect(await midYear('chair')).toEqual(['Tiếp nhận báo cáo sơ kết 6 tháng của Sơn La']);
  } finally {
    await put('received', '2023-06-01');
  }
});

test('nothing waits for a unit outside the days of its membership', async () => {
  clock.demoToday = '2024-03-10'; // after the conference: there are recommendations to carry out, too
  const codes = async () => [...new Set((await overview('sonla')).tasks.map(({ code }) => code))].sort();
  const endOn = (validTo: string | null) =>
    inTransaction(db, (tx) =>
      tx.updateTable('clusterMember').set({ validTo }).where('unitId', '=', DEMO_UNITS['Sơn La']).execute(),
    );
  const all = ['task.nomination-draft', 'task.recommendation', 'task.report-draft'];
  const { validTo } = await db.reads
    .selectFrom('clusterMember')
    .select('validTo')
    .where('unitId', '=', DEMO_UNITS['Sơn La'])
    .executeTakeFirstOrThrow();
  try {
    expect(await codes()).toEqual(all);
    await endOn('2024-03-10');
    expect(await codes()).toEqual(all);
    await endOn('2024-03-09');
    expect(await codes()).toEqual([]);
  } finally {
    await endOn(validTo);
  }
});

test('on another day the same report has days left', async () => {
  clock.demoToday = '2024-01-12';
  expect((await tasksOf('sonla'))[0]).toMatch(/ · Còn 3 ngày \(hạn 15\/01\/2024\)$/);
  expect((await overview('sonla')).tasks[0]!.tone).toBe('info');
});

test('an invitation waits for its answer until the day of the conference, and no longer once answered', async () => {
  const invitation = expect.stringMatching(/^Trả lời giấy mời dự Hội nghị năm 2023 \(Hà Giang\)/);
  const put = (attendance: 'invited' | 'confirmed') =>
    inTransaction(db, (tx) =>
      tx.updateTable('delegate').set({ attendance }).where('unitId', '=', DEMO_UNITS['Hà Giang']).execute(),
    );
  expect(await tasksOf('hagiang')).toEqual([invitation]);
  clock.demoToday = '2024-03-05';
  expect(await tasksOf('hagiang')).toContainEqual(invitation);
  clock.demoToday = '2024-03-06';
  expect(await tasksOf('hagiang')).not.toContainEqual(invitation);
  clock.demoToday = DEMO_START;
  try {
    await put('confirmed');
    expect(await tasksOf('hagiang')).toEqual([]);
  } finally {
    await put('invited');
  }
});

test('nothing waits for a member that has sent everything, nor for those who only look', async () => {
  expect(await tasksOf('caobang')).toEqual(['Ký kết giao ước thi đua năm 2024 (Cao Bằng)']);
  expect(await tasksOf('chair2024')).toEqual([]);
  expect(await tasksOf('auditor')).toEqual([]);
  expect(await tasksOf('leader')).toEqual([]);
});

test('the standing of the year under review counts what the matrix shows', async () => {
  const { standing, years } = await overview('sonla');
  expect(years.map(({ year }) => year)).toEqual([2024, 2023]);
  expect(standing).toMatchObject({
    year: 2023,
    chairName: 'Lạng Sơn',
    memberCount: 7,
    receivedCount: 5,
    sentCount: 6,
    pledgedCount: 7,
    nominatedCount: 13,
    allottedCount: 14,
  });
  expect(standing?.late.map(({ unitName, cell }) => `${unitName} ${cell.milestone}`)).toEqual([
    'Sơn La year-end-report',
    'Sơn La nominations',
  ]);
});

test('after the hand-over the next year is the one in view', async () => {
  clock.demoToday = '2024-03-16';
  expect((await overview('chair')).standing?.year).toBe(2024);
});

test('somebody without a role sees neither tasks nor a year', async () => {
  const caller = createCaller(contextOf(anActor('Chưa có vai trò', 'VN63-14')));
  expect(await caller.dashboard.overview()).toEqual({ today: DEMO_START, tasks: [], years: [], standing: null });
});
