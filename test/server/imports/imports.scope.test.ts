import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/files/files.invariants.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Keys } from '#server/core/keys.ts';
import { openFile, removeFile, uploadFile } from '#server/files/files.service.ts';
import { sealCccd } from '#server/recipients/cccd.service.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { fold } from '#shared/core/fold.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let importer: Importer;

beforeEach(async () => {
  world = await givenWorld(await testDb());
  await givenAwardForm(world.db);
  await givenAccount(world.db, world.actors.specialistLS);
  importer = new Importer(world, world.actors.specialistLS);
});

const AWARD_HEAD = ['Họ và tên', 'Loại đối tượng', 'Hình thức khen thưởng', 'Số quyết định', 'Ngày quyết định'];
const PERSON_HEAD = ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Dân tộc', 'Đơn vị công tác'];

test('an award is not given to a record that the row cannot mean', async () => {
  const id = uuidv7();
  const name = 'Hợp tác xã Vùng khác';
  await inTransaction(world.db, (tx) =>
    insertRecipients(tx, [{ id, kind: 'collective', name, nameFold: fold(name), unitId: world.units.QT, isDemo: 0 }]),
  );
  const row = ['Hợp tác xã Mẫu', 'Tập thể', 'BKT', '120/QĐ-UBND', '20/02/2023'];
  const run = await importer.sendAndCheck({ kind: 'awards' }, csv(AWARD_HEAD, row));
  const { version } = await importer.view(run);
  await importer.imports.decide({ id: run, seenVersion: version, rowNumbers: [2], recipientId: id as never });
  await importer.drain();

  expect(await importer.rows(run)).toMatchObject([
    { verdict: 'doubtful', reasons: [{ code: 'import.decided-gone', field: 'name' }] },
  ]);
  const caller = createCaller(aContext(world.db, world.actors.specialistLS));
  await expect(caller.recipients.byId({ id: id as never })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('neither dân tộc nor a citizen number can be read from a row or from why it is wrong', async () => {
  const run = await importer.sendAndCheck(
    { kind: 'recipients' },
    csv(
      PERSON_HEAD,
      ['Lò Văn Mẫu', 'Nam', '1990', '', 'Xơ Đăng', 'Trường Mẫu'],
      ['Vi Văn Mẫu', 'Nam', '1991', '', 'Xơ Đănng', 'Trường Mẫu'],
    ),
  );
  const rows = await importer.rows(run);
  expect(rows).toMatchObject([
    { verdict: 'new', cells: { ethnicity: '••••' } },
    {
      verdict: 'wrong',
      cells: { ethnicity: '••••' },
      reasons: [{ code: 'import.cell-not-listed', field: 'ethnicity' }],
    },
  ]);
  const stored = await world.db.reads.selectFrom('importRow').selectAll().execute();
  expect(JSON.stringify([rows, stored, await importer.view(run)])).not.toMatch(/ơ Đ|ăng|nng/u);
});

test('a correction of a citizen number is refused: it would stand in clear beside the run', async () => {
  const row = ['Lò Văn Mẫu', 'Nam', '1990', '123456789', '', 'Trường Mẫu'];
  const run = await importer.sendAndCheck({ kind: 'recipients' }, csv(PERSON_HEAD, row));
  const { version } = await importer.view(run);
  const correction = { field: 'cccd', from: '123456789', to: '020185000123' };
  await expect(importer.imports.correct({ id: run, seenVersion: version, ...correction })).rejects.toThrow();
  const stored = await world.db.reads.selectFrom('importRun').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain('020185000123');
});

test('a check that was cancelled once cannot be started again over rows that were written since', async () => {
  const row = ['Hợp tác xã Mẫu', 'Tập thể', 'BKT', '120/QĐ-UBND', '20/02/2023'];
  const run = await importer.sendAndCheck({ kind: 'awards' }, csv(AWARD_HEAD, row));
  const caller = createCaller(importer.context);
  const [old] = await world.db.reads.selectFrom('job').select('id').where('kind', '=', 'import.check').execute();
  await importer.confirm(run);
  // As it stands when an older check was cancelled and the writing broke off later.
  await inTransaction(world.db, async (tx) => {
    await tx.updateTable('job').set({ status: 'cancelled' }).where('id', '=', old!.id).execute();
    await tx.updateTable('importRun').set({ status: 'failed' }).where('id', '=', run).execute();
    await tx.updateTable('job').set({ status: 'failed' }).where('kind', '=', 'import.apply').execute();
  });
  const { id: later } = await world.db.reads
    .selectFrom('job')
    .select('id')
    .where('kind', '=', 'import.apply')
    .executeTakeFirstOrThrow();

  await caller.jobs.retry({ id: old!.id as never });
  await importer.drain();
  expect(await importer.view(run)).toMatchObject({ status: 'failed' });
  expect(await world.db.reads.selectFrom('importRow').select('appliedAt').execute()).toEqual([
    { appliedAt: expect.any(String) },
  ]);

  await caller.jobs.retry({ id: later as never });
  await importer.drain();
  expect(await importer.undo(run)).toMatchObject({ status: 'undone' });
  expect(await world.db.reads.selectFrom('award').select('id').execute()).toEqual([]);
});

test('a citizen number of another unit does not tell whose it is', async () => {
  const cccd = '020185000123';
  const { cipher: cccdCipher, index: cccdIndex } = sealCccd(importer.context.keys, cccd);
  const [id, name] = [uuidv7(), 'Trần Thị Bí mật'];
  const sealed = { cccdCipher, cccdIndex, birthYear: 1985, place: 'Nơi kín' };
  await inTransaction(world.db, (tx) =>
    insertRecipients(tx, [
      { id, kind: 'individual', name, nameFold: fold(name), unitId: world.units.QT, isDemo: 0, ...sealed },
    ]),
  );
  const row = ['Lò Văn Mẫu', 'Nam', '1990', cccd, '', 'Trường Mẫu'];
  const run = await importer.sendAndCheck({ kind: 'recipients' }, csv(PERSON_HEAD, row));
  const rows = await importer.rows(run);
  expect(rows).toMatchObject([{ verdict: 'doubtful', reasons: [{ code: 'import.cccd-other-name' }], candidates: [] }]);
  const stored = await world.db.reads.selectFrom('importRow').selectAll().execute();
  expect(JSON.stringify([rows, stored])).not.toMatch(/Bí mật|Nơi kín/u);

  const admin = new Importer(world, world.actors.admin);
  await givenAccount(world.db, world.actors.admin);
  const seen = await admin.sendAndCheck({ kind: 'recipients', unitId: world.units.LS as never }, csv(PERSON_HEAD, row));
  expect((await admin.rows(seen))[0]!.candidates).toMatchObject([{ name }]);
});

test('the file itself is nobody’s to take away: it holds in clear what is sealed in the rows', async () => {
  const run = await importer.send({ kind: 'recipients' }, csv(PERSON_HEAD, ['Lò Văn Mẫu', 'Nam', '1990', '', '', '']));
  const { id } = await world.db.reads.selectFrom('file').select('id').executeTakeFirstOrThrow();
  const ctx = { ...importer.context, procedure: 'files.download' as const };
  await expect(openFile(ctx, id as never)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(removeFile(ctx, id as never)).rejects.toMatchObject({ kind: 'not-found' });
  expect(await importer.view(run)).toMatchObject({ status: 'mapping' });
});

test('an undo leaves a recipient to whom somebody attached a document', async () => {
  const row = ['Lò Văn Mẫu', 'Nam', '1990', '', '', 'Trường Mẫu'];
  const run = await importer.sendAndCheck({ kind: 'recipients' }, csv(PERSON_HEAD, row));
  await importer.confirm(run);
  const { id } = await world.db.reads.selectFrom('recipient').select('id').executeTakeFirstOrThrow();
  const { actor } = importer.context;
  const ctx = { ...importer.context, procedure: 'files.upload' as const, access: accessFor(actor, 'files.upload')! };
  const document = Readable.from([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')]);
  await uploadFile(ctx, { subjectKind: 'recipient', subjectId: id } as never, 'giay.pdf', document);

  expect(await importer.undo(run)).toMatchObject({ notUndone: [{ reason: { code: 'import.kept-recipient' } }] });
  for (const { find } of invariants) expect(await find(world.db.reads)).toEqual([]);
});

test('a number that was sealed before a change of keys is the same person after it', async () => {
  const cccd = '020185000456';
  const row = (place: string) => ['Lục Thị Mẫu', 'Nữ', '1985', cccd, '', place];
  const own = await importer.sendAndCheck({ kind: 'recipients' }, csv(PERSON_HEAD, row('Trường Mẫu')));
  await importer.confirm(own);
  const keys = importer.context.keys as { cccdIndex: Keys['cccdIndex'] };
  const before = keys.cccdIndex;
  keys.cccdIndex = [{ id: 'cccd-index-9', secret: randomBytes(32) }, ...before];
  try {
    const renamed = row('Trường Mẫu').with(0, 'Lục Thị Mẫu Mới');
    const run = await importer.sendAndCheck({ kind: 'recipients' }, csv(PERSON_HEAD, renamed));
    expect(await importer.rows(run)).toMatchObject([
      { verdict: 'doubtful', reasons: [{ code: 'import.cccd-other-name' }] },
    ]);
  } finally {
    keys.cccdIndex = before;
  }
});
