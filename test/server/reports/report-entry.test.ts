import { TRPCError } from '@trpc/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { insertFile } from '#db/files/files.writes.ts';
import { findPeerFigures } from '#db/reports/reports.queries.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { Refusal } from '#shared/core/refusal.ts';
import type { ReportCell, ReportId, ReportStatus } from '#shared/reports/reports.schema.ts';
import { givenIndicators, givenReport } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { yearA, yearB, units, actors } = await givenWorld(db);
const ids = await givenIndicators(db, yearA, yearB);
type VersionId = ReportCell['indicatorVersionId'];

const as = (who: keyof WorldActors, now?: string) =>
  createCaller(aContext(db, actors[who], now === undefined ? {} : { now })).reports;
const code = (call: Promise<unknown>) =>
  call.then(
    () => 'yes',
    (error: unknown) => {
      if (!(error instanceof TRPCError) || !(error.cause instanceof Refusal)) throw error;
      return error.cause.reasons[0]!.code;
    },
  );
const period = { clusterYearId: yearA as never, period: 'year-end' as const };

let report: ReportId;
beforeEach(async () => {
  await inTransaction(db, async (tx) => {
    for (const table of ['reportSection', 'reportHeading', 'reportCellFile'] as const)
      await tx.deleteFrom(table).execute();
    for (const table of ['reportValueVersion', 'reportValue', 'report'] as const) await tx.deleteFrom(table).execute();
  });
  report = await givenReport(db, { clusterYearId: yearA, unitId: units.SL }, { [ids.budget]: 44_863 });
});

describe('figures', () => {
  const cell = (indicatorVersionId: string, value: number, seenVersion: number): ReportCell => ({
    ...{ indicatorVersionId: indicatorVersionId as VersionId, value, seenVersion },
    ...{ valueStatus: 'estimate', sourceOffice: '', note: '' },
  });

  test('new ones and changed ones go in one call; every replaced version stays, none of a refused call', async () => {
    const all = (seen: number) => [
      cell(ids.budget, seen + 1, seen + 1),
      cell(ids.poverty, seen, seen),
      cell(ids.movements, seen, seen),
    ];
    await as('reporterSL', '2024-03-01T02:00:00.000Z').saveCells({ id: report, cells: all(0) });
    await as('reporterSL', '2024-03-01T02:10:00.000Z').saveCells({ id: report, cells: all(1) });
    expect(
      await code(as('reporterSL').saveCells({ id: report, cells: all(1).map((one) => ({ ...one, value: 99 })) })),
    ).toBe('report.cell-changed-meanwhile');
    const versions = (version: string) =>
      as('reporterSL').cellVersions({ id: report, indicatorVersionId: version as VersionId });
    expect((await versions(ids.budget)).map(({ version, value }) => [version, value])).toEqual([
      [3, 2],
      [2, 1],
      [1, 44_863],
    ]);
    expect((await versions(ids.poverty)).map(({ value, savedBy }) => [value, savedBy])).toEqual([
      [1, 'Tổng hợp Sơn La'],
      [0, 'Tổng hợp Sơn La'],
    ]);
  });

  test('what one types in one go is one version; another status, another person, a report once sent keep each', async () => {
    const minute = (at: number) => new Date(Date.parse('2024-03-01T02:00:00.000Z') + at * 60_000).toISOString();
    let seen = 1;
    const type = (at: number, value: number, more: Partial<ReportCell> = {}) =>
      as('reporterSL', minute(at)).saveCells({ id: report, cells: [{ ...cell(ids.budget, value, seen++), ...more }] });
    const kept = async () =>
      (await as('reporterSL').cellVersions({ id: report, indicatorVersionId: ids.budget as VersionId })).map(
        ({ value }) => value,
      );
    await type(0, 4);
    await type(1, 45);
    await type(9, 450);
    expect(await kept()).toEqual([450, 44_863]);
    await type(19, 460);
    expect(await kept()).toEqual([460, 450, 44_863]);
    await type(20, 460, { valueStatus: 'preliminary' });
    await type(21, 461, { valueStatus: 'preliminary' });
    await type(22, 461, { valueStatus: 'preliminary', sourceOffice: 'Sở Tài chính' });
    expect(await kept()).toEqual([461, 461, 460, 450, 44_863]);
    await inTransaction(db, (tx) =>
      tx.updateTable('reportValue').set({ savedBy: 'Người khác' }).where('reportId', '=', report).execute(),
    );
    await type(23, 470, { valueStatus: 'preliminary', sourceOffice: 'Sở Tài chính' });
    await inTransaction(db, (tx) =>
      tx
        .updateTable('report')
        .set({ sentAt: minute(24) })
        .where('id', '=', report)
        .execute(),
    );
    await type(25, 471, { valueStatus: 'preliminary', sourceOffice: 'Sở Tài chính' });
    expect((await kept()).slice(0, 4)).toEqual([471, 470, 461, 461]);
  });

  test('of a draft nobody else reads the earlier versions', async () => {
    const asked = { id: report, indicatorVersionId: ids.budget as VersionId };
    expect(await code(as('specialistLS').cellVersions(asked))).toBe('report.not-found');
  });

  test('what was tried before sending stays with the unit; what replaced a sent figure is open', async () => {
    const asked = { id: report, indicatorVersionId: ids.budget as VersionId };
    const shown = async (who: keyof WorldActors) => (await as(who).cellVersions(asked)).map(({ value }) => value);
    await as('reporterSL').saveCells({ id: report, cells: [cell(ids.budget, 40_000, 1)] });
    const stand = (about: { status: ReportStatus; sentAt: string }) =>
      inTransaction(db, (tx) => tx.updateTable('report').set(about).where('id', '=', report).execute());
    await stand({ status: 'sent', sentAt: '2999-01-01T00:00:00.000Z' });
    expect(await shown('specialistLS')).toEqual([40_000]);
    expect(await shown('reporterSL')).toEqual([40_000, 44_863]);
    await stand({ status: 'sent', sentAt: '2001-01-01T00:00:00.000Z' });
    expect(await shown('specialistLS')).toEqual([40_000, 44_863]);
  });

  test('a document becomes evidence of one figure, and only a document of this report', async () => {
    const file = async (subjectId: string) => {
      const id = uuidv7();
      const content = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf', name: 'Kho bạc.pdf' };
      const at = { createdBy: 'x', createdAt: '2024-01-10T03:00:00.000Z', removedAt: null, unitId: units.SL };
      await inTransaction(db, (tx) => insertFile(tx, { id, ...content, subjectKind: 'report', subjectId, ...at }));
      return id as never;
    };
    const own = await file(report);
    const pin = (fileId: never, indicatorVersionId: string | null) =>
      as('reporterSL').pinFile({ id: report, fileId, indicatorVersionId: indicatorVersionId as VersionId | null });
    await pin(own, ids.budget);
    const pinned = async () => (await as('reporterSL').byId({ id: report })).cells.map(({ fileIds }) => fileIds.length);
    expect(await pinned()).toEqual([1, 0, 0]);
    await pin(own, ids.poverty);
    expect(await pinned()).toEqual([0, 1, 0]);
    await pin(own, null);
    expect(await pinned()).toEqual([0, 0, 0]);
    expect(await code(pin(await file(uuidv7()), ids.budget))).toBe('report.file-not-here');
    expect(await code(pin(own, 'NOT-ASKED'))).toBe('report.unknown-indicator');
  });
});

test('peers are those that have sent and stand still, and never the unit itself', async () => {
  const values = { [ids.budget]: 70_000 };
  const theirs = await givenReport(db, { clusterYearId: yearA, unitId: units.LS }, values);
  const of = { clusterYearId: yearA, period: 'year-end', unitId: units.SL } as const;
  const peers = () => findPeerFigures(db.reads, of, '2024-03-01T05:00:00.000Z');
  const becomes = (status: ReportStatus) =>
    inTransaction(db, (tx) =>
      tx.updateTable('report').set({ status, sentAt: '2024-01-12T03:00:00.000Z' }).where('id', '=', theirs).execute(),
    );
  expect(await peers()).toEqual([]);
  await becomes('supplement');
  expect(await peers()).toEqual([]);
  await becomes('sent');
  expect((await peers()).map(({ unitId, value }) => [unitId, value])).toEqual([[units.LS, 70_000]]);
  // One peer tells too much about itself: the browser gets nothing.
  expect((await as('reporterSL').byId({ id: report })).cells.map((cell) => cell.peers)).toEqual([null, null, null]);
});

describe('the text', () => {
  const headings = (titles: string[], seenIds: string[] = [], known: Record<string, string> = {}) =>
    as('specialistLS').saveHeadings({
      ...period,
      headings: titles.map((title) => ({ id: (known[title] ?? null) as never, title, hint: '' })),
      seenIds: seenIds as never,
    });
  const listed = async () => as('reporterSL').headings(period);
  const write = (headingId: string, content: string, seenVersion: number) =>
    as('reporterSL').saveSections({ id: report, sections: [{ headingId: headingId as never, content, seenVersion }] });

  test('is written under the headings of the leading unit, and kept in one way', async () => {
    await headings(['Kết quả', 'Hạn chế']);
    const [first] = await listed();
    await write(first!.id, '\n• Vượt **kế hoạch**\n3) hai\n<script>x</script>\n\n', 0);
    const { sections } = await as('reporterSL').byId({ id: report });
    expect(sections.map(({ title, content, version }) => [title, content, version])).toEqual([
      ['Kết quả', '- Vượt **kế hoạch**\n1. hai\n<script>x</script>', 1],
      ['Hạn chế', '', 0],
    ]);
  });

  test('the second of two editors is told; a heading of another period is none', async () => {
    await headings(['Kết quả']);
    const [first] = await listed();
    await write(first!.id, 'Một', 0);
    expect(await code(write(first!.id, 'Hai', 0))).toBe('report.section-changed-meanwhile');
    expect(await code(write(uuidv7(), 'Hai', 0))).toBe('report.unknown-heading');
  });

  test('a heading somebody wrote under stays, one that changed meanwhile is not overwritten', async () => {
    await headings(['Kết quả', 'Hạn chế']);
    const before = await listed();
    const seen = before.map(({ id }) => id);
    await write(before[0]!.id, 'Một', 0);
    expect(await code(headings(['Hạn chế'], seen, { 'Hạn chế': before[1]!.id }))).toBe('report.heading-in-use');
    await headings(['Kết quả'], seen, { 'Kết quả': before[0]!.id });
    expect(await code(headings([], seen))).toBe('report.headings-changed-meanwhile');
    expect((await listed()).map(({ title }) => title)).toEqual(['Kết quả']);
  });

  test('stands still with the report', async () => {
    await headings(['Kết quả']);
    const [first] = await listed();
    await inTransaction(db, (tx) =>
      tx.updateTable('report').set({ status: 'sent', sentAt: '2024-01-12T03:00:00.000Z' }).execute(),
    );
    expect(await code(write(first!.id, 'Muộn', 0))).toBe('report.locked');
  });
});
