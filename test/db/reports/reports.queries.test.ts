import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/reports/reports.invariants.ts';
import { findReport, findReportingMembers, findReportingYear, findValuesOfYear } from '#db/reports/reports.queries.ts';
import { saveReportValue, updateReport } from '#db/reports/reports.writes.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { givenIndicators, givenReport } from '#test/builders/reports.builder.ts';
import { givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { yearA, yearB, units, actors } = await givenWorld(db);
const { budget, poverty, movements } = await givenIndicators(db, yearA, yearB);
const sonLa = await givenReport(db, { clusterYearId: yearA, unitId: units.SL }, { [budget]: 44_863, [poverty]: null });
const quangTri = await givenReport(db, { clusterYearId: yearB, unitId: units.QT }, { [budget]: 1 });
const read = (actor: keyof typeof actors) => accessFor(actors[actor], 'reports.byId') ?? NO_ACCESS;

const BY = { savedAt: '2024-01-10T03:00:00.000Z', savedBy: 'Lê Văn Mẫu' };

test('a report is found with its year, unit and chair by members of its cluster only', async () => {
  const found = await findReport(db.reads, read('specialistLS'), sonLa);
  expect(found).toMatchObject({
    unitName: 'Sơn La',
    chairName: 'tỉnh Lạng Sơn',
    year: 2023,
    status: 'draft',
    version: 1,
  });
  expect(await findReport(db.reads, read('specialistQT'), sonLa)).toBeUndefined();
  expect(await findReport(db.reads, read('auditor'), quangTri)).toMatchObject({ unitName: 'Quảng Trị' });
  expect(await findReport(db.reads, read('roleless'), sonLa)).toBeUndefined();
});

test('members come in the order of the cluster, figures of one year only', async () => {
  const year = await findReportingYear(db.reads, read('reporterSL'), yearA);
  expect((await findReportingMembers(db.reads, year!)).map(({ name }) => name)).toEqual(['Sơn La', 'Lạng Sơn']);
  const values = await findValuesOfYear(db.reads, yearA, 'year-end');
  expect(values.map(({ unitId, value }) => [unitId, value])).toEqual(
    expect.arrayContaining([
      ['SL', 44_863],
      ['SL', null],
    ]),
  );
  expect(values).toHaveLength(2);
});

test('a figure is saved only over the version that was seen', async () => {
  const cell = { value: 1, valueStatus: 'estimate' as const, sourceOffice: '', note: '' };
  const at = (seenVersion: number) => ({ reportId: sonLa, indicatorVersionId: movements, seenVersion });
  const save = (seenVersion: number) => inTransaction(db, (tx) => saveReportValue(tx, at(seenVersion), cell, BY));
  expect(await save(0)).toBe(1);
  expect(await save(0)).toBeUndefined();
  expect(await save(1)).toBe(2);
  expect(await save(1)).toBeUndefined();
});

test("the report's own fields as well", async () => {
  const save = (seenVersion: number) =>
    inTransaction(db, (tx) => updateReport(tx, { id: quangTri, seenVersion }, { narrative: 'Nội dung' }));
  expect(await save(1)).toBe(2);
  expect(await save(1)).toBeUndefined();
});

test('a received report without a figure, or without its instant, is found by the check of the data', async () => {
  const broken = async () =>
    (
      await Promise.all(invariants.map(async ({ name, find }) => ((await find(db.reads)).length > 0 ? [name] : [])))
    ).flat();
  expect(await broken()).toEqual([]);
  await db.writes
    .updateTable('report')
    .set({ status: 'received', sentAt: '2024-01-12T03:00:00.000Z' })
    .where('id', '=', sonLa)
    .execute();
  expect(await broken()).toEqual(['report.sent-is-complete', 'report.status-has-its-date']);
  await db.writes.updateTable('report').set({ status: 'draft', unitId: units.QT }).where('id', '=', sonLa).execute();
  expect(await broken()).toEqual(['report.of-a-member']);
});
