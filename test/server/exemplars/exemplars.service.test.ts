import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ExemplarId } from '#shared/exemplars/exemplars.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { AN_EXEMPLAR, givenExemplar } from '#test/builders/exemplars.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
let id: ExemplarId;

beforeEach(async () => {
  world = await givenWorld(await testDb());
  id = await givenExemplar(world.db, { clusterYearId: world.yearA, unitId: world.units.SL });
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).exemplars;

/** The codes of a refusal, each with its field. */
async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { cause?: { reasons?: { code: string; field?: string }[] } } | undefined;
  return (error?.cause?.reasons ?? []).map(({ code, field }) => (field ? `${code} @${field}` : code));
}

const creating = (unitId: string, about: Partial<typeof AN_EXEMPLAR> = {}) =>
  ({
    clusterYearId: world.yearA,
    unitId,
    draft: { ...AN_EXEMPLAR, ...about },
    idempotencyKey: uuidv7(),
  }) as never;

test('members of the cluster read it, others do not find it', async () => {
  const { actors } = world;
  for (const actor of [actors.reporterSL, actors.leaderSL, actors.specialistLS, actors.admin, actors.auditor]) {
    expect(await as(actor).byId({ id })).toMatchObject({ title: AN_EXEMPLAR.title, unitName: 'Sơn La', year: 2023 });
    expect((await as(actor).list({})).rows.map((row) => row.id)).toEqual([id]);
  }
  expect(await refusalOf(as(actors.reporterQT).byId({ id }))).toEqual(['exemplar.not-found']);
  expect((await as(actors.reporterQT).list({})).rows).toEqual([]);
});

test.each([
  ['thap sang', true],
  ['THẮP SÁNG', true],
  ['lo thi mau', true],
  ['ban mau', true],
  ['nong thon moi', true],
  ['bong den', true],
  ['sáng mẫu 40', true],
  ['thap_sang', false],
  ['s%g', false],
  ['5%', true],
  ['khong co', false],
])('“%s” finds it: %s', async (text, found) => {
  const { rows } = await as(world.actors.reporterLS).list({ text });
  expect(rows.length).toBe(found ? 1 : 0);
});

test('filters of kind, unit and year go together', async () => {
  const { LS, SL } = world.units;
  const other = await givenExemplar(world.db, { clusterYearId: world.yearA, unitId: LS }, { kind: 'person' });
  const found = async (filters: object) => (await as(world.actors.admin).list(filters)).rows.map((row) => row.id);
  expect(await found({})).toEqual([other, id]);
  expect(await found({ kind: 'person' })).toEqual([other]);
  expect(await found({ unitId: SL })).toEqual([id]);
  expect(await found({ year: 2023, unitId: SL, kind: 'model' })).toEqual([id]);
  expect(await found({ year: 2022 })).toEqual([]);
});

test('more than a page is continued where it stopped', async () => {
  for (let n = 0; n < 30; n++) await givenExemplar(world.db, { clusterYearId: world.yearA, unitId: world.units.LS });
  const first = await as(world.actors.admin).list({});
  expect(first.rows).toHaveLength(30);
  const second = await as(world.actors.admin).list({ cursor: first.nextCursor! });
  expect(second.rows.map((row) => row.id)).toEqual([id]);
  expect(second.nextCursor).toBeNull();
});

test('a reporter adds for its own unit, the leading unit for any member, nobody for others', async () => {
  const { actors, units } = world;
  const mine = await as(actors.reporterSL).create(creating(units.SL));
  expect(await as(actors.leaderSL).byId({ id: mine.id })).toMatchObject({ version: 1, story: AN_EXEMPLAR.story });
  const theirs = await as(actors.specialistLS).create(creating(units.SL));
  expect((await as(actors.reporterSL).byId({ id: theirs.id })).actions.save.allowed).toBe(true);
  expect(await refusalOf(as(actors.reporterSL).create(creating(units.LS)))).toEqual(['exemplar.not-own-unit']);
  expect(await refusalOf(as(actors.specialistLS).create(creating(units.QT)))).toEqual(['exemplar.not-member @unitId']);
  expect(await refusalOf(as(actors.reporterQT).create(creating(units.QT)))).toEqual(['cluster-year.not-found']);
  expect(await refusalOf(as(actors.leaderSL).create(creating(units.SL)))).toEqual(['account.lacks-role']);
});

test('the same intent twice makes one exemplar', async () => {
  const input = creating(world.units.SL);
  const first = await as(world.actors.reporterSL).create(input);
  expect(await as(world.actors.reporterSL).create(input)).toEqual(first);
  expect((await as(world.actors.admin).list({})).rows).toHaveLength(2);
});

test('HTML in the story is refused with the sign that was found, and nothing is saved', async () => {
  const { actors, units } = world;
  const html = { story: 'Bản <b>sáng</b>' };
  expect(await refusalOf(as(actors.reporterSL).create(creating(units.SL, html)))).toEqual([
    'exemplar.story-html @story',
  ]);
  const saving = { id, seenVersion: 1, draft: { ...AN_EXEMPLAR, ...html } };
  expect(await refusalOf(as(actors.reporterSL).save(saving))).toEqual(['exemplar.story-html @story']);
  expect((await as(actors.admin).list({})).rows).toHaveLength(1);
  expect(await as(actors.reporterSL).byId({ id })).toMatchObject({ version: 1, story: AN_EXEMPLAR.story });
});

test('a change keeps old and new in the history and is found by its new words', async () => {
  const { reporterSL, leaderSL } = world.actors;
  const draft = { ...AN_EXEMPLAR, kind: 'collective' as const, presenter: 'Ông Lò Văn Khác' };
  expect(await as(reporterSL).save({ id, seenVersion: 1, draft })).toEqual({ id, version: 2 });
  expect((await as(leaderSL).list({ text: 'van khac' })).rows).toHaveLength(1);
  const [last] = await createCaller(aContext(world.db, leaderSL)).audit.ofRecord({
    subjectKind: 'exemplar',
    subjectId: id,
  });
  expect(last).toMatchObject({
    action: 'exemplar.saved',
    changes: [
      { field: 'kind', from: 'Mô hình hay', to: 'Tập thể điển hình' },
      { field: 'presenter', from: 'Bà Lò Thị Mẫu', to: 'Ông Lò Văn Khác' },
    ],
  });
  // Saved again as it is: nothing happened.
  expect(await as(reporterSL).save({ id, seenVersion: 2, draft })).toEqual({ id, version: 2 });
});

test('the second of two editors meets a conflict that names the first', async () => {
  const { reporterSL, specialistLS } = world.actors;
  await as(specialistLS).save({ id, seenVersion: 1, draft: { ...AN_EXEMPLAR, place: 'bản Khác' } });
  const error = (await as(reporterSL)
    .save({ id, seenVersion: 1, draft: { ...AN_EXEMPLAR, field: 'Điện' } })
    .catch((thrown: unknown) => thrown)) as { code: string; cause: { reasons: object[] } };
  expect(error.code).toBe('CONFLICT');
  expect(error.cause.reasons).toMatchObject([
    { code: 'exemplar.changed-meanwhile', facts: { who: 'Chuyên viên Lạng Sơn', what: 'Địa chỉ' } },
  ]);
});

test('who may not change it is told who may', async () => {
  const { reporterLS, leaderSL } = world.actors;
  for (const actor of [reporterLS, leaderSL]) {
    const { actions } = await as(actor).byId({ id });
    expect(actions.save).toMatchObject({ allowed: false, reasons: [{ code: 'exemplar.not-editor' }] });
    expect(actions.save.reasons[0]?.text).toContain('Sơn La');
  }
  const saving = { id, seenVersion: 1, draft: { ...AN_EXEMPLAR, field: 'Điện' } };
  expect(await refusalOf(as(reporterLS).save(saving))).toEqual(['exemplar.not-editor']);
  expect(await refusalOf(as(reporterLS).remove({ id, seenVersion: 1, reason: 'Ghi trùng' }))).toEqual([
    'exemplar.not-editor',
  ]);
});

test('removed with a reason it is out of sight; its row stays', async () => {
  const { reporterSL } = world.actors;
  expect(await refusalOf(as(reporterSL).remove({ id, seenVersion: 1, reason: 'bỏ' }))).toEqual([
    'exemplar.removal-needs-reason @reason',
  ]);
  await as(reporterSL).remove({ id, seenVersion: 1, reason: 'Ghi trùng hai lần' });
  expect((await as(reporterSL).list({})).rows).toEqual([]);
  expect(await refusalOf(as(reporterSL).byId({ id }))).toEqual(['exemplar.not-found']);
  expect(await refusalOf(as(reporterSL).save({ id, seenVersion: 2, draft: AN_EXEMPLAR }))).toEqual([
    'exemplar.not-found',
  ]);
  const row = await world.db.reads.selectFrom('exemplar').select('removedAt').where('id', '=', id).executeTakeFirst();
  expect(row?.removedAt).toBe('2024-03-01T05:00:00.000Z');
});

test('a member whose membership ended reads on and changes nothing; the leading unit still may', async () => {
  const { actors, units } = world;
  await inTransaction(world.db, (tx) =>
    tx.updateTable('clusterMember').set({ validTo: '2023-12-31' }).where('unitId', '=', units.SL).execute(),
  );
  const saving = { id, seenVersion: 1, draft: { ...AN_EXEMPLAR, field: 'Điện' } };
  expect(await refusalOf(as(actors.reporterSL).save(saving))).toEqual(['cluster.member-ended']);
  expect(await refusalOf(as(actors.reporterSL).create(creating(units.SL)))).toEqual(['cluster.member-ended']);
  expect((await as(actors.reporterSL).byId({ id })).version).toBe(1);
  expect(await as(actors.specialistLS).save(saving)).toMatchObject({ version: 2 });
});

test('the form is told for which units of which year one may add', async () => {
  const { actors, units } = world;
  const year = { clusterYearId: world.yearA, year: 2023 };
  const of = async (actor: Actor) => (await as(actor).options()).addTo;
  expect(await of(actors.reporterSL)).toMatchObject([{ ...year, units: [{ id: units.SL, name: 'Sơn La' }] }]);
  expect((await of(actors.specialistLS))[0]?.units.map((unit) => unit.id)).toEqual([units.SL, units.LS]);
  expect(await of(actors.leaderSL)).toEqual([]);
  expect((await as(actors.leaderSL).options()).years).toEqual([2023]);
});

test('the demo has the five of the seed and one invented, found by "hang a xa"', async () => {
  const db = await testDb();
  const { contextOf } = await givenDemo(db);
  const reader = createCaller(contextOf(DEMO_ACTORS.caobang)).exemplars;
  const { rows } = await reader.list({});
  expect(rows.map(({ unitName, kind }) => `${unitName} ${kind}`)).toEqual([
    'Sơn La model',
    'Lai Châu person',
    'Sơn La person',
    'Lạng Sơn model',
    'Lạng Sơn model',
    'Lạng Sơn model',
  ]);
  const found = await reader.list({ text: 'hang a xa' });
  expect(found.rows.map(({ unitName }) => unitName)).toEqual(['Lai Châu']);
  expect((await reader.byId({ id: found.rows[0]!.id as ExemplarId })).story).toContain('05/03/2024');
});
