import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as SheetJs from '@e965/xlsx';
import express from 'express';
import { type Cell, readXlsx, type Workbook, writeXlsx } from 'hucre';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { workbookRoutes } from '#server/reports/workbook/workbook.routes.ts';
import type { UploadedWorkbook } from '#server/reports/workbook/workbook.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import type { WorkbookChoice } from '#shared/reports/workbook.schema.ts';
import { givenIndicators, givenReport } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb, testDirectory } from '#test/core/test-db.ts';

const db = await testDb();
const { yearA, yearB, units, actors } = await givenWorld(db);
const ids = await givenIndicators(db, yearA, yearB);
const dataDir = testDirectory();
type VersionId = ReportCell['indicatorVersionId'];

let server: Server;
let base: string;
let somebody: Actor | null = null;
let report: ReportId;

beforeAll(async () => {
  const http = express().use(workbookRoutes(async () => aContext(db, somebody, { dataDir })));
  server = createServer(http).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/imports/workbooks`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(async () => {
  somebody = actors.reporterSL;
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('rateLimit').execute();
    for (const table of ['reportValueVersion', 'reportValue', 'report'] as const) await tx.deleteFrom(table).execute();
  });
  report = await givenReport(
    db,
    { clusterYearId: yearA, unitId: units.SL },
    { [ids.budget]: 44_863, [ids.movements]: 6 },
  );
});

const as = (who: keyof WorldActors) => createCaller(aContext(db, actors[who])).reports;
const cellsNow = async () => {
  const { cells } = await as('reporterSL').byId({ id: report });
  return Object.fromEntries(cells.map((cell) => [cell.indicatorVersionId, cell]));
};
const typed = async (id: string, more: Partial<ReportCell>) => {
  const { value, valueStatus, sourceOffice, note, version } = (await cellsNow())[id]!;
  const cell = { value, valueStatus, sourceOffice, note, ...more };
  return as('reporterSL').saveCells({
    id: report,
    cells: [{ ...cell, indicatorVersionId: id as VersionId, seenVersion: version }],
  });
};

async function download(id = report): Promise<Uint8Array> {
  const answer = await fetch(`${base}/${id}`);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.xlsx')]);
  return new Uint8Array(await answer.arrayBuffer());
}

const put = (body: Uint8Array | string, name = 'Biểu mẫu.xlsx', id: string = report) =>
  fetch(`${base}/${id}`, {
    method: 'PUT',
    headers: { 'x-file-name': encodeURIComponent(name) },
    body: body as BodyInit,
  });

async function upload(bytes: Uint8Array): Promise<UploadedWorkbook> {
  const answer = await put(bytes);
  const body = await answer.json();
  expect(answer.status, JSON.stringify(body)).toBe(200);
  return body as UploadedWorkbook;
}

async function refused(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  const { reasons } = (await response.json()) as { reasons?: { code: string }[] };
  return `${response.status} ${reasons?.map(({ code }) => code).join(' ')}`;
}

/** The file after somebody has worked on it in a program that keeps values and hidden sheets, and little else. */
async function worked(
  bytes: Uint8Array,
  change: (rows: Cell['value'][][], book: Workbook) => void,
): Promise<Uint8Array> {
  const book = await readXlsx(bytes);
  change(book.sheets[0]!.rows, book);
  return writeXlsx({
    sheets: book.sheets.map(({ name, rows, veryHidden, hidden }) => ({
      name,
      rows,
      hidden: hidden || veryHidden || false,
    })),
  });
}
const G = 6;
const K = 10;
/** Where the rows of the form stand, counted from 0. */
const line = { budget: 7, poverty: 8, movements: 9 };

const take = (
  { workbook, diff }: UploadedWorkbook,
  choices: readonly (readonly [id: string, part: 'value' | 'valueStatus' | 'note', take: WorkbookChoice])[] = [],
) =>
  as('reporterSL').takeWorkbook({
    id: report,
    workbook,
    choices: choices.map(([id, part, taken]) => ({ indicatorVersionId: id as VersionId, part, take: taken })),
    seen: diff.seen as never,
  });

test('the form is filled, locked but for its cells, checked by itself, and read by other programs', async () => {
  const bytes = await download();
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const [form] = sheets;
  expect(sheets.map(({ name, veryHidden }) => [name, veryHidden ?? false])).toEqual([
    ['Số liệu', false],
    ['Hướng dẫn', false],
    ['Lũy Tre', true],
  ]);
  expect(form!.rows[line.budget]!.slice(1, 7)).toEqual([
    1,
    'Thu ngân sách nhà nước trên địa bàn',
    'tỷ đồng',
    null,
    null,
    4486.3,
  ]);
  expect(form!.protection).toMatchObject({ sheet: true });
  const locked = (at: string) => form!.cells!.get(at)?.style?.protection?.locked ?? true;
  expect([locked('7,6'), locked('7,8'), locked('7,9'), locked('7,10')]).toEqual([false, false, false, false]);
  expect([locked('7,2'), locked('7,4'), locked('7,5'), locked('7,7'), locked('7,11')]).not.toContain(false);
  expect(form!.dataValidations!.map(({ type, range }) => `${type} ${range}`)).toEqual(
    expect.arrayContaining(['custom G8', 'whole G10', 'list I8:I10', 'textLength K8:K10']),
  );
  expect(form!.conditionalRules!.length).toBe(3);
  const book = SheetJs.read(bytes, { cellFormula: true, bookVBA: false });
  expect(book.Workbook!.Names!.map(({ Ref }) => Ref)).toEqual(["'Số liệu'!$B$1:$L$10", "'Số liệu'!$6:$6"]);
  expect(book.Sheets['Số liệu']!.G8).toMatchObject({ t: 'n', v: 4486.3 });
  expect(book.Sheets['Số liệu']!.L8!.f).toContain('Nhầm đơn vị tính?');
});

test('what was changed is shown cell by cell, nothing is saved before it is confirmed, and only once', async () => {
  const file = await worked(await download(), (rows) => {
    rows[line.budget]![G] = 4500.5;
    rows[line.budget]![K] = 'Gồm cả thuế xuất nhập khẩu';
    rows[line.poverty]![G] = '3,62';
    // Sorted by somebody, who kept whole rows.
    [rows[7], rows[9]] = [rows[9]!, rows[7]!];
  });
  const sent = await upload(file);
  expect(sent.problems).toEqual([]);
  expect(sent.diff.cells.map(({ address, fate, now, file: said }) => [address, fate, now, said])).toEqual([
    ['G10', 'file', 44_863, 45_005],
    ['K10', 'file', '', 'Gồm cả thuế xuất nhập khẩu'],
    ['G9', 'file', null, 362],
  ]);
  expect((await cellsNow())[ids.budget]!.value).toBe(44_863);
  await take(sent, [[ids.budget, 'note', 'now']]);
  expect((await cellsNow())[ids.budget]).toMatchObject({ value: 45_005, note: '', version: 2 });
  expect((await cellsNow())[ids.poverty]).toMatchObject({ value: 362, version: 1 });
  const entry = await db.reads
    .selectFrom('auditEntry')
    .innerJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
    .select(['action', 'newValue'])
    .where('subjectId', '=', report)
    .where('field', '=', 'workbook')
    .execute();
  expect(entry).toEqual([
    { action: 'report.workbook-applied', newValue: `Biểu mẫu.xlsx (SHA-256 ${sent.workbook.sha256})` },
  ]);

  const again = await upload(file);
  expect(again.usedBefore).toMatchObject({ by: 'Tổng hợp Sơn La' });
  expect(again.diff.cells.map(({ address }) => address)).toEqual(['K10']);
  expect(await take(sent).catch((error: { message: string }) => error.message)).toContain('meanwhile');
  await take(again);
  const third = await upload(file);
  expect(third.diff).toEqual({ cells: [], kept: [], seen: [] });
  expect(await take(third)).toEqual({ cells: [] });
});

test('newer edits stay or meet the file as a conflict that has to be chosen', async () => {
  const file = await worked(await download(), (rows) => {
    rows[line.budget]![G] = 4500;
  });
  await typed(ids.budget, { value: 46_000, note: 'Chị Mai sửa' });
  await typed(ids.movements, { value: 7 });
  const sent = await upload(file);
  expect(sent.diff.cells).toMatchObject([
    { fate: 'both', was: 44_863, now: 46_000, file: 45_000, savedBy: 'Tổng hợp Sơn La' },
  ]);
  expect(sent.diff.kept.map(({ part, was, now }) => [part, was, now])).toEqual([
    ['note', '', 'Chị Mai sửa'],
    ['value', 6, 7],
  ]);
  await expect(take(sent)).rejects.toThrow('report.workbook-choose');
  await typed(ids.budget, { value: 46_100 });
  await expect(take(sent, [[ids.budget, 'value', 'file']])).rejects.toThrow('report.workbook-meanwhile');
  const diff = await as('reporterSL').compareWorkbook({ id: report, workbook: sent.workbook });
  expect(diff.cells).toMatchObject([{ now: 46_100 }]);
  await take({ ...sent, diff }, [[ids.budget, 'value', 'file']]);
  expect((await cellsNow())[ids.budget]).toMatchObject({ value: 45_000, note: 'Chị Mai sửa' });
  expect((await cellsNow())[ids.movements]).toMatchObject({ value: 7 });
});

test('what cannot be read is told by its cell; a figure with two readings is asked about', async () => {
  const bytes = await download();
  const book = await readXlsx(bytes);
  const [form] = book.sheets;
  form!.rows[line.budget]![G] = '29.000';
  form!.rows[line.poverty]![G] = '#REF!';
  form!.rows[line.movements]![G] = 5.5;
  form!.rows[line.movements]![4] = 3;
  form!.rows.push([null, null, 'Chỉ tiêu tự thêm', null, null, null, 12]);
  const cells = new Map<string, Partial<Cell>>([
    [`${line.poverty},${G}`, { value: '#REF!', type: 'error' }],
    [`${line.movements},${K}`, { formula: '1+1', formulaResult: 2, type: 'formula', value: null }],
  ]);
  const file = await writeXlsx({
    sheets: book.sheets.map(({ name, rows }, at) => ({ name, rows, ...(at === 0 && { cells }) })),
  });
  const sent = await upload(file);
  expect(sent.problems.map(({ address, code }) => [address, code])).toEqual([
    ['G9', 'import.cell-error'],
    ['G10', 'import.value-whole'],
    ['K10', 'import.cell-formula'],
    ['E10', 'report.workbook-locked-cell'],
    ['11', 'report.workbook-row-added'],
  ]);
  expect(sent.diff.cells).toMatchObject([{ address: 'G8', fate: 'unclear', readings: [290_000, 290] }]);
  await take(sent, [[ids.budget, 'value', 'reading-1']]);
  expect((await cellsNow())[ids.budget]!.value).toBe(290_000);
});

test('a slip of the unit of measure comes with the figure that was meant', async () => {
  const about = { clusterYearId: yearA, unitId: units.SL, indicatorVersionId: ids.budget };
  await inTransaction(db, (tx) =>
    tx
      .insertInto('priorValue')
      .values({ ...about, value: 44_000 })
      .execute(),
  );
  const file = await worked(await download(), (rows) => {
    rows[line.budget]![G] = 4_500_500;
  });
  const sent = await upload(file);
  expect(sent.diff.cells).toMatchObject([{ fate: 'file', file: 45_005_000, meant: 45_005 }]);
  await take(sent, [[ids.budget, 'value', 'meant']]);
  expect((await cellsNow())[ids.budget]!.value).toBe(45_005);
  await inTransaction(db, (tx) => tx.deleteFrom('priorValue').execute());
});

test('rows that are gone, doubled or mixed up keep what is saved', async () => {
  const file = await worked(await download(), (rows) => {
    rows[line.budget]![G] = 1;
    rows[line.poverty]![2] = 'Số phong trào thi đua';
    rows[line.poverty]![G] = 9;
    rows.push([...rows[line.budget]!]);
    rows.splice(line.movements, 1);
  });
  const sent = await upload(file);
  expect(sent.problems.map(({ code }) => code)).toEqual([
    'report.workbook-row-twice',
    'report.workbook-row-mixed',
    'report.workbook-row-gone',
  ]);
  expect(sent.diff.cells).toEqual([]);
});

test('copies that other programs saved work, in their own formats too', async () => {
  const book = SheetJs.read(await download(), { cellStyles: true });
  book.Sheets['Số liệu']!.G8 = { t: 'n', v: 4490.1 };
  for (const bookType of ['xlsx', 'ods', 'xls'] as const) {
    const copy = SheetJs.write(book, { bookType, type: 'buffer', bookSST: true }) as Uint8Array;
    const answer = await put(copy, `Bản sao.${bookType}`);
    const sent = (await answer.json()) as UploadedWorkbook;
    expect([bookType, sent.problems, sent.diff?.cells]).toMatchObject([
      bookType,
      [],
      [{ address: 'G8', file: 44_901 }],
    ]);
  }
});

test('a form of another unit, year, period or set of indicators is refused, and says which', async () => {
  const own = await download();
  const theirs = await givenReport(db, { clusterYearId: yearA, unitId: units.LS });
  const halfYear = await givenReport(db, { clusterYearId: yearA, unitId: units.SL, period: 'mid-year' });
  expect(await refused(put(own, 'x.xlsx', halfYear))).toBe('422 report.workbook-other-period');
  somebody = actors.reporterLS;
  expect(await refused(put(own, 'x.xlsx', theirs))).toBe('422 report.workbook-other-unit');
  expect(await refused(put(own))).toBe('403 report.not-own-unit');
  somebody = actors.reporterSL;

  const asked = await db.reads
    .selectFrom('clusterYearIndicator')
    .selectAll()
    .where('clusterYearId', '=', yearA)
    .execute();
  const drop = () =>
    inTransaction(db, (tx) =>
      tx
        .deleteFrom('clusterYearIndicator')
        .where('clusterYearId', '=', yearA)
        .where('indicatorVersionId', '=', ids.movements)
        .execute(),
    );
  await drop();
  const answer = await put(own);
  expect(((await answer.json()) as { reasons: { text: string }[] }).reasons[0]!.text).toContain(
    '“Số phong trào thi đua”',
  );
  await inTransaction(db, (tx) =>
    tx
      .insertInto('clusterYearIndicator')
      .values(asked.filter((row) => row.indicatorVersionId === ids.movements))
      .execute(),
  );

  expect(await refused(put(await worked(own, (_, book) => book.sheets.splice(2, 1))))).toBe(
    '422 report.workbook-no-stamp',
  );
  const changed = worked(own, (_, book) => {
    const text = String(book.sheets[2]!.rows[0]![0]);
    book.sheets[2]!.rows[0]![0] = `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`;
  });
  expect(await refused(put(await changed))).toBe('422 report.workbook-stamp-changed');
  expect(await refused(put('%PDF-1.7\n%%EOF'))).toBe('422 import.picture-not-table');
  expect(await refused(put('STT;Chỉ tiêu', 'x.csv'))).toBe('422 report.workbook-no-stamp');
  expect(await refused(put(new Uint8Array(6_000_000)))).toBe('422 report.workbook-too-large-file');

  await inTransaction(db, (tx) =>
    tx
      .updateTable('report')
      .set({ status: 'sent', sentAt: '2024-01-12T03:00:00.000Z' })
      .where('id', '=', report)
      .execute(),
  );
  expect(await refused(put(own))).toBe('422 report.locked');
  somebody = actors.specialistLS;
  expect(await refused(put(own))).toBe('403 account.lacks-role');
  somebody = null;
  expect(await refused(fetch(`${base}/${report}`))).toBe('401 account.not-signed-in');
});

test('what was read cannot be changed on its way back', async () => {
  const sent = await upload(
    await worked(await download(), (rows) => {
      rows[line.budget]![G] = 1;
    }),
  );
  sent.workbook.rows[0]!.said.value = 2;
  await expect(take(sent)).rejects.toThrow('report.workbook-stale');
});
