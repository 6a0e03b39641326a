import { beforeEach, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { CreateSavedView, SavedViewId } from '#shared/saved-views/saved-views.schema.ts';
import { aContext, anActor, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
/** Two people of Lạng Sơn, one of Sơn La, and an administrator of no unit. */
let specialist: Actor;
let reporter: Actor;
let stranger: Actor;
let admin: Actor;

beforeEach(async () => {
  world = await givenWorld(await testDb());
  specialist = anActor('Chuyên viên', 'LS', 'specialist');
  reporter = anActor('Tổng hợp', 'LS', 'reporter');
  stranger = anActor('Tổng hợp Sơn La', 'SL', 'reporter');
  admin = { ...anActor('Quản trị', 'LS', { role: 'admin', unitId: null }), unitId: null };
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).savedViews;
const LAYOUT = { columns: [{ id: 'name' }, { id: 'place', hidden: true }], density: 'normal' as const };

const creating = (about: Partial<CreateSavedView> = {}): CreateSavedView => ({
  list: 'awards',
  name: 'Khen năm 2023',
  query: 'yearFrom=2023&sort=name-asc',
  layout: LAYOUT,
  audience: 'mine',
  role: null,
  idempotencyKey: uuidv7(),
  ...about,
});

async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { cause?: { reasons?: { code: string }[] } } | undefined;
  return (error?.cause?.reasons ?? []).map(({ code }) => code);
}

const namesFor = async (actor: Actor) => (await as(actor).list({ list: 'awards' })).views.map(({ name }) => name);

test('a view of mine comes back as it was saved, to me alone', async () => {
  const { id } = await as(specialist).create(creating());
  const { views, defaultId } = await as(specialist).list({ list: 'awards' });
  expect(views).toEqual([
    expect.objectContaining({
      id,
      query: 'yearFrom=2023&sort=name-asc',
      layout: LAYOUT,
      isMine: true,
      mayChange: true,
    }),
  ]);
  expect(defaultId).toBeNull();
  expect(await namesFor(reporter)).toEqual([]);
  expect((await as(specialist).list({ list: 'recipients' })).views).toEqual([]);
});

test('the same key saves once; the same name is refused', async () => {
  const input = creating();
  const [one, two] = [await as(specialist).create(input), await as(specialist).create(input)];
  expect(two).toEqual(one);
  expect(await refusalOf(as(specialist).create(creating()))).toEqual(['saved-view.name-taken']);
  // Names are one's own: a colleague may use the same.
  await as(reporter).create(creating());
});

test('shared with the unit: colleagues use it, and only who shares there changes it', async () => {
  const { id } = await as(specialist).create(creating({ audience: 'unit' }));
  expect(await namesFor(reporter)).toEqual(['Khen năm 2023']);
  expect(await namesFor(stranger)).toEqual([]);
  const renamed = { id, seenVersion: 1, name: 'Khen 2023', query: '', layout: LAYOUT };
  expect(await refusalOf(as(reporter).save(renamed))).toEqual(['saved-view.not-owner']);
  expect(await refusalOf(as(stranger).save(renamed))).toEqual(['saved-view.not-found']);
  const approver = anActor('Trưởng phòng', 'LS', 'approver');
  expect(await as(approver).save(renamed)).toEqual({ id, version: 2 });
  expect(await refusalOf(as(specialist).save(renamed))).toEqual(['saved-view.changed-meanwhile']);
  expect(await namesFor(reporter)).toEqual(['Khen 2023']);
});

test('a reporter keeps views but does not share them', async () => {
  expect(await refusalOf(as(reporter).create(creating({ audience: 'unit' })))).toEqual(['saved-view.may-not-share']);
  expect(await refusalOf(as(specialist).create(creating({ audience: 'role', role: 'reporter' })))).toEqual([
    'saved-view.may-not-set-default',
  ]);
  expect(await refusalOf(as(admin).create(creating({ audience: 'unit' })))).toEqual(['saved-view.no-unit']);
  expect(await refusalOf(as(admin).create(creating({ audience: 'role' })))).toEqual(['saved-view.role-missing']);
});

test('the default of a role: one each, for everybody who holds the role', async () => {
  const { id } = await as(admin).create(creating({ audience: 'role', role: 'reporter' }));
  expect((await as(reporter).list({ list: 'awards' })).defaultId).toBe(id);
  expect((await as(stranger).list({ list: 'awards' })).defaultId).toBe(id);
  expect((await as(specialist).list({ list: 'awards' })).defaultId).toBeNull();
  expect(await refusalOf(as(admin).create(creating({ audience: 'role', role: 'reporter', name: 'Khác' })))).toEqual([
    'saved-view.role-taken',
  ]);
  await as(admin).share({ id, seenVersion: 1, audience: 'mine', role: null });
  expect((await as(reporter).list({ list: 'awards' })).defaultId).toBeNull();
});

test('columns as one left them, of the list and of a view; they go with the view', async () => {
  const { id } = await as(specialist).create(creating({ audience: 'unit' }));
  const wide = { columns: [{ id: 'name', width: 300 }], density: 'dense' as const };
  await as(reporter).saveLayout({ list: 'awards', viewId: null, layout: LAYOUT });
  await as(reporter).saveLayout({ list: 'awards', viewId: id, layout: LAYOUT });
  await as(reporter).saveLayout({ list: 'awards', viewId: id, layout: wide });
  expect(await as(reporter).list({ list: 'awards' })).toMatchObject({ layout: LAYOUT, layoutOfView: { [id]: wide } });
  expect(await as(specialist).list({ list: 'awards' })).toMatchObject({ layout: null, layoutOfView: {} });
  expect(await refusalOf(as(stranger).saveLayout({ list: 'awards', viewId: id, layout: wide }))).toEqual([
    'saved-view.not-found',
  ]);
  await as(specialist).remove({ id, seenVersion: 1 });
  expect(await namesFor(reporter)).toEqual([]);
  expect(await world.db.reads.selectFrom('listLayout').select('list').execute()).toEqual([{ list: 'awards' }]);
  await as(reporter).saveLayout({ list: 'awards', viewId: null, layout: null });
  expect((await as(reporter).list({ list: 'awards' })).layout).toBeNull();
});

test('an identity number is not kept in a view', async () => {
  const work = as(specialist).create(creating({ query: 'q=020+085+001+234' }));
  expect(await refusalOf(work)).toEqual(['saved-view.id-number']);
});

test('who did what stands in the log, a private view in no unit', async () => {
  const { id } = await as(specialist).create(creating());
  await as(specialist).share({ id: id as SavedViewId, seenVersion: 1, audience: 'unit', role: null });
  const entries = await world.db.reads
    .selectFrom('auditEntry')
    .select(['action', 'unitId', 'subjectLabel'])
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute();
  expect(entries).toEqual([
    { action: 'saved-view.created', unitId: null, subjectLabel: 'Khen năm 2023' },
    { action: 'saved-view.shared', unitId: 'LS', subjectLabel: 'Khen năm 2023' },
  ]);
});
