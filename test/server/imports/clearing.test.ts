import { access } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/imports/imports.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { contentPath, sweepFiles } from '#server/files/files.service.ts';
import { sweepImports } from '#server/imports/clearing.service.ts';
import { clearsAt } from '#shared/imports/import-run.rules.ts';
import type { ImportRunId } from '#shared/imports/imports.schema.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let importer: Importer;

beforeEach(async () => {
  world = await givenWorld(await testDb());
  await givenAwardForm(world.db);
  await givenAccount(world.db, world.actors.specialistLS);
  importer = new Importer(world, world.actors.specialistLS);
});

const CCCD = '020185000123';
const TABLE = csv(
  ['Họ và tên', 'Giới tính', 'Số CCCD', 'Hình thức khen thưởng', 'Số quyết định', 'Ngày quyết định'],
  ['Lò Văn Mẫu', 'Nam', CCCD, 'BKT', '120/QĐ-UBND', '20/02/2023'],
  ['Vi Thị Mẫu', 'Nữ', '123', 'BKT', '120/QĐ-UBND', '20/02/2023'],
);
const HOUR_MS = 3_600_000;

/** Everything about a run happened so many hours earlier. */
async function ago(id: ImportRunId, hours: number): Promise<void> {
  const back = (instant: string | null) =>
    instant === null ? null : new Date(Date.parse(instant) - hours * HOUR_MS).toISOString();
  await inTransaction(world.db, async (tx) => {
    const run = await tx.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const { createdAt, appliedAt, undoUntil, undoneAt } = run;
    await tx
      .updateTable('importRun')
      .set({
        createdAt: back(createdAt)!,
        appliedAt: back(appliedAt),
        undoUntil: back(undoUntil),
        undoneAt: back(undoneAt),
      })
      .where('id', '=', id)
      .execute();
    const job = await tx.selectFrom('job').select('finishedAt').where('id', '=', run.jobId!).executeTakeFirst();
    await tx
      .updateTable('job')
      .set({ finishedAt: back(job?.finishedAt ?? null) })
      .where('id', '=', run.jobId!)
      .execute();
  });
}

async function kept(id: ImportRunId) {
  await sweepImports(importer.context);
  await sweepFiles(importer.context, 0);
  const run = await world.db.reads.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const rows = await world.db.reads.selectFrom('importRow').select('rowNumber').where('runId', '=', id).execute();
  const isThere = await access(contentPath(importer.context, run.fileSha256)).then(
    () => true,
    () => false,
  );
  return { run, rows: rows.length, isThere };
}

test('thirty days after the undo is over, file and rows go; who, when, name, hash and counts stay', async () => {
  const id = await importer.sendAndCheck({ kind: 'awards' }, TABLE);
  await importer.confirm(id);
  await ago(id, 24 + 29 * 24);
  expect(await kept(id)).toMatchObject({ rows: 2, isThere: true });
  const before = await importer.view(id);
  expect(before).toMatchObject({ clearedAt: null, counts: { applied: 1, wrong: 1 } });

  await ago(id, 25);
  const { run, ...left } = await kept(id);
  expect(left).toEqual({ rows: 0, isThere: false });
  expect(run).toMatchObject({
    fileName: 'danh-sach.csv',
    fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    createdBy: world.actors.specialistLS.accountId,
    found: null,
    chosen: null,
  });
  expect(await importer.view(id)).toMatchObject({
    status: 'applied',
    counts: before.counts,
    clearsAt: null,
    clearedAt: expect.any(String),
  });
  expect(await importer.rows(id)).toEqual([]);
  expect(await world.db.reads.selectFrom('award').select('id').execute()).toHaveLength(1);
  const told = await world.db.reads
    .selectFrom('auditEntry')
    .select('actorId')
    .where('action', '=', 'import.cleared')
    .execute();
  expect(told).toEqual([{ actorId: 'system' }]);
  for (const { name, find } of invariants) expect(await find(world.db.reads), name).toEqual([]);
});

test('what was cancelled or not read goes after a day, and cannot be taken up again', async () => {
  const id = await importer.send({ kind: 'awards' }, TABLE);
  const { version, clearsAt: later } = await importer.view(id);
  expect(Date.parse(later!) - Date.now()).toBeGreaterThan(29 * 24 * HOUR_MS);
  await importer.imports.cancel({ id, seenVersion: version });
  await ago(id, 23);
  expect(await kept(id)).toMatchObject({ isThere: true });
  await ago(id, 2);
  expect(await kept(id)).toMatchObject({ isThere: false, run: { status: 'cancelled', found: null } });

  const broken = await importer.send({ kind: 'awards' }, '\n\n', 'trong.csv');
  await ago(broken, 25);
  expect(await kept(broken)).toMatchObject({ isThere: false });
  const { jobId } = await world.db.reads
    .selectFrom('importRun')
    .select('jobId')
    .where('id', '=', broken)
    .executeTakeFirstOrThrow();
  const { jobs } = createCaller(importer.context);
  await jobs.retry({ id: jobId as never });
  await importer.drain();
  expect(await jobs.byId({ id: jobId as never })).toMatchObject({
    status: 'failed',
    reasons: [{ code: 'import.cleared' }],
  });
});

test('one that nobody went on with is given up after thirty days', async () => {
  const id = await importer.sendAndCheck({ kind: 'awards' }, TABLE);
  await ago(id, 30 * 24 - 1);
  expect(await kept(id)).toMatchObject({ rows: 2, run: { status: 'checked' } });
  await ago(id, 2);
  expect(await kept(id)).toMatchObject({ rows: 0, isThere: false, run: { status: 'cancelled' } });
});

test('rows that can still be taken back are never cleared', () => {
  const at = '2024-03-01T00:00:00.000Z';
  const stopped = { createdAt: at, endedAt: at, appliedAt: at, undoneAt: null };
  expect(clearsAt({ status: 'cancelled', ...stopped, undoUntil: '2024-03-05T00:00:00.000Z' })).toBe(
    '2024-03-05T00:00:00.000Z',
  );
  expect(clearsAt({ status: 'failed', ...stopped, undoUntil: null })).toBe('2024-03-02T00:00:00.000Z');
  expect(clearsAt({ status: 'undoing', ...stopped, undoUntil: at })).toBeNull();
});
