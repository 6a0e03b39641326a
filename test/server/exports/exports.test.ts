import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { read, type WorkSheet } from '@e965/xlsx';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { ActorContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { sweepExports } from '#server/exports/exports.service.ts';
import { csvParts, type Sheet, xlsxStream } from '#server/exports/xlsx-writer.ts';
import { openFile } from '#server/files/files.service.ts';
import { drainJobs } from '#server/jobs/queue.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { StartExport } from '#shared/exports/exports.schema.ts';
import { givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
beforeAll(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  await givenAwards(db, [
    { unitId: world.units.LS, name: '=HYPERLINK("http://x")', year: 2022, decidedOn: '2022-11-03' },
    { unitId: world.units.LS, name: 'Lò Thị Mẫu', year: 2023 },
    { unitId: world.units.SL, name: 'Vàng Văn Mẫu', year: 2023 },
  ]);
});

const contextOf = (actor = world.actors.specialistLS) => aContext(world.db, actor);
const ofLS = (): Pick<StartExport, 'list' | 'filters'> => ({
  list: 'awards',
  filters: { unitId: world.units.LS as never },
});
const order = (change: object = {}) =>
  ({
    ...ofLS(),
    columns: ['name', 'date', 'year', 'unit'],
    format: 'xlsx',
    idempotencyKey: uuidv7(),
    ...change,
  }) as StartExport;

async function contentOf(fileId: string, actor = world.actors.specialistLS): Promise<Buffer> {
  const ctx = contextOf(actor);
  const access = accessFor(actor, 'files.download')!;
  const { path: file } = await openFile(
    { ...ctx, procedure: 'files.download', access } as ActorContext,
    fileId as never,
  );
  return readFile(file);
}

const cell = (sheet: WorkSheet, at: string) =>
  sheet[at] as { t: string; v: unknown; f?: string; z?: string } | undefined;

test('the line of filters tells the number of a decision to whom may see its awards, and nothing to others', async () => {
  const id = uuidv7();
  await inTransaction(world.db, async (tx) => {
    await tx
      .insertInto('decision')
      .values({
        id,
        clusterYearId: null,
        numberingUnitId: world.units.LS,
        number: '4477/QĐ-UBND',
        numberNorm: '4477',
        numberYear: 2023,
        decidedOn: '2023-11-03',
        achievementYear: 2023,
        awardCode: 'BKT',
        way: 'merit',
        subject: 'Khen thưởng chưa công bố',
        submittedAt: null,
        signedOn: null,
        issuedAt: null,
        cancelGround: null,
        cancelReason: null,
        cancelNumber: null,
        cancelledOn: null,
      })
      .execute();
    await tx
      .updateTable('award')
      .set({ decisionId: id, decisionNumber: '4477/QĐ-UBND' })
      .where('printedName', '=', 'Lò Thị Mẫu')
      .execute();
  });
  const preview = (actor = world.actors.specialistLS) =>
    createCaller(contextOf(actor)).exports.preview({ list: 'awards', filters: { decisionId: id } } as never);
  expect(await preview()).toMatchObject({ count: 1, filterLine: 'Quyết định: 4477/QĐ-UBND' });
  const other = await preview(world.actors.specialistQT);
  expect(other).toMatchObject({ count: 0 });
  expect(other.filterLine).not.toContain('4477');
});

test('a small list comes at once: title, filters, who and when, columns as on the screen, real dates and numbers', async () => {
  const caller = createCaller(contextOf());
  expect(await caller.exports.preview(ofLS() as never)).toMatchObject({ count: 2, isMore: false });
  const { fileId } = await caller.exports.start(order());
  const book = read(await contentOf(fileId!), { cellNF: true, cellStyles: true });
  const sheet = book.Sheets['Danh sách']!;
  expect(cell(sheet, 'A2')!.v).toBe('SỔ KHEN THƯỞNG');
  expect(cell(sheet, 'A3')!.v).toMatch(/^Tỉnh, đơn vị: /);
  expect(cell(sheet, 'A4')!.v).toMatch(/^Người xuất: .+ Thời điểm: 01\/03\/2024/);
  expect(['A6', 'B6', 'C6', 'D6', 'E6'].map((at) => cell(sheet, at)!.v)).toEqual([
    'STT',
    'Tên tập thể, cá nhân',
    'Ngày',
    'Năm',
    'Tỉnh',
  ]);
  expect(['A7', 'B7', 'D7'].map((at) => cell(sheet, at)!.v)).toEqual([1, 'Lò Thị Mẫu', 2023]);
  expect(cell(sheet, 'C7')).toMatchObject({ t: 'n', v: 45280, z: 'dd/mm/yyyy' });
  // What somebody wrote as a name stays a name.
  expect(cell(sheet, 'B8')).toMatchObject({ t: 's', v: '=HYPERLINK("http://x")' });
  expect(cell(sheet, 'B8')!.f).toBeUndefined();
  expect(cell(sheet, 'A9')).toBeUndefined();
  expect(book.Workbook?.Names).toContainEqual(
    expect.objectContaining({ Name: '_xlnm.Print_Titles', Ref: "'Danh sách'!$6:$6" }),
  );
});

test('the same key gives the same file; only its maker fetches it', async () => {
  const caller = createCaller(contextOf());
  const asked = order();
  const { fileId } = await caller.exports.start(asked);
  expect((await caller.exports.start(asked)).fileId).toBe(fileId);
  await expect(contentOf(fileId!, world.actors.approverLS ?? world.actors.reporterSL)).rejects.toThrow(
    'file.not-found',
  );
});

test('a csv has its mark, semicolons and harmless cells', async () => {
  const { fileId } = await createCaller(contextOf()).exports.start(order({ format: 'csv', columns: ['name', 'date'] }));
  expect((await contentOf(fileId!)).toString('utf8')).toBe(
    '\ufeffSTT;Tên tập thể, cá nhân;Ngày\r\n1;Lò Thị Mẫu;20/12/2023\r\n2;"\'=HYPERLINK(""http://x"")";03/11/2022\r\n',
  );
});

test('rows that the list would not show are not in the file, and nothing is no file', async () => {
  const reporter = createCaller(contextOf(world.actors.reporterSL));
  await expect(reporter.exports.start(order({ filters: { year: 1999 } }))).rejects.toThrow('export.nothing');
  await expect(createCaller(contextOf()).exports.start(order({ columns: ['cccd'] }))).rejects.toThrow(
    'export.no-columns',
  );
});

test('a large list is made by a job, with a notice and its file', { timeout: 60_000 }, async () => {
  const many = Array.from({ length: 5_001 }, (_, n) => ({ unitId: world.units.QT, name: `Nguyễn Văn Mẫu ${n}` }));
  for (let from = 0; from < many.length; from += 400) await givenAwards(world.db, many.slice(from, from + 400));
  const admin = { ...world.actors.specialistLS, roles: [{ role: 'admin' as const, unitId: null }] };
  await givenAccount(admin.accountId);
  const ctx = contextOf(admin);
  const caller = createCaller(ctx);
  const { jobId, fileId } = await caller.exports.start(
    order({ filters: { unitId: world.units.QT }, columns: ['name'] }),
  );
  expect(fileId).toBeNull();
  await drainJobs(ctx);
  const job = await caller.jobs.byId({ id: jobId as never });
  expect(job).toMatchObject({ status: 'done', progress: 5_001, progressTotal: 5_001 });
  expect((await caller.notices.list()).rows[0]).toMatchObject({ fileId: job.fileId, jobId });
  const sheet = read(await contentOf(job.fileId!, admin)).Sheets['Danh sách']!;
  expect(cell(sheet, 'A5007')!.v).toBe(5_001);
});

/** Jobs act with the roles their maker has now, so the account must be there. */
async function givenAccount(id: string): Promise<void> {
  const at = '2024-01-01T00:00:00.000Z';
  await inTransaction(world.db, async (tx) => {
    await tx
      .insertInto('authUser')
      .values({
        id,
        name: 'Quản trị',
        email: `${id}@accounts.invalid`,
        emailVerified: 0,
        createdAt: at,
        updatedAt: at,
      } as never)
      .execute();
    await tx
      .insertInto('accountProfile')
      .values({ userId: id, unitId: null, title: null, isDemo: 0 } as never)
      .execute();
    await tx
      .insertInto('accountRole')
      .values({ id: uuidv7(), userId: id, role: 'admin', unitId: null, validFrom: null, validTo: null })
      .execute();
  });
}

test('files are cleared away after a week, and the log says so', async () => {
  const ctx = contextOf();
  const { fileId } = await createCaller(ctx).exports.start(order());
  await sweepExports(ctx);
  expect(await contentOf(fileId!)).toBeTruthy();
  await inTransaction(world.db, (tx) =>
    tx.updateTable('file').set({ createdAt: '2024-01-01T00:00:00.000Z' }).where('id', '=', fileId!).execute(),
  );
  await sweepExports(ctx);
  await expect(contentOf(fileId!)).rejects.toThrow('file.not-found');
  const told = await world.db.reads
    .selectFrom('auditEntry')
    .select('subjectLabel')
    .where('action', '=', 'export.expired')
    .execute();
  expect(told).toHaveLength(1);
});

const aSheet = (cells: string[]): Sheet => ({
  office: '',
  title: 'T',
  filterLine: '',
  madeLine: '',
  numberLabel: 'STT',
  columns: [{ label: 'A', type: 'text', paperWidth: 10 }],
  rows: (async function* () {
    yield cells.map((one) => [one]);
  })(),
});
const NASTY = ['=1+1', '+84', '-1', '@x', '\tx', '＝1', 'a\u0001<b>&"', 'dòng 1\ndòng 2', '\ud800 nửa chữ'];

test('whatever stands in a cell, the file opens and no cell is a formula', async () => {
  const chunks: Buffer[] = [];
  for await (const chunk of xlsxStream(aSheet(NASTY))) chunks.push(chunk as Buffer);
  const sheet = read(Buffer.concat(chunks)).Sheets['Danh sách']!;
  const found = NASTY.map((_, at) => cell(sheet, `B${7 + at}`)!);
  expect(found.map(({ f }) => f)).toEqual(NASTY.map(() => undefined));
  expect(found.slice(0, 6).map(({ v }) => v)).toEqual(NASTY.slice(0, 6));
  expect(found[6]!.v).toBe('a<b>&"');
  const csv = await text(Readable.from(csvParts(aSheet(NASTY))));
  for (const line of csv.split('\r\n').slice(1, 7)) expect(line).toMatch(/^\d+;"?'/);
});

test.each([
  [{}, /^Sổ khen thưởng \d{4}-\d\d-\d\d\.csv$/],
  [{ demo: true }, / \(dữ liệu minh họa\)\.csv$/],
  [{ demo: true, training: { madeAt: '2024-01-01T00:00:00.000Z' } }, / \(tập huấn\)\.csv$/],
])('a file without a line for it says by its name that its figures are not real: %j', async (of, expected) => {
  const ctx = { ...contextOf(world.actors.specialistLS), ...of };
  const { fileId } = await createCaller(ctx).exports.start(order({ format: 'csv' }));
  const { name } = await world.db.reads
    .selectFrom('file')
    .select('name')
    .where('id', '=', fileId as string)
    .executeTakeFirstOrThrow();
  expect(name).toMatch(expected);
});
