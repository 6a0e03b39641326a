import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import type { ActorContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { openFile } from '#server/files/files.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { DECISION_COLUMNS } from '#shared/decisions/decision-columns.ts';
import type { StartExport } from '#shared/exports/exports.schema.ts';
import { NOMINATION_COLUMNS } from '#shared/nominations/nomination-columns.ts';
import { LEDGER_COLUMNS } from '#shared/pledges/ledger-columns.ts';
import { BOARD_COLUMNS } from '#shared/reports/board-columns.ts';
import { SUMMARY_COLUMNS } from '#shared/reports/summary-columns.ts';
import { givenDecision, givenNominations, givenPrizeRules } from '#test/builders/decision.builder.ts';
import { givenPledgeIn } from '#test/builders/pledge.builder.ts';
import { givenIndicators, givenReport } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenPrizeRules(world);
  await givenDecision(world, [{ name: 'Lò Văn Mẫu' }], 'draft');
  await givenNominations(world, [{ name: '=1+1', kind: 'collective', status: 'submitted' }]);
});

/** The lines of the .csv, as the person's export has them. */
async function linesOf(order: object, columns: readonly { id: string }[], actor: Actor = world.actors.specialistLS) {
  const ctx = aContext(world.db, actor);
  const asked = { ...order, columns: columns.map(({ id }) => id), format: 'csv', idempotencyKey: uuidv7() };
  const { fileId } = await createCaller(ctx).exports.start(asked as StartExport);
  const reader = { ...ctx, procedure: 'files.download', access: accessFor(actor, 'files.download')! } as ActorContext;
  const { path } = await openFile(reader, fileId as never);
  return (await readFile(path, 'utf8')).replace('\ufeff', '').trim().split('\r\n');
}
const preview = (order: object, actor: Actor = world.actors.specialistLS) =>
  createCaller(aContext(world.db, actor)).exports.preview(order as never);

test('nominations go out as their page has them: columns, order, filters, harmless cells', async () => {
  const nominations = (filters: object = {}) => ({
    list: 'nominations',
    filters: { clusterYearId: world.yearA, ...filters },
  });
  expect(await preview(nominations())).toEqual({
    count: 2,
    isMore: false,
    filterLine: 'Năm thi đua: 2023, Cụm A',
  });
  expect(await linesOf(nominations({ status: 'submitted' }), NOMINATION_COLUMNS)).toEqual([
    'STT;Tên tập thể, cá nhân;Đối tượng;Đơn vị đề nghị;Nơi công tác;Gửi lúc;Trạng thái;Lưu ý',
    "1;'=1+1;Tập thể;Sơn La;;15/01/2024 09:00;Mới đến;",
  ]);
  expect(await preview(nominations({ status: 'submitted' }))).toMatchObject({
    count: 1,
    filterLine: 'Năm thi đua: 2023, Cụm A; Trạng thái: Mới đến',
  });
  await expect(preview(nominations(), world.actors.specialistQT)).rejects.toThrow('cluster-year.not-found');
});

test('a summary goes out as its page has it: the whole cluster above its members, figures as numbers, missing ones in words', async () => {
  const indicators = await givenIndicators(world.db, world.yearA);
  await givenReport(
    world.db,
    {
      clusterYearId: world.yearA,
      unitId: world.actors.specialistLS.unitId!,
      status: 'sent',
      sentAt: '2024-01-12T03:00:00.000Z',
    },
    { [indicators.poverty]: 362 },
  );
  const summary = { list: 'summary', filters: { clusterYearId: world.yearA, period: 'year-end', view: 'hien-nay' } };
  const lines = await linesOf(summary, SUMMARY_COLUMNS);
  expect(lines[0]).toBe(
    'STT;Chỉ tiêu;Đơn vị tính;Đơn vị;Thực hiện;Thực hiện năm trước;Kế hoạch;So với giao ước;Cách tính;Cách ghi trong báo cáo;Giải trình',
  );
  const poverty = lines.filter((line) => line.includes('điểm %'));
  expect(poverty[0]).toMatch(/;Toàn Cụm;3,62;;;;Bình quân các tỉnh \(số học\), 1\/\d đơn vị;/);
  expect(poverty.filter((line) => line.includes(';3,62;'))).toHaveLength(2);
  expect(poverty.filter((line) => line.includes(';Chưa có số liệu;')).length).toBe(poverty.length - 2);
  expect((await preview(summary)).filterLine).toBe(
    'Năm thi đua: 2023, Cụm A; Kỳ báo cáo: Báo cáo tổng kết năm; Địa danh: quy về đơn vị hiện nay',
  );
});

test('decisions go out as their page has them; a draft of another office is not among them', async () => {
  const decisions = { list: 'decisions', filters: {} };
  const [head, line] = await linesOf(decisions, DECISION_COLUMNS);
  expect(head).toBe('STT;Số, ký hiệu;Ngày ban hành;Trích yếu;Cơ quan ban hành;Số bằng;Trạng thái;Ghi chú');
  expect(line).toMatch(/^1;Chưa có số;;.+;tỉnh Lạng Sơn;1;Dự thảo;$/);
  expect(await preview(decisions, world.actors.reporterSL)).toMatchObject({ count: 0 });
});

test('the board of reports goes out as it is narrowed on the screen, its states in words', async () => {
  const board = {
    list: 'reports',
    filters: { clusterYearId: world.yearA, period: 'year-end', show: 'waiting', q: '' },
  };
  const lines = await linesOf(board, BOARD_COLUMNS);
  expect(lines[0]).toBe('STT;Đơn vị;Sơ kết 2023;Tổng kết 2023;Ý kiến chưa xong;Đôn đốc');
  expect(lines[1]).toMatch(/^1;Lạng Sơn;Chưa mở;Đã gửi, đúng hạn;0;$/);
  expect(lines.filter((line) => line.includes('Đã gửi'))).toHaveLength(1);
  expect((await preview(board)).filterLine).toBe(
    'Năm thi đua: 2023, Cụm A; Kỳ báo cáo: Báo cáo tổng kết năm; Chỉ xem: Chờ tiếp nhận',
  );
});

test('the ledger goes out by member or by indicator, with day, documents and the rule of the year beside each promise', async () => {
  const actor = world.actors.reporterSL;
  const clusterYearId = world.yearA;
  const indicators = await givenIndicators(world.db, clusterYearId, world.yearB);
  const { id } = await givenPledgeIn(world.db, {
    clusterYearId,
    status: 'published',
    unitIds: ['SL', 'LS'],
    indicatorVersionId: indicators.budget,
  });
  await createCaller(aContext(world.db, actor)).pledges.saveProgress({
    id,
    unitId: 'SL' as never,
    quarter: 1,
    asOf: '2023-03-20' as never,
    items: [{ indicatorVersionId: indicators.budget as never, value: 69_999, note: '', seenVersion: 0 }],
  });
  const ledger = (filters: object) => ({ list: 'ledger', filters: { clusterYearId, ...filters } });
  const [head, line, ...others] = await linesOf(
    ledger({ unitId: 'SL', indicatorVersionId: indicators.budget }),
    LEDGER_COLUMNS,
    actor,
  );
  expect(head).toMatch(
    /;% kế hoạch;Kết quả;Cách đánh giá;Số liệu tính đến ngày;Tài liệu minh chứng;Mức Đạt, Vượt của năm$/,
  );
  expect(line).toMatch(/^1;Sơn La;.*;7000,0;6999,9;.*quý I: 20\/03\/2023;;"?So sánh đúng số: /);
  expect(others).toEqual([]);
  expect(await preview(ledger({ indicatorVersionId: indicators.budget }), actor)).toMatchObject({
    count: 2,
    filterLine: expect.stringContaining('Chỉ tiêu: '),
  });
});
