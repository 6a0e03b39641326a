import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let importer: Importer;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  await givenAccount(db, world.actors.specialistLS);
  importer = new Importer(world, world.actors.specialistLS);
});

const HEAD = [
  'Họ và tên',
  'Loại đối tượng',
  'Giới tính',
  'Ngày sinh',
  'Phân loại cá nhân',
  'Đơn vị công tác',
  'Hình thức khen thưởng',
  'Năm khen thưởng',
  'Số quyết định',
  'Ngày quyết định',
  'Tỉnh',
];
const PERSON = [
  'Nông Văn Mẫu',
  'Cá nhân',
  'Nam',
  '12/03/1980',
  'Người trực tiếp công tác, lao động, học tập, chiến đấu',
  'Trường Mẫu',
  'BKT',
  '2022',
  '120/QĐ-UBND',
  '20/02/2023',
  '',
];
const COLLECTIVE = [
  'Hợp tác xã Mẫu',
  'Tập thể',
  '',
  '',
  '',
  'xã Mẫu',
  PERSON[6]!,
  '2022',
  '120/QĐ-UBND',
  '20/02/2023',
  '',
];
const row = (from: readonly string[], change: Record<number, string>) =>
  from.map((cell, index) => change[index] ?? cell);

test('a file becomes awards with their recipients; the same file again changes nothing', async () => {
  const table = csv(HEAD, PERSON, COLLECTIVE);
  const id = await importer.sendAndCheck({ kind: 'awards' }, table);

  const checked = await importer.view(id);
  expect(await importer.rows(id)).toMatchObject([
    { verdict: 'new', reasons: [] },
    { verdict: 'new', reasons: [] },
  ]);
  expect(checked).toMatchObject({ status: 'checked', counts: { total: 2, new: 2 } });

  const applied = await importer.confirm(id);
  expect(applied).toMatchObject({ status: 'applied', counts: { applied: 2 } });

  const again = await importer.sendAndCheck({ kind: 'awards' }, table);
  expect(await importer.view(again)).toMatchObject({ counts: { total: 2, unchanged: 2 } });
});

const BAD = [
  ['a day in the future', PERSON, { 9: '20/02/2030' }, 'import.cell-future', 'decidedOn'],
  ['a day that does not exist', PERSON, { 9: '31/02/2023' }, 'import.cell-date-impossible', 'decidedOn'],
  ['born in the future', PERSON, { 3: '12/03/2030' }, 'import.cell-future', 'birthOn'],
  ['an award before birth', PERSON, { 3: '12/03/2015', 7: '2010' }, 'import.award-before-birth', 'year'],
  ['an award after its decision', PERSON, { 7: '2024' }, 'award.year-after-decision', 'year'],
  ['no sex of a person', PERSON, { 2: '' }, 'import.sex-missing', 'sex'],
  ['a form that is not there', PERSON, { 6: 'Huy hiệu lạ' }, 'import.cell-not-listed', 'award'],
  ['a unit of somebody else', PERSON, { 10: 'Sơn La' }, 'award.not-own-unit', 'unit'],
  ['a unit that never was', PERSON, { 10: 'Lạng Giang Nam' }, 'import.cell-not-listed', 'unit'],
  ['a name that is no name', PERSON, { 0: '...' }, 'recipient.name-missing', 'name'],
] as const;

test('what is wrong with a row is said at its cell', async () => {
  const id = await importer.sendAndCheck(
    { kind: 'awards' },
    csv(HEAD, ...BAD.map(([, from, change], n) => row(from, { 8: `${n}/QĐ-UBND`, ...change }))),
  );
  const rows = await importer.rows(id);
  for (const [n, [what, , , code, field]] of BAD.entries())
    expect(rows[n], what).toMatchObject({ rowNumber: n + 2, verdict: 'wrong', reasons: [{ code, field }] });
  expect(rows).toHaveLength(BAD.length);
});

test('a province that was no more on that day is named with what it became', async () => {
  await inTransaction(world.db, async (tx) => {
    const ended = { validTo: '2022-12-31' };
    await tx.updateTable('unit').set(ended).where('id', '=', 'SL').execute();
    await tx.updateTable('unitName').set(ended).where('unitId', '=', 'SL').execute();
    await tx
      .insertInto('unitLineage')
      .values({
        id: uuidv7(),
        ancestorId: 'SL',
        descendantId: 'LS',
        fromOn: '2023-01-01',
        sharePermille: 1000,
        source: null,
        changeId: null,
      })
      .execute();
  });
  const id = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, row(PERSON, { 10: 'Sơn La' })));
  const [wrong] = await importer.rows(id);
  expect(wrong).toMatchObject({ verdict: 'wrong', reasons: [{ code: 'import.unit-became', field: 'unit' }] });
  expect(wrong?.reasons[0]?.text).toContain('nay là Lạng Sơn');

  // The suggestion serves every row that holds the old name.
  const { version, unknownValues } = await importer.view(id);
  expect(unknownValues).toMatchObject([
    { field: 'unit', value: 'Sơn La', rowCount: 1, suggestions: [{ value: 'Lạng Sơn' }] },
  ]);
  await importer.imports.correct({ id, seenVersion: version, field: 'unit', from: 'Sơn La', to: 'Lạng Sơn' });
  await importer.drain();
  expect(await importer.view(id)).toMatchObject({
    counts: { new: 1, wrong: 0 },
    moved: [
      { verdict: 'new', from: 0, to: 1 },
      { verdict: 'wrong', from: 1, to: 0 },
    ],
  });
});

test('the same award twice, and one number with two dates, are for a person to look at', async () => {
  const id = await importer.sendAndCheck(
    { kind: 'awards' },
    csv(HEAD, PERSON, PERSON, row(COLLECTIVE, { 9: '21/02/2023' })),
  );
  expect(await importer.rows(id)).toMatchObject([
    { verdict: 'new' },
    { verdict: 'doubtful', reasons: [{ code: 'import.award-twice-in-file' }] },
    { verdict: 'doubtful', reasons: [{ code: 'import.decision-other-date-in-file', field: 'decidedOn' }] },
  ]);
});

test('one person with two awards becomes one recipient', async () => {
  const second = row(PERSON, { 7: '2021', 8: '7/QĐ-UBND', 9: '10/01/2022' });
  const id = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, PERSON, second));
  await importer.confirm(id);
  const awards = await world.db.reads.selectFrom('award').select(['recipientId', 'year']).execute();
  expect(awards).toHaveLength(2);
  expect(new Set(awards.map(({ recipientId }) => recipientId)).size).toBe(1);
  expect(await world.db.reads.selectFrom('recipient').select(['name', 'birthOn']).execute()).toEqual([
    { name: 'Nông Văn Mẫu', birthOn: '1980-03-12' },
  ]);
});

test('people of one name without a birth date are told apart by a person', async () => {
  const known = row(PERSON, { 3: '' });
  await importer.confirm(await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, known)));
  const other = row(known, { 5: 'Xã khác', 8: '9/QĐ-UBND', 9: '01/03/2023' });
  const id = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, other));
  const [doubtful] = await importer.rows(id);
  expect(doubtful).toMatchObject({ verdict: 'doubtful', candidates: [{ name: 'Nông Văn Mẫu' }] });

  const { version } = await importer.view(id);
  await importer.imports.decide({
    id,
    seenVersion: version,
    rowNumbers: [2],
    recipientId: doubtful!.candidates[0]!.id as never,
  });
  await importer.drain();
  await importer.confirm(id);
  const recipients = await world.db.reads.selectFrom('award').select('recipientId').distinct().execute();
  expect(recipients).toHaveLength(1);
});

test('an award recorded meanwhile by hand is not written a second time', async () => {
  const id = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, COLLECTIVE));
  const other = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, COLLECTIVE));
  expect((await importer.view(id)).sameFile).toMatchObject([{ isMe: true, status: 'checked' }]);
  await importer.confirm(other);

  const late = await importer.confirm(id);
  expect(late).toMatchObject({ status: 'applied', counts: { applied: 0, unchanged: 1 } });
  expect(await world.db.reads.selectFrom('award').select('id').execute()).toHaveLength(1);
});

test('two people who confirm the same file at once write every award once', async () => {
  await givenAccount(world.db, world.actors.approverLS);
  const rows = Array.from({ length: 30 }, (_, n) => row(COLLECTIVE, { 0: `Hợp tác xã Mẫu ${n}` }));
  const first = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, ...rows));
  const second = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, ...rows));
  for (const id of [first, second]) {
    const { version } = await importer.view(id);
    await importer.imports.confirm({ id, seenVersion: version, idempotencyKey: uuidv7() });
  }
  await Promise.all([importer.drain(), importer.drain()]);
  await importer.drain();
  const applied = await Promise.all([first, second].map(async (id) => (await importer.view(id)).counts?.applied));
  expect(applied.toSorted()).toEqual([0, 30]);
  expect(await world.db.reads.selectFrom('award').select('id').execute()).toHaveLength(30);
});

test('a change is undone with what was made; what somebody touched since stays and is told', async () => {
  const table = csv(HEAD, PERSON, COLLECTIVE, row(COLLECTIVE, { 0: 'Hợp tác xã Khác' }));
  const id = await importer.sendAndCheck({ kind: 'awards' }, table);
  await importer.confirm(id);
  const changing = await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, row(COLLECTIVE, { 5: 'xã Mẫu mới' })));
  expect(await importer.rows(changing)).toMatchObject([
    { verdict: 'changed', changes: [{ field: 'place', from: 'xã Mẫu', to: 'xã Mẫu mới' }] },
  ]);
  await importer.confirm(changing);
  await importer.undo(changing);
  const place = await world.db.reads
    .selectFrom('award')
    .select('printedPlace')
    .where('printedName', '=', 'Hợp tác xã Mẫu')
    .executeTakeFirst();
  expect(place).toEqual({ printedPlace: 'xã Mẫu' });

  const undone = await importer.undo(id);
  expect(undone).toMatchObject({
    status: 'undone',
    notUndone: [{ rowNumber: 3, reason: { code: 'import.kept-changed' } }],
  });
  const left = await world.db.reads.selectFrom('award').select('printedName').execute();
  expect(left).toEqual([{ printedName: 'Hợp tác xã Mẫu' }]);
  expect(await world.db.reads.selectFrom('recipient').select('name').execute()).toEqual([{ name: 'Hợp tác xã Mẫu' }]);
});

test('the history of an award says which row of which file it came from', async () => {
  await importer.confirm(await importer.sendAndCheck({ kind: 'awards' }, csv(HEAD, COLLECTIVE)));
  const told = await world.db.reads
    .selectFrom('auditEntry')
    .select(['action', 'reason', 'actorName'])
    .where('action', '=', 'award.imported')
    .execute();
  expect(told).toEqual([
    { action: 'award.imported', reason: 'Tệp danh-sach.csv, dòng 2', actorName: 'Chuyên viên Lạng Sơn' },
  ]);
});

test('a list as it lies in the office: everyday names, and an x in the column of women', async () => {
  const head = HEAD.map((heading) => (heading === 'Giới tính' ? 'Nữ' : heading));
  const everyday = { 1: 'CN', 4: '', 6: 'Bằng khen UBND tỉnh Lạng Sơn', 10: 'tỉnh LS' };
  const table = csv(
    head,
    row(PERSON, { ...everyday, 0: 'Nông Thị Mẫu', 2: 'x' }),
    row(PERSON, { ...everyday, 2: '' }),
    row(COLLECTIVE, { 1: 'TT', 6: 'BK tỉnh' }),
  );
  const id = await importer.sendAndCheck({ kind: 'awards' }, table);
  expect(await importer.rows(id)).toMatchObject([
    { verdict: 'new', reasons: [] },
    { verdict: 'new', reasons: [] },
    { verdict: 'new', reasons: [] },
  ]);
  await importer.confirm(id);
  const written = world.db.reads.selectFrom('award').select(['printedName', 'sex', 'awardCode']).orderBy('printedName');
  expect(await written.execute()).toEqual([
    { printedName: 'Hợp tác xã Mẫu', sex: null, awardCode: 'BKT' },
    { printedName: 'Nông Thị Mẫu', sex: 'female', awardCode: 'BKT' },
    { printedName: 'Nông Văn Mẫu', sex: 'male', awardCode: 'BKT' },
  ]);

  const unmarked = await importer.sendAndCheck({ kind: 'awards' }, csv(head, row(PERSON, { 2: '' })));
  expect(await importer.rows(unmarked)).toMatchObject([
    { verdict: 'wrong', reasons: [{ code: 'import.sex-missing' }] },
  ]);
});
