import { TRPCError } from '@trpc/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { wordReason } from '#shared/core/wording.ts';
import { REASON_WORDS } from '#shared/reason-words.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import { givenIndicators, givenReport, type Indicators } from '#test/builders/reports.builder.ts';
import {
  aClusterYear,
  aContext,
  aProvince,
  givenWorld,
  type World,
  type WorldActors,
} from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const world: World = await givenWorld(db);
const { yearA, units, actors, clusterA } = world;
const ids: Indicators = await givenIndicators(db, yearA);
await db.writes
  .insertInto('unit')
  .values({ ...aProvince('LC', 'Lai Châu'), parentId: null })
  .execute();
await db.writes
  .insertInto('clusterMember')
  .values({ id: uuidv7(), clusterId: clusterA, unitId: 'LC', position: 3, validFrom: '2010-01-01', validTo: null })
  .execute();

const as = (who: keyof WorldActors, now?: string) => createCaller(aContext(db, actors[who], now ? { now } : {}));
const complete = () => ({ [ids.budget]: 44_863, [ids.poverty]: 362, [ids.movements]: 6 });
const REASON = 'Sửa số thu ngân sách theo số quyết toán.';

async function sentences(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => expect.fail('it should have been refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError) || !(error.cause instanceof Refusal)) throw error;
  return error.cause.reasons.map((reason) => wordReason(reason, REASON_WORDS));
}

const aCell = (value: number | null, seenVersion: number): ReportCell => ({
  indicatorVersionId: ids.budget as ReportCell['indicatorVersionId'],
  value,
  valueStatus: 'official',
  sourceOffice: 'Sở Tài chính',
  note: '',
  seenVersion,
});

let report: ReportId;
beforeEach(async () => {
  for (const table of [
    'reportComment',
    'reportThread',
    'reportReminder',
    'reportValueVersion',
    'reportValue',
    'report',
    'notice',
  ] as const)
    await db.writes.deleteFrom(table).execute();
  await db.writes.updateTable('clusterMember').set({ validTo: null }).execute();
  const sent = { status: 'sent' as const, sentAt: '2024-01-12T03:00:00.000Z' };
  report = await givenReport(db, { clusterYearId: yearA, unitId: units.SL, ...sent }, complete());
});

const say = (who: keyof WorldActors, content: string, indicatorVersionId = ids.budget) =>
  as(who).reviewing.comment({
    id: report,
    indicatorVersionId: indicatorVersionId as never,
    content,
    idempotencyKey: uuidv7(),
  });
const settle = (who: keyof WorldActors, done: boolean, seenVersion: number) =>
  as(who).reviewing.settle({ id: report, indicatorVersionId: ids.budget as never, done, seenVersion });
const threads = async (who: keyof WorldActors) => (await as(who).reports.byId({ id: report })).threads;

describe('a thread beside a figure', () => {
  test('is asked by the office, answered by the unit, done for the office; both read it, and who watches over all', async () => {
    await say('specialistLS', 'Số này khác số sơ bộ tháng 12.');
    expect(JSON.stringify((await as('reporterSL').dashboard.overview()).tasks)).toContain('task.report-comments');
    await say('reporterSL', 'Đã đối chiếu với Sở Tài chính.');
    const tasks = async (who: keyof WorldActors) => JSON.stringify((await as(who).dashboard.overview()).tasks);
    expect(await tasks('specialistLS')).toContain('task.report-answers');
    expect(await tasks('reporterSL')).not.toContain('task.report-comments');
    const [thread] = await threads('reporterSL');
    expect(thread).toMatchObject({ status: 'answered', version: 2 });
    expect(thread!.comments.map(({ side, saidBy }) => [side, saidBy])).toEqual([
      ['chair', 'Chuyên viên Lạng Sơn'],
      ['unit', 'Tổng hợp Sơn La'],
    ]);
    expect(await sentences(settle('specialistLS', true, 1))).toEqual([
      'Trao đổi về Thu ngân sách nhà nước trên địa bàn vừa có thêm ý kiến. Đọc ý kiến mới rồi đánh dấu lại; chưa lưu gì.',
    ]);
    await settle('specialistLS', true, 2);
    expect((await threads('auditor'))[0]!.status).toBe('done');
    await settle('approverLS', false, 3);
    expect((await threads('leaderLS'))[0]!.status).toBe('answered');
    const { members } = await as('specialistLS').reports.inbox({ clusterYearId: yearA, period: 'year-end' });
    expect(members.find(({ unitId }) => unitId === 'SL')!.comments).toEqual({ open: 0, answered: 1 });
  });

  test('is hidden from the other members, who are told whose matter it is; its history stands in none that they read', async () => {
    await say('specialistLS', 'Số này khác số sơ bộ tháng 12.');
    const peer = { ...actors.reporterSL, unitId: 'LC', roles: [{ role: 'reporter' as const, unitId: 'LC' }] };
    const other = createCaller(aContext(db, peer));
    expect((await other.reports.byId({ id: report })).threads).toEqual([]);
    const { members } = await other.reports.inbox({ clusterYearId: yearA, period: 'year-end' });
    expect(members.find(({ unitId }) => unitId === 'SL')!.comments).toEqual({ open: 0, answered: 0 });
    const { rows } = await other.reviewing.board({ clusterYearId: yearA });
    expect(rows.find(({ unitId }) => unitId === 'SL')!.cells[1]!.comments).toBe(0);
    const about = {
      id: report,
      indicatorVersionId: ids.budget as never,
      content: 'Xem giúp.',
      idempotencyKey: uuidv7(),
    };
    expect(await sentences(other.reviewing.comment(about))).toEqual([
      'Chỉ Cơ quan thường trực Cụm và đơn vị báo cáo trao đổi về số liệu này.',
    ]);
    const history = await other.audit.ofRecord({ subjectKind: 'report', subjectId: report });
    expect(JSON.stringify(history)).not.toContain('sơ bộ tháng 12');
    expect(await other.audit.ofRecord({ subjectKind: 'report-review', subjectId: report })).toEqual([]);
  });

  test('nor do the others read why the office asks, on the page or in the history, also after the unit has sent again', async () => {
    const peer = { ...actors.reporterSL, unitId: 'LC', roles: [{ role: 'reporter' as const, unitId: 'LC' }] };
    const other = createCaller(aContext(db, peer));
    const reason = '1. Thu ngân sách: số này khác số sơ bộ tháng 12.';
    await as('specialistLS').reports.askSupplement({ id: report, seenVersion: 1, reason, dueOn: '2024-03-05' });
    expect(await other.reports.byId({ id: report })).toMatchObject({ supplement: { reason: '', dueOn: '2024-03-05' } });
    await as('reporterSL').reports.send({ id: report, seenVersion: 2 });
    const until = { untilOn: '2024-03-01', untilTime: '17:00' };
    await as('specialistLS').reviewing.reopen({ id: report, seenVersion: 3, ...until, reason: REASON });
    expect(await other.reports.byId({ id: report })).toMatchObject({ reopened: { reason: '', isOpen: true } });
    await as('specialistLS').reviewing.lock({ id: report, seenVersion: 4 });
    const historyOf = (caller: typeof other) => caller.audit.ofRecord({ subjectKind: 'report', subjectId: report });
    const seen = await historyOf(other);
    expect(seen.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['report.supplement-asked', 'report.resent', 'report.reopened']),
    );
    expect(seen.map((entry) => entry.reason)).toEqual(seen.map(() => null));
    for (const side of ['reporterSL', 'specialistLS', 'auditor'] as const)
      expect((await historyOf(as(side))).map((entry) => entry.reason)).toEqual(
        expect.arrayContaining([reason, REASON]),
      );
  });

  test('begins with the office, once the report was sent; an unknown figure is refused', async () => {
    expect(await sentences(say('reporterSL', 'Xin giải thích thêm.'))).toEqual([
      'Chưa có ý kiến nào của Cơ quan thường trực Cụm về chỉ tiêu này để trả lời. Ghi giải trình vào ô Ghi chú.',
    ]);
    expect(await sentences(say('specialistLS', 'Số lạ.', uuidv7()))).toEqual([
      'Có chỉ tiêu không thuộc biểu của năm này. Tải lại trang rồi nhập lại.',
    ]);
    const draft = { clusterYearId: yearA, unitId: 'LC' };
    report = await givenReport(db, draft, {});
    expect(await sentences(say('specialistLS', 'Bao giờ gửi?'))).toEqual([
      'Đơn vị chưa gửi báo cáo này nên chưa nêu ý kiến về số liệu được.',
    ]);
  });

  test('goes over to the new chair with the hand-over; the former one reads no more and is told why', async () => {
    await say('specialistLS', 'Số này khác số sơ bộ tháng 12.');
    const next = uuidv7();
    await db.writes
      .insertInto('clusterYear')
      .values({ ...aClusterYear(next, clusterA, 'LC'), year: 2024, startsOn: '2024-01-01', endsOn: '2024-12-31' })
      .execute();
    await db.writes.updateTable('clusterYear').set({ handOverOn: '2024-02-15' }).where('id', '=', yearA).execute();
    try {
      const chair = { ...actors.specialistLS, unitId: 'LC', roles: [{ role: 'specialist' as const, unitId: 'LC' }] };
      const seen = await createCaller(aContext(db, chair)).reports.byId({ id: report });
      expect([seen.threads.length, seen.commentSide, seen.actions.receive]).toEqual([1, 'chair', []]);
      expect(await threads('specialistLS')).toEqual([]);
      expect((await sentences(say('specialistLS', 'Còn một ý nữa.')))[0]).toContain('15/02/2024');
    } finally {
      await db.writes.updateTable('clusterYear').set({ handOverOn: null }).where('id', '=', yearA).execute();
      await db.writes.deleteFrom('clusterYear').where('id', '=', next).execute();
    }
  });
});

const reopen = (untilOn: string, untilTime: string, seenVersion = 1) =>
  as('specialistLS').reviewing.reopen({ id: report, seenVersion, untilOn, untilTime, reason: REASON });
const save = (value: number | null, now: string, seenVersion = 1) =>
  as('reporterSL', now).reports.saveCells({ id: report, cells: [aCell(value, seenVersion)] });

describe('a report open again for its unit until a minute', () => {
  test('is changed one second before that minute, and locked from it on without anything running', async () => {
    await reopen('2024-03-01', '17:00');
    await save(44_900, '2024-03-01T09:59:59.000Z');
    for (const late of ['2024-03-01T10:00:00.000Z', '2024-03-01T10:00:01.000Z']) {
      expect((await sentences(save(44_950, late, 2)))[0]).toContain('Báo cáo đã gửi nên không sửa được');
      const { status, reopened, cells } = await as('specialistLS', late).reports.byId({ id: report });
      expect([status, reopened!.isOpen, cells[0]!.value]).toEqual(['sent', false, 44_900]);
    }
    await as('specialistLS', '2024-03-01T10:00:00.000Z').reports.receive({ id: report, seenVersion: 2 });
  });

  test('shows to both sides, counts nowhere meanwhile, and closes with the unit sending it again', async () => {
    await reopen('2024-03-01', '17:00');
    const inbox = await as('specialistLS').reports.inbox({ clusterYearId: yearA, period: 'year-end' });
    expect(inbox.members.find(({ unitId }) => unitId === 'SL')!.reopenedUntil).toBe('2024-03-01T10:00:00.000Z');
    const overview = await as('reporterSL').dashboard.overview();
    expect(JSON.stringify(overview.tasks)).toContain('task.report-reopened');
    const line = async () => {
      const { indicators } = await as('specialistLS').reports.summary({ clusterYearId: yearA, period: 'year-end' });
      return indicators[0]!.members.find(({ unitId }) => unitId === 'SL')!;
    };
    expect(await line()).toMatchObject({ state: 'completing', value: null });
    await as('reporterSL').reports.send({ id: report, seenVersion: 2 });
    expect(await line()).toMatchObject({ state: 'figure', value: 44_863 });
    expect((await as('reporterSL').reports.byId({ id: report })).reopened).toBeNull();
    expect((await sentences(save(1, '2024-03-01T09:00:00.000Z')))[0]).toContain('không sửa được');
  });

  test('keeps every figure: one may be replaced, not taken away', async () => {
    await reopen('2024-03-01', '17:00');
    expect(await sentences(save(null, '2024-03-01T09:00:00.000Z'))).toEqual([
      'Thu ngân sách nhà nước trên địa bàn: báo cáo đã gửi và đang mở lại đến 01/03/2024 17:00, nên số liệu chỉ thay được, không để trống. Nhập số mới rồi lưu.',
    ]);
  });

  test('is neither received nor asked for while it is open; after that it is received as any other', async () => {
    await as('specialistLS').reports.receive({ id: report, seenVersion: 1 });
    await reopen('2024-03-01', '17:00', 2);
    const open =
      'Báo cáo đang mở lại cho đơn vị đến 01/03/2024 17:00. Chờ đơn vị gửi lại hoặc đến giờ đó; cần sớm hơn thì bấm Khóa lại ngay.';
    expect(await sentences(as('specialistLS').reports.receive({ id: report, seenVersion: 3 }))).toEqual([open]);
    const ask = { id: report, seenVersion: 3, reason: REASON, dueOn: '2024-03-08' };
    expect(await sentences(as('specialistLS').reports.askSupplement(ask))).toEqual([open]);
    await as('specialistLS').reviewing.lock({ id: report, seenVersion: 3 });
    await as('specialistLS').reports.receive({ id: report, seenVersion: 4 });
    const { status, receivedAt, reopened } = await as('reporterSL').reports.byId({ id: report });
    expect([status, receivedAt !== null, reopened]).toEqual(['received', true, null]);
    const actions = await db.reads
      .selectFrom('auditEntry')
      .select(['action', 'reason'])
      .where('subjectId', '=', report)
      .orderBy('id')
      .execute();
    expect(actions.map(({ action }) => action)).toEqual([
      'report.received',
      'report.reopened',
      'report.locked-again',
      'report.received',
    ]);
    expect(actions[1]!.reason).toBe(REASON);
  });

  test('a minute that is over, one too far, a draft and a consolidated report are refused with what to do', async () => {
    expect((await sentences(reopen('2024-03-01', '12:00')))[0]).toContain(
      'Giờ mở lại phải sau lúc này (01/03/2024 12:00)',
    );
    expect((await sentences(reopen('2024-04-30', '12:00')))[0]).toContain('tối đa 30 ngày');
    for (const [status, words] of [
      ['draft', 'vẫn nhập và gửi được'],
      ['consolidated', 'Biểu tổng hợp'],
    ] as const) {
      const sentAt = status === 'draft' ? null : '2024-01-12T03:00:00.000Z';
      const receivedAt = status === 'draft' ? null : '2024-01-13T03:00:00.000Z';
      await db.writes.updateTable('report').set({ status, sentAt, receivedAt }).where('id', '=', report).execute();
      expect((await sentences(reopen('2024-03-02', '12:00')))[0]).toContain(words);
    }
  });

  test('a unit that has left the cluster is asked for nothing: it could not send again', async () => {
    await db.writes.updateTable('clusterMember').set({ validTo: '2024-02-01' }).where('unitId', '=', 'SL').execute();
    expect((await sentences(reopen('2024-03-02', '12:00')))[0]).toContain('01/02/2024');
    const ask = { id: report, seenVersion: 1, reason: REASON, dueOn: '2024-03-08' };
    expect((await sentences(as('specialistLS').reports.askSupplement(ask)))[0]).toContain('01/02/2024');
    await as('specialistLS').reports.receive({ id: report, seenVersion: 1 });
  });
});

test('Đề nghị bổ sung twice at once stands once; after it was sent again it may be asked a second time', async () => {
  const ask = (seenVersion: number) =>
    as('specialistLS').reports.askSupplement({ id: report, seenVersion, reason: REASON, dueOn: '2024-03-08' });
  const both = await Promise.allSettled([ask(1), ask(1)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(await sentences(ask(2))).toEqual(['Đã đề nghị bổ sung; đang chờ đơn vị gửi lại.']);
  await as('reporterSL').reports.send({ id: report, seenVersion: 2 });
  await ask(3);
  await as('reporterSL').reports.send({ id: report, seenVersion: 4 });
  await as('specialistLS').reports.receive({ id: report, seenVersion: 5 });
});

const MESSAGE = 'Trân trọng đề nghị quý cơ quan gửi báo cáo tổng kết.';
const remind = (now: string, reportIds: readonly string[], again: readonly string[] = []) =>
  as('specialistLS', now).reviewing.remind({
    clusterYearId: yearA,
    period: 'year-end',
    reportIds: reportIds as never,
    again: again as never,
    message: MESSAGE,
    idempotencyKey: uuidv7(),
  });

describe('Gửi đôn đốc', () => {
  test('is recorded and shown on the board; a second one within the hour has to be meant', async () => {
    const draft = await givenReport(db, { clusterYearId: yearA, unitId: 'LC' }, {});
    await remind('2024-03-01T05:00:00.000Z', [draft]);
    expect(await sentences(remind('2024-03-01T05:59:59.000Z', [draft]))).toEqual([
      'Lai Châu: Chuyên viên Lạng Sơn vừa gửi đôn đốc lúc 01/03/2024 12:00. Bỏ chọn đơn vị này, hoặc đánh dấu vẫn gửi nếu thật cần.',
    ]);
    await remind('2024-03-01T05:59:59.000Z', [draft], [draft]);
    await remind('2024-03-01T06:59:59.000Z', [draft]);
    const { rows } = await as('specialistLS').reviewing.board({ clusterYearId: yearA });
    expect(rows.find(({ unitId }) => unitId === 'LC')!.cells[1]).toMatchObject({
      state: 'overdue',
      reminded: { at: '2024-03-01T06:59:59.000Z', by: 'Chuyên viên Lạng Sơn', count: 3 },
    });
  });

  test('of two who press at once, one sends and the other is told of it', async () => {
    const draft = await givenReport(db, { clusterYearId: yearA, unitId: 'LC' }, {});
    const now = '2024-03-01T05:00:00.000Z';
    const both = await Promise.allSettled([remind(now, [draft]), remind(now, [draft])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db.reads.selectFrom('reportReminder').select('id').execute()).toHaveLength(1);
  });

  test('a unit that has sent is left out by name, and nothing goes to the others', async () => {
    const draft = await givenReport(db, { clusterYearId: yearA, unitId: 'LC' }, {});
    expect(await sentences(remind('2024-03-01T05:00:00.000Z', [draft, report]))).toEqual([
      'Sơn La: đã gửi báo cáo nên không cần đôn đốc. Bỏ chọn đơn vị này.',
    ]);
    expect(await db.reads.selectFrom('reportReminder').selectAll().execute()).toEqual([]);
  });
});

test('the board tells the last second of the due day from the first one after it, and a unit that left', async () => {
  const at = (sentAt: string) => db.writes.updateTable('report').set({ sentAt }).where('id', '=', report).execute();
  const cell = async () => {
    const { rows, columns } = await as('reporterSL').reviewing.board({ clusterYearId: yearA });
    expect(columns.map(({ period }) => period)).toEqual(['mid-year', 'year-end']);
    return rows.find(({ unitId }) => unitId === 'SL')!.cells[1]!;
  };
  await at('2024-01-15T16:59:59.000Z');
  expect(await cell()).toMatchObject({ state: 'on-time', dayCount: 0, reportId: report });
  await at('2024-01-15T17:00:00.000Z');
  expect(await cell()).toMatchObject({ state: 'late', dayCount: 1 });
  await db.writes.updateTable('report').set({ status: 'draft', sentAt: null }).where('id', '=', report).execute();
  await db.writes.updateTable('clusterMember').set({ validTo: '2024-02-01' }).where('unitId', '=', 'SL').execute();
  expect(await cell()).toMatchObject({ state: 'left', day: '2024-02-01' });
});
