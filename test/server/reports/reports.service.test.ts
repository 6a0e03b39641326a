import { TRPCError } from '@trpc/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import type { WordedReason } from '#server/core/trpc.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { wordReason } from '#shared/core/wording.ts';
import { REASON_WORDS } from '#shared/reason-words.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { givenIndicators, givenPledge, givenReport, type Indicators } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type World, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const world: World = await givenWorld(db);
const { yearA, yearB, units, actors } = world;
const ids: Indicators = await givenIndicators(db, yearA, yearB);
await givenPledge(db, yearA, {
  SL: { [ids.budget]: 43_000, [ids.poverty]: 300, [ids.movements]: 5 },
  LS: { [ids.budget]: 70_000, [ids.poverty]: 300, [ids.movements]: null },
});

const as = (who: keyof WorldActors, now?: string) =>
  createCaller(aContext(db, actors[who], now ? { now } : {})).reports;

/** Every figure of a report that can be sent. */
const complete = () => ({ [ids.budget]: 44_863, [ids.poverty]: 362, [ids.movements]: 6 });
const aCell = (indicatorVersionId: string, value: number | null, seenVersion: number): ReportCell => ({
  indicatorVersionId: indicatorVersionId as ReportCell['indicatorVersionId'],
  value,
  valueStatus: 'official',
  sourceOffice: 'Sở Tài chính',
  note: '',
  seenVersion,
});

async function refusal(call: Promise<unknown>): Promise<{ code: string; reasons: WordedReason[] }> {
  const error = await call.then(
    () => expect.fail('it should have been refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError) || !(error.cause instanceof Refusal)) throw error;
  const reasons = error.cause.reasons.map((reason) => ({ ...reason, text: wordReason(reason, REASON_WORDS) }));
  return { code: error.code, reasons };
}
const sentences = async (call: Promise<unknown>) => (await refusal(call)).reasons.map(({ text }) => text);

const history = (reportId: string) =>
  db.reads
    .selectFrom('auditEntry')
    .leftJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
    .select(['action', 'actorName', 'reason', 'field', 'oldValue', 'newValue'])
    .where('subjectId', '=', reportId)
    .orderBy('auditEntry.id')
    .orderBy('position')
    .execute();

let report: ReportId;
beforeEach(async () => {
  await db.writes.deleteFrom('reportValueVersion').execute();
  await db.writes.deleteFrom('reportValue').execute();
  await db.writes.deleteFrom('report').execute();
  report = await givenReport(db, { clusterYearId: yearA, unitId: units.SL }, complete());
});

describe('filling a report', () => {
  test('a figure is saved with its status, source and history', async () => {
    const saved = await as('reporterSL').saveCells({ id: report, cells: [aCell(ids.budget, 44_900, 1)] });
    expect(saved).toEqual({ cells: [{ indicatorVersionId: ids.budget, version: 2 }] });
    const { cells } = await as('reporterSL').byId({ id: report });
    expect(cells[0]).toMatchObject({ value: 44_900, version: 2, target: 43_000, percentOfPlan: 1_044 });
    expect(await history(report)).toEqual([
      {
        action: 'report.cells-saved',
        actorName: 'Tổng hợp Sơn La',
        reason: null,
        field: 'Thu ngân sách nhà nước trên địa bàn',
        oldValue: '4.486,3 tỷ đồng',
        newValue: '4.490,0 tỷ đồng',
      },
    ]);
  });

  test('the second of two editors is told both figures, and nothing of the call is saved', async () => {
    await as('reporterSL').saveCells({ id: report, cells: [aCell(ids.budget, 44_900, 1)] });
    const second = as('reporterSL').saveCells({
      id: report,
      cells: [aCell(ids.movements, 7, 1), aCell(ids.budget, 45_000, 1)],
    });
    const { code, reasons } = await refusal(second);
    expect(code).toBe('CONFLICT');
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatchObject({
      code: 'report.cell-changed-meanwhile',
      field: `cells.${ids.budget}`,
      facts: { theirs: '4.490,0 tỷ đồng', mine: '4.500,0 tỷ đồng', who: 'Tổng hợp Sơn La' },
    });
    expect(reasons[0]?.text).toContain('vừa lưu “4.490,0 tỷ đồng” lúc 01/03/2024 12:00');
    const { cells } = await as('reporterSL').byId({ id: report });
    expect(cells.map(({ value }) => value)).toEqual([44_900, 362, 6]);
  });

  test('two who open an empty cell: only one creates it', async () => {
    const empty = await givenReport(db, { clusterYearId: yearA, unitId: units.LS });
    const both = await Promise.allSettled(
      [1, 2].map((value) => as('reporterLS').saveCells({ id: empty, cells: [aCell(ids.budget, value, 0)] })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a repeat after a lost answer is neither a conflict nor a second entry of the history', async () => {
    const once = { id: report, cells: [aCell(ids.budget, 44_900, 1)] };
    await as('reporterSL').saveCells(once);
    expect(await as('reporterSL').saveCells(once)).toEqual({
      cells: [{ indicatorVersionId: ids.budget, version: 2 }],
    });
    expect(await history(report)).toHaveLength(1);
  });

  test('an indicator of another year is refused', async () => {
    const strange = aCell('00000000-0000-7000-8000-000000000000', 1, 0);
    expect((await refusal(as('reporterSL').saveCells({ id: report, cells: [strange] }))).reasons[0]?.code).toBe(
      'report.unknown-indicator',
    );
  });

  test('the text has its own version', async () => {
    const first = await as('reporterSL').saveNarrative({ id: report, seenVersion: 1, narrative: 'Đã triển khai.' });
    expect(first).toEqual({ version: 2 });
    await as('reporterSL').saveCells({ id: report, cells: [aCell(ids.budget, 44_900, 1)] });
    const second = as('reporterSL').saveNarrative({ id: report, seenVersion: 1, narrative: 'Khác.' });
    expect(await sentences(second)).toEqual([
      'Báo cáo đã thay đổi trong lúc bạn xem (Tổng hợp Sơn La, 01/03/2024 12:00: Sửa phần thuyết minh). Tải lại để xem bản mới rồi làm lại.',
    ]);
  });

  test('the same text again is no change, and of a long text the history shows where it changed', async () => {
    const long = 'Kết quả nổi bật. '.repeat(200);
    const { version } = await as('reporterSL').saveNarrative({ id: report, seenVersion: 1, narrative: long });
    expect(await as('reporterSL').saveNarrative({ id: report, seenVersion: version, narrative: long })).toEqual({
      version,
    });
    await as('reporterSL').saveNarrative({ id: report, seenVersion: version, narrative: `${long}Thêm một câu.` });

    const caller = createCaller(aContext(world.db, world.actors.reporterSL));
    const entries = await caller.audit.ofRecord({ subjectKind: 'report', subjectId: report });
    expect(entries).toHaveLength(2);
    const { from, to } = entries[0]!.changes[0]!;
    expect(to).toMatch(/^….*Thêm một câu\.$/);
    expect(from).not.toContain('Thêm');
  });

  test('a megabyte pasted into the text is refused before it is looked at', async () => {
    const call = as('reporterSL').saveNarrative({ id: report, seenVersion: 1, narrative: 'a'.repeat(1_000_000) });
    await expect(call).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('sending a report', () => {
  test('names each figure that is missing', async () => {
    await as('reporterSL').saveCells({
      id: report,
      cells: [aCell(ids.poverty, null, 1), aCell(ids.movements, null, 1)],
    });
    expect(await sentences(as('reporterSL').send({ id: report, seenVersion: 1 }))).toEqual([
      'Chưa nhập số liệu: Mức giảm tỷ lệ hộ nghèo.',
      'Chưa nhập số liệu: Số phong trào thi đua.',
    ]);
    expect((await as('reporterSL').byId({ id: report })).status).toBe('draft');
  });

  test('a day late is recorded, not forbidden', async () => {
    const late = as('reporterSL', '2024-01-16T03:00:00.000Z');
    await late.send({ id: report, seenVersion: 1 });
    expect(await late.byId({ id: report })).toMatchObject({ status: 'sent', lateDays: 1, sentBy: 'Tổng hợp Sơn La' });
    expect((await history(report)).map(({ field, newValue }) => [field, newValue])).toEqual([
      ['status', 'Đã gửi'],
      ['timeliness', 'Trễ 1 ngày'],
    ]);
  });

  test('a double click sends once', async () => {
    const both = await Promise.allSettled([1, 2].map(() => as('reporterSL').send({ id: report, seenVersion: 1 })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await sentences(as('reporterSL').send({ id: report, seenVersion: 2 }))).toEqual([
      'Báo cáo này đã được gửi, không cần gửi lại.',
    ]);
    expect((await history(report)).filter(({ field }) => field === 'status')).toHaveLength(1);
  });

  test('afterwards the figures stand still', async () => {
    await as('reporterSL').send({ id: report, seenVersion: 1 });
    const late = as('reporterSL').saveCells({ id: report, cells: [aCell(ids.budget, 1, 1)] });
    expect((await refusal(late)).reasons[0]?.code).toBe('report.locked');
  });
});

describe("the chair's standing office", () => {
  beforeEach(() => as('reporterSL', '2024-01-12T03:00:00.000Z').send({ id: report, seenVersion: 1 }));
  const ask = { reason: 'Số hộ nghèo là tỷ lệ cuối năm, cần mức giảm.', dueOn: '2024-03-05' };

  test('asks one province to complete, and the province sends again', async () => {
    await givenAccount(db, actors.reporterSL);
    await as('specialistLS').askSupplement({ id: report, seenVersion: 2, ...ask });
    const told = await db.reads.selectFrom('notice').select(['code', 'link']).execute();
    expect(told).toEqual([{ code: 'notice.report-supplement', link: `/cum/${yearA}/bao-cao/${report}` }]);
    const opened = await as('reporterSL').byId({ id: report });
    expect(opened).toMatchObject({ status: 'supplement', supplement: ask, openDueOn: '2024-03-05', overdueDays: 0 });
    expect(opened.actions.save).toEqual([]);
    await as('reporterSL').saveCells({ id: report, cells: [aCell(ids.poverty, 384, 1)] });
    await as('reporterSL').send({ id: report, seenVersion: opened.version });
    const again = await as('specialistLS').byId({ id: report });
    expect(again).toMatchObject({ status: 'sent', sentAt: '2024-01-12T03:00:00.000Z', lateDays: 0 });
    expect((await history(report)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['report.sent', 'report.supplement-asked', 'report.resent']),
    );
    expect((await history(report)).find(({ action }) => action === 'report.supplement-asked')?.reason).toBe(ask.reason);
  });

  test('cannot ask for a day that is over', async () => {
    const call = as('specialistLS').askSupplement({ id: report, seenVersion: 2, ...ask, dueOn: '2024-02-29' });
    const { reasons } = await refusal(call);
    expect(reasons[0]).toMatchObject({ field: 'dueOn', code: 'report.supplement-due-past' });
    expect(reasons[0]?.text).toContain('hôm nay là 01/03/2024');
  });

  test('receives, once, and may open what it received again', async () => {
    await as('approverLS').receive({ id: report, seenVersion: 2 });
    expect(await sentences(as('specialistLS').receive({ id: report, seenVersion: 3 }))).toEqual([
      'Báo cáo này đã được tiếp nhận.',
    ]);
    await as('specialistLS').askSupplement({ id: report, seenVersion: 3, ...ask });
    expect(await as('specialistLS').byId({ id: report })).toMatchObject({ status: 'supplement', receivedAt: null });
  });

  test('acts on what it saw: after a change it is told who changed', async () => {
    const call = as('specialistLS').receive({ id: report, seenVersion: 1 });
    const { code, reasons } = await refusal(call);
    expect([code, reasons[0]?.code]).toEqual(['CONFLICT', 'report.changed-meanwhile']);
    expect(reasons[0]?.facts).toMatchObject({ who: 'Tổng hợp Sơn La' });
  });

  test('a member cannot ask another, and is told who can', async () => {
    const { code, reasons } = await refusal(as('specialistSL').askSupplement({ id: report, seenVersion: 2, ...ask }));
    expect(code).toBe('FORBIDDEN');
    expect(reasons[0]?.text).toBe(
      'Chỉ Cơ quan thường trực Cụm (tỉnh Lạng Sơn) tiếp nhận hoặc đề nghị bổ sung báo cáo.',
    );
  });
});

describe('who sees and touches what', () => {
  test('another cluster does not find the report or the year', async () => {
    expect((await refusal(as('specialistQT').byId({ id: report }))).code).toBe('NOT_FOUND');
    expect((await refusal(as('reporterQT').send({ id: report, seenVersion: 1 }))).code).toBe('NOT_FOUND');
    const year = { clusterYearId: yearA, period: 'year-end' } as const;
    expect((await refusal(as('specialistQT').inbox(year))).code).toBe('NOT_FOUND');
    expect((await refusal(as('specialistQT').summary(year))).code).toBe('NOT_FOUND');
  });

  test('a reporter of another member may read but not fill', async () => {
    const { code, reasons } = await refusal(
      as('reporterLS').saveCells({ id: report, cells: [aCell(ids.budget, 1, 1)] }),
    );
    expect([code, reasons[0]?.code]).toEqual(['FORBIDDEN', 'report.not-own-unit']);
  });

  test('figures of a draft stay in the unit', async () => {
    const seen = await as('specialistLS').byId({ id: report });
    expect(seen.isOpen).toBe(false);
    expect(seen.cells.every(({ value, note }) => value === null && note === '')).toBe(true);
    expect((await as('reporterSL').byId({ id: report })).isOpen).toBe(true);
  });
});

test('the history of a draft stays in its unit as well', async () => {
  await as('reporterSL').saveCells({ id: report, cells: [aCell(ids.budget, 44_900, 1)] });
  const historyFor = (who: keyof WorldActors) =>
    createCaller(aContext(db, actors[who])).audit.ofRecord({ subjectKind: 'report', subjectId: report });
  expect(await historyFor('reporterSL')).toHaveLength(1);
  expect(await historyFor('specialistLS')).toEqual([]);
  await as('reporterSL').send({ id: report, seenVersion: 1 });
  expect(await historyFor('specialistLS')).toHaveLength(2);
  expect(await historyFor('specialistQT')).toEqual([]);
});

describe('the inbox and the summary', () => {
  const year = { clusterYearId: yearA, period: 'year-end' } as const;

  test('lists every member with lateness and what looks wrong', async () => {
    await db.writes
      .insertInto('priorValue')
      .values({ clusterYearId: yearA, unitId: units.SL, indicatorVersionId: ids.budget, value: 43_951 })
      .execute();
    const slipped = { ...aCell(ids.budget, 44_863_000, 1) };
    await as('reporterSL').saveCells({ id: report, cells: [slipped] });
    await as('reporterSL', '2024-01-16T03:00:00.000Z').send({ id: report, seenVersion: 1 });
    const { members } = await as('specialistLS').inbox(year);
    expect(members.map(({ name, status, lateDays }) => [name, status, lateDays])).toEqual([
      ['Sơn La', 'sent', 1],
      ['Lạng Sơn', 'draft', 0],
    ]);
    expect(members[0]?.doubts.map((doubt) => wordReason(doubt, REASON_WORDS))).toEqual([
      'Kiểm tra lại đơn vị tính: có phải 4.486,3 tỷ đồng?',
    ]);
    await db.writes.deleteFrom('priorValue').execute();
  });

  test('a draft is overdue after its day', async () => {
    const { members } = await as('specialistLS').inbox(year);
    expect(members[0]).toMatchObject({ openDueOn: '2024-01-15', overdueDays: 46, filledCount: null });
  });

  test('sums only what was sent, says over how many, and judges each promise', async () => {
    await givenReport(
      db,
      { clusterYearId: yearA, unitId: units.LS, status: 'received', sentAt: '2024-01-12T03:00:00.000Z' },
      { [ids.budget]: 70_000, [ids.poverty]: 299, [ids.movements]: 7 },
    );
    const before = await as('leaderSL').summary(year);
    expect(before.indicators[0]).toMatchObject({ total: { value: 70_000, counted: 1, members: 2 } });
    expect(before.indicators[1]?.paper).toBeNull();
    expect(before.indicators[0]?.members[0]).toMatchObject({ state: 'not-sent', value: null, outcome: 'no-figure' });

    await as('reporterSL').send({ id: report, seenVersion: 1 });
    const after = await as('leaderSL').summary(year);
    const [budget, poverty, movements] = after.indicators;
    expect(budget).toMatchObject({
      total: { value: 114_863, counted: 2, members: 2 },
      outcomes: { exceeded: 1, met: 1, missed: 0 },
    });
    // (3,62 + 2,99) / 2 = 3,305: half up.
    expect(poverty).toMatchObject({ total: { value: 331 }, paper: 'giảm 3,31%', outcomes: { exceeded: 1, missed: 1 } });
    expect(movements?.members.map(({ outcome }) => outcome)).toEqual([null, null]);
  });

  test('while a report is being completed its figures do not count', async () => {
    await as('reporterSL').send({ id: report, seenVersion: 1 });
    await as('specialistLS').askSupplement({
      id: report,
      seenVersion: 2,
      reason: 'Kiểm tra lại số thu ngân sách.',
      dueOn: '2024-03-05',
    });
    const { indicators } = await as('leaderSL').summary(year);
    expect(indicators[0]?.total).toEqual({ value: null, counted: 0, members: 2, why: 'no-figures' });
    expect(indicators[0]?.members[0]).toMatchObject({ state: 'completing', value: null });
  });
});
