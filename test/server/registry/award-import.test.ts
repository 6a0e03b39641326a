import { beforeEach, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let importer: Importer;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  await givenAccount(db, world.actors.specialistLS);
  await givenAwards(db, [{ unitId: world.units.LS, name: 'Có từ trước', year: 2022 }]);
  importer = new Importer(world, world.actors.specialistLS);
});

const HEAD = ['Họ và tên', 'Loại đối tượng', 'Đơn vị công tác', 'Hình thức khen thưởng', 'Số quyết định'];
const table = (...names: readonly (readonly [name: string, place: string])[]) =>
  csv(
    [...HEAD, 'Ngày quyết định'],
    ...names.map(([name, place], at) => [name, 'Tập thể', place, 'BKT', `12${at}/QĐ-UBND`, `0${at + 1}/02/2023`]),
  );
const imported = async (text: string, name?: string) => {
  const id = await importer.sendAndCheck({ kind: 'awards' }, text, name);
  await importer.confirm(id);
  return id;
};
const caller = (actor = world.actors.specialistLS) => createCaller(aContext(world.db, actor));
const namesOf = async (filters: object) =>
  (await caller().awards.list(filters as never)).rows.map(({ printedName }) => printedName);

test('what a file brought is a list of its own, in every order, counted and exported with its name', async () => {
  const importRunId = await imported(
    table(['Hợp tác xã Bình Mẫu', 'xã A'], ['Hợp tác xã An Mẫu', 'xã B']),
    'so-2023.csv',
  );
  await imported(table(['Hợp tác xã Khác', 'xã C']));
  expect(await namesOf({ importRunId })).toEqual(['Hợp tác xã An Mẫu', 'Hợp tác xã Bình Mẫu']);
  expect(await namesOf({ importRunId, sort: 'name-desc' })).toEqual(['Hợp tác xã Bình Mẫu', 'Hợp tác xã An Mẫu']);
  expect(await namesOf({ importRunId, q: 'binh' })).toEqual(['Hợp tác xã Bình Mẫu']);
  expect(await namesOf({ importRunId, yearTo: 2020 })).toEqual([]);
  expect(await caller().awards.count({ importRunId })).toEqual({ count: 2, isMore: false });
  expect(await caller().exports.preview({ list: 'awards', filters: { importRunId } })).toMatchObject({
    count: 2,
    filterLine: 'Lần nhập: so-2023.csv',
  });
});

test('a row that a later file changed is of that file, and of the first again when it is undone', async () => {
  const first = await imported(table(['Hợp tác xã Mẫu', 'xã A']));
  const second = await imported(table(['Hợp tác xã Mẫu', 'xã A mới']));
  expect(await namesOf({ importRunId: second })).toEqual(['Hợp tác xã Mẫu']);
  expect(await namesOf({ importRunId: first })).toEqual([]);
  await importer.undo(second);
  expect(await namesOf({ importRunId: second })).toEqual([]);
  expect(await namesOf({ importRunId: first })).toEqual(['Hợp tác xã Mẫu']);
});

test('an import of another unit does not exist', async () => {
  const importRunId = await imported(table(['Hợp tác xã Mẫu', 'xã A']));
  const other = caller(world.actors.specialistQT);
  await expect(other.awards.list({ importRunId })).rejects.toThrow('import.not-found');
  await expect(other.awards.count({ importRunId })).rejects.toThrow('import.not-found');
  await expect(other.exports.preview({ list: 'awards', filters: { importRunId } })).rejects.toThrow('import.not-found');
});
