import { beforeEach, expect, test } from 'vitest';
import { verifyPassword } from '#server/accounts/password.ts';
import { fetchPasswords } from '#server/imports/passwords.service.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenIndicators, givenReport } from '#test/builders/reports.builder.ts';
import { givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

async function importerAs(actor: World['actors']['admin']): Promise<Importer> {
  await givenAccount(world.db, actor);
  return new Importer(world, actor);
}

test('recipients: new, better known, twice in a file, a wrong number; the number is sealed everywhere', async () => {
  const importer = await importerAs(world.actors.specialistLS);
  const head = ['Họ và tên', 'Giới tính', 'Ngày sinh', 'Số CCCD', 'Dân tộc', 'Đơn vị công tác', 'Chức vụ'];
  const nong = ['Nông Thị Mẫu', 'Nữ', '02/09/1985', '020185000123', 'Tày', 'Trường Mẫu', 'Giáo viên'];
  const first = await importer.sendAndCheck(
    { kind: 'recipients' },
    csv(
      head,
      nong,
      nong,
      ['Hoàng Văn Mẫu', 'Nam', '1990', '123456789', '', '', ''],
      ['Lò Văn Mẫu', 'Nam', '1991', '02008500012A', '', '', ''],
      ['Vi Thị Mẫu', 'Nữ', '05/2099', '', '', '', ''],
    ),
  );
  expect(await importer.rows(first)).toMatchObject([
    { verdict: 'new', cells: { cccd: '••••123', ethnicity: '••••' } },
    { verdict: 'doubtful', reasons: [{ code: 'import.twice-in-file' }] },
    { verdict: 'wrong', reasons: [{ code: 'import.cell-cccd-old', field: 'cccd' }] },
    { verdict: 'wrong', reasons: [{ code: 'import.cell-cccd-letters', field: 'cccd' }] },
    { verdict: 'wrong', reasons: [{ field: 'birthOn' }] },
  ]);
  await importer.confirm(first);
  const stored = await world.db.reads.selectFrom('importRow').selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain('020185000123');

  const better = nong.with(6, 'Hiệu trưởng').with(0, 'NÔNG THỊ MẪU');
  const second = await importer.sendAndCheck({ kind: 'recipients' }, csv(head, better));
  expect(await importer.rows(second)).toMatchObject([
    { verdict: 'changed', changes: [{ field: 'positionHeld', from: 'Giáo viên', to: 'Hiệu trưởng' }] },
  ]);
  await importer.confirm(second);
  const again = await importer.sendAndCheck({ kind: 'recipients' }, csv(head, better));
  expect((await importer.view(again)).counts).toMatchObject({ unchanged: 1, total: 1 });

  expect(await importer.undo(second)).toMatchObject({ status: 'undone', notUndone: [] });
  const position = await world.db.reads.selectFrom('recipient').select('positionHeld').execute();
  expect(position).toEqual([{ positionHeld: 'Giáo viên' }]);
});

test('nominations: drafts of the unit; undone while nobody worked on them', async () => {
  await givenAwardForm(world.db);
  const importer = await importerAs(world.actors.reporterLS);
  const head = ['Họ và tên', 'Loại đối tượng', 'Giới tính', 'Năm sinh', 'Đơn vị công tác', 'Tóm tắt thành tích'];
  const table = csv(
    head,
    ['Nông Văn Mẫu', 'Cá nhân', 'Nam', '1980', 'Trường Mẫu', 'Dạy giỏi'],
    ['Tổ Mẫu', 'Tập thể', '', '', 'xã Mẫu', ''],
  );
  const target = { kind: 'nominations' as const, clusterYearId: world.yearA };
  const id = await importer.sendAndCheck(target, table);
  expect(await importer.confirm(id)).toMatchObject({ counts: { applied: 2 } });
  const drafts = await world.db.reads
    .selectFrom('nomination')
    .select(['name', 'status', 'unitId'])
    .orderBy('id')
    .execute();
  expect(drafts).toEqual([
    { name: 'Nông Văn Mẫu', status: 'draft', unitId: 'LS' },
    { name: 'Tổ Mẫu', status: 'draft', unitId: 'LS' },
  ]);
  const again = await importer.sendAndCheck(target, table);
  expect((await importer.view(again)).counts).toMatchObject({ unchanged: 2 });
  expect(await importer.undo(id)).toMatchObject({ status: 'undone', notUndone: [] });
  expect(await world.db.reads.selectFrom('nomination').select('id').execute()).toEqual([]);
});

test('figures go into the open report of the unit, as typed ones; a locked report takes none', async () => {
  const indicators = await givenIndicators(world.db, world.yearA);
  const id = await givenReport(
    world.db,
    { clusterYearId: world.yearA, unitId: 'LS', status: 'draft', sentAt: null },
    {},
  );
  const name = await world.db.reads
    .selectFrom('indicatorVersion')
    .select(['name', 'decimals'])
    .where('id', '=', indicators.movements)
    .executeTakeFirstOrThrow();
  const importer = await importerAs(world.actors.reporterLS);
  const target = { kind: 'report-values' as const, clusterYearId: world.yearA, period: 'year-end' as const };
  const table = csv(['Chỉ tiêu', 'Kết quả thực hiện', 'Ghi chú'], [name.name, '7', 'theo sổ']);
  const run = await importer.sendAndCheck(target, table);
  expect(await importer.rows(run)).toMatchObject([{ verdict: 'new', reasons: [] }]);
  await importer.confirm(run);
  const value = () =>
    world.db.reads.selectFrom('reportValue').select(['value', 'note']).where('reportId', '=', id).execute();
  expect(await value()).toEqual([{ value: 7 * 10 ** name.decimals, note: 'theo sổ' }]);
  expect((await importer.view(await importer.sendAndCheck(target, table))).counts).toMatchObject({ unchanged: 1 });
  await importer.undo(run);
  expect(await value()).toEqual([{ value: null, note: '' }]);
});

test('units: new communes with their dates, undone while nothing names them', async () => {
  const importer = await importerAs(world.actors.admin);
  const head = ['Loại đơn vị', 'Tên đơn vị', 'Đơn vị cấp trên', 'Mã đơn vị', 'Ngày thành lập', 'Văn bản'];
  const table = csv(
    head,
    ['Sở, ban, ngành', 'Sở Mẫu', 'Lạng Sơn', '', '01/07/2023', 'Nghị quyết số 1'],
    ['Sở, ban, ngành', 'Sở Mẫu', 'Lạng Sơn', '', '01/07/2023', 'Nghị quyết số 1'],
    ['Sở, ban, ngành', 'Sở Khác', 'Tỉnh Lạ', '', '01/07/2023', 'Nghị quyết số 1'],
  );
  const id = await importer.sendAndCheck({ kind: 'units' }, table);
  expect(await importer.rows(id)).toMatchObject([
    { verdict: 'new', reasons: [] },
    { verdict: 'wrong', reasons: [{ code: 'import.twice-in-file' }] },
    { verdict: 'wrong', reasons: [{ code: 'import.cell-not-listed', field: 'parent' }] },
  ]);
  await importer.confirm(id);
  const made = () =>
    world.db.reads.selectFrom('unit').select(['name', 'parentId']).where('name', '=', 'Sở Mẫu').execute();
  expect(await made()).toEqual([{ name: 'Sở Mẫu', parentId: 'LS' }]);
  const again = await importer.sendAndCheck({ kind: 'units' }, table);
  expect((await importer.view(again)).counts).toMatchObject({ unchanged: 1, wrong: 2 });
  await importer.undo(id);
  expect(await made()).toEqual([]);
});

test('units: a row that another one of the file stands in the way of is told, not passed over', async () => {
  const importer = await importerAs(world.actors.admin);
  const head = ['Loại đơn vị', 'Tên đơn vị', 'Đơn vị cấp trên', 'Mã đơn vị', 'Ngày thành lập', 'Văn bản'];
  const unit = (name: string) => ['Sở, ban, ngành', name, 'Lạng Sơn', '2077', '01/07/2023', 'Nghị quyết số 1'];
  const id = await importer.sendAndCheck({ kind: 'units' }, csv(head, unit('Sở Mẫu'), unit('Sở Khác')));
  expect(await importer.rows(id)).toMatchObject([{ verdict: 'new' }, { verdict: 'new' }]);
  expect((await importer.confirm(id)).counts).toMatchObject({ applied: 1, new: 1, doubtful: 1 });
  expect(await importer.rows(id, 'doubtful')).toMatchObject([
    { rowNumber: 3, reasons: [{ code: 'import.changed-since' }] },
  ]);
});

test('accounts: a first password that stands nowhere and is handed out once', async () => {
  const importer = await importerAs(world.actors.admin);
  const head = ['Họ và tên', 'Tên đăng nhập', 'Vai trò', 'Đơn vị', 'Chức vụ'];
  const id = await importer.sendAndCheck(
    { kind: 'accounts' },
    csv(head, ['Nông Thị Mẫu', 'mau.nt', 'Chuyên viên', 'Lạng Sơn', ''], ['Lò Mẫu', 'LÒ MẪU', 'Chuyên viên', '', '']),
  );
  expect(await importer.rows(id)).toMatchObject([
    { verdict: 'new' },
    { verdict: 'wrong', reasons: [{ code: 'account.username-format' }, { code: 'import.account-unit-missing' }] },
  ]);
  await importer.confirm(id);
  expect((await importer.view(id)).hasPasswords).toBe(true);
  const { text } = await fetchPasswords(importer.context, id);
  const password = /"mau\.nt";"([^"]+)"/.exec(text)?.[1] ?? '';
  const stored = await world.db.reads
    .selectFrom('authAccount')
    .innerJoin('authUser', 'authUser.id', 'authAccount.userId')
    .select('authAccount.password')
    .where('authUser.username', '=', 'mau.nt')
    .executeTakeFirstOrThrow();
  expect(await verifyPassword(stored.password!, password)).toBe(true);
  await expect(fetchPasswords(importer.context, id)).rejects.toMatchObject({
    reasons: [{ code: 'import.passwords-gone' }],
  });
  await importer.undo(id);
  const left = await world.db.reads.selectFrom('authUser').select('id').where('username', '=', 'mau.nt').execute();
  expect(left).toEqual([]);
});
