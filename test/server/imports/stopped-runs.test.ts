import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/imports/imports.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { settleAllStopped } from '#server/imports/settle.service.ts';
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

const HEAD = ['Họ và tên', 'Loại đối tượng', 'Hình thức khen thưởng', 'Số quyết định', 'Ngày quyết định'];
const TABLE = csv(
  HEAD,
  ...['Một', 'Hai', 'Ba'].map((name) => [`Tổ Mẫu ${name}`, 'Tập thể', 'BKT', '120/QĐ-UBND', '20/02/2023']),
);

const jobs = () => createCaller(importer.context).jobs;
const jobOf = async (id: ImportRunId) => {
  const { jobId } = await world.db.reads
    .selectFrom('importRun')
    .select('jobId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return jobId as never;
};
const awards = async () => (await world.db.reads.selectFrom('award').select('id').execute()).length;
const holds = async () => {
  for (const { name, find } of invariants) expect(await find(world.db.reads), name).toEqual([]);
};

/** Confirmed, its job waiting. */
async function confirmed(): Promise<ImportRunId> {
  const id = await importer.sendAndCheck({ kind: 'awards' }, TABLE);
  const { version } = await importer.view(id);
  await importer.imports.confirm({ id, seenVersion: version, idempotencyKey: uuidv7() });
  return id;
}

/** As the writing stands after two of the three rows: the third one waits again. */
async function brokenOff(end: 'failed' | 'cancelled'): Promise<ImportRunId> {
  const id = await importer.sendAndCheck({ kind: 'awards' }, TABLE);
  const { version } = await importer.view(id);
  await importer.imports.skip({ id, seenVersion: version, rowNumbers: [4], skip: true });
  await importer.drain();
  await importer.confirm(id);
  await inTransaction(world.db, async (tx) => {
    await tx.updateTable('importRow').set({ verdict: 'new' }).where('verdict', '=', 'skipped').execute();
    await tx.updateTable('importRun').set({ status: 'applying', appliedAt: null, undoUntil: null }).execute();
    const error = JSON.stringify([{ code: 'job.died', facts: { attemptCount: 5 } }]);
    await tx.updateTable('job').set({ status: end, error }).where('kind', '=', 'import.apply').execute();
  });
  await settleAllStopped(importer.context);
  return id;
}

test('a job cancelled while it waits leaves no run that waits for it', async () => {
  const id = await confirmed();
  await jobs().cancel({ id: await jobOf(id) });
  expect(await importer.view(id)).toMatchObject({ status: 'cancelled', counts: { applied: 0 } });
  await importer.drain();
  expect(await awards()).toBe(0);

  await jobs().retry({ id: await jobOf(id) });
  await importer.drain();
  expect(await importer.view(id)).toMatchObject({ status: 'applied', counts: { applied: 3 } });

  const { version } = await importer.view(id);
  await importer.imports.undo({ id, seenVersion: version });
  await jobs().cancel({ id: await jobOf(id) });
  expect(await importer.view(id)).toMatchObject({ status: 'applied', actions: { undo: { allowed: true } } });
  await holds();
});

test('writing that broke off is gone on with, and nothing is written twice', async () => {
  const id = await brokenOff('failed');
  const { actions, version, ...run } = await importer.view(id);
  expect(run).toMatchObject({ status: 'failed', counts: { applied: 2 }, failure: [{ code: 'job.died' }] });
  expect([actions.confirm.allowed, actions.undo.allowed, actions.choose.allowed]).toEqual([true, true, false]);
  await importer.imports.confirm({ id, seenVersion: version, idempotencyKey: uuidv7() });
  await importer.drain();
  expect(await importer.view(id)).toMatchObject({ status: 'applied', failure: null, counts: { applied: 3 } });
  expect(await awards()).toBe(3);
  await holds();
});

test('writing that broke off is taken back, also after the undo itself was stopped', async () => {
  const id = await brokenOff('failed');
  const { version } = await importer.view(id);
  await importer.imports.undo({ id, seenVersion: version });
  await jobs().cancel({ id: await jobOf(id) });
  // A row waits to be written, so it is not "applied".
  expect(await importer.view(id)).toMatchObject({ status: 'cancelled', actions: { undo: { allowed: true } } });
  await holds();
  expect(await importer.undo(id)).toMatchObject({ status: 'undone' });
  expect(await awards()).toBe(0);
  await holds();
});

test('a file that was not read leaves nothing to go on with', async () => {
  const id = await importer.send({ kind: 'awards' }, '%PDF-1.7', 'danh-sach.csv').catch(() => null);
  expect(id).toBeNull();
  const read = await importer.send({ kind: 'awards' }, '\n\n', 'trong.csv');
  const { status, actions } = await importer.view(read);
  expect([status, actions.confirm.allowed, actions.undo.allowed]).toEqual(['failed', false, false]);
});
