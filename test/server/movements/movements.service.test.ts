import { beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { MovementLevel } from '#shared/movements/movements.schema.ts';
import { DEMO_ACTORS, givenDemo } from '#test/builders/demo.builder.ts';
import { A_LAUNCH, A_MOVEMENT, givenMovement } from '#test/builders/movements.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;
beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).movements;
const ofYear = (actor: Actor) => as(actor).ofYear({ clusterYearId: world.yearA });

async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { cause?: { reasons?: { code: string; field?: string }[] } } | undefined;
  return (error?.cause?.reasons ?? []).map(({ code, field }) => (field ? `${code} @${field}` : code));
}
const creating = (level: MovementLevel, about: Partial<typeof A_MOVEMENT> = {}) => ({
  clusterYearId: world.yearA,
  level,
  draft: { ...A_MOVEMENT, ...about },
  idempotencyKey: uuidv7(),
});
const inA = (id: string) => ({ clusterYearId: world.yearA, id: id as never });

describe('movements of a year', () => {
  test('stand in their groups by period, each with its state today and what one may do', async () => {
    const { db, yearA, clusterA, units, actors } = world;
    await givenMovement(db, { level: 'province', unitId: units.SL, periodTo: '2023-06-30' }, yearA);
    await givenMovement(db, { level: 'cluster', clusterId: clusterA, periodFrom: '2024-06-01' }, yearA);
    await givenMovement(db, { name: 'Muộn hơn', periodFrom: '2023-01-01' }, yearA);
    await givenMovement(db, { periodFrom: '2021-01-01' }, yearA);
    const seen = await ofYear(actors.reporterSL);
    expect(seen.movements.map(({ level, state, outside }) => [level, state, outside])).toEqual([
      ['prime-minister', 'running', null],
      ['prime-minister', 'running', null],
      ['cluster', 'upcoming', 'after'],
      ['province', 'ended', null],
    ]);
    expect(seen.movements.map(({ actions }) => [actions.save.allowed, actions.drop.allowed])).toEqual([
      [false, false],
      [false, false],
      [false, false],
      [true, true],
    ]);
    expect(seen.actions.create).toMatchObject({
      'prime-minister': { allowed: false },
      cluster: { allowed: false, reasons: [{ code: 'movement.not-chair' }] },
      province: { allowed: true },
    });
    expect(seen.movements[0]?.actions.save.reasons[0]?.code).toBe('movement.not-admin');
    expect(await refusalOf(ofYear(actors.reporterQT))).toEqual(['cluster-year.not-found']);
  });

  test("each level has its writer: the administrator, the leading unit, the province's own people", async () => {
    const { actors } = world;
    expect(await refusalOf(as(actors.admin).create(creating('prime-minister')))).toEqual([]);
    expect(await refusalOf(as(actors.specialistLS).create(creating('prime-minister')))).toEqual(['movement.not-admin']);
    expect(await refusalOf(as(actors.specialistLS).create(creating('cluster')))).toEqual([]);
    expect(await refusalOf(as(actors.specialistSL).create(creating('cluster')))).toEqual(['movement.not-chair']);
    expect(await refusalOf(as(actors.specialistSL).create(creating('province')))).toEqual([]);
    expect(await refusalOf(as(actors.reporterSL).create(creating('province')))).toEqual([]);
    expect(await refusalOf(as(actors.admin).create(creating('province')))).toEqual(['movement.not-own-province']);
    expect(await refusalOf(as(actors.reporterQT).create(creating('province')))).toEqual(['cluster-year.not-found']);
    const { movements } = await ofYear(actors.leaderSL);
    expect(movements.map(({ level, unitName }) => [level, unitName])).toEqual([
      ['prime-minister', null],
      ['cluster', null],
      ['province', 'Sơn La'],
      ['province', 'Sơn La'],
    ]);
  });

  test('wrong input is named field by field, and nothing is saved', async () => {
    const wrong = { name: '', periodFrom: '2023-12-31', periodTo: '2023-01-01' };
    expect(await refusalOf(as(world.actors.specialistLS).create(creating('cluster', wrong)))).toEqual([
      'movement.name-missing @name',
      'movement.period-backwards @periodTo',
    ]);
    expect((await ofYear(world.actors.leaderSL)).movements).toEqual([]);
  });

  test('a period outside the year is taken and marked', async () => {
    await as(world.actors.specialistLS).create(
      creating('cluster', { periodFrom: '2019-01-01', periodTo: '2020-12-31' }),
    );
    expect((await ofYear(world.actors.leaderSL)).movements).toMatchObject([{ outside: 'before', state: 'ended' }]);
  });

  test('taken up, taken out and taken up again; twice is told', async () => {
    const { db, actors } = world;
    const id = await givenMovement(db);
    expect((await ofYear(actors.specialistLS)).available.map((one) => one.id)).toEqual([id]);
    expect((await ofYear(actors.reporterSL)).available).toEqual([]);
    expect(await refusalOf(as(actors.reporterSL).takeUp(inA(id)))).toEqual(['movement.not-chair']);
    await as(actors.specialistLS).takeUp(inA(id));
    expect((await ofYear(actors.leaderSL)).movements.map((one) => one.id)).toEqual([id]);
    expect(await refusalOf(as(actors.specialistLS).takeUp(inA(id)))).toEqual(['movement.taken-up']);
    expect(await refusalOf(as(actors.reporterSL).drop(inA(id)))).toEqual(['movement.not-chair']);
    await as(actors.specialistLS).drop(inA(id));
    expect((await ofYear(actors.leaderSL)).movements).toEqual([]);
    expect(await refusalOf(as(actors.specialistLS).drop(inA(id)))).toEqual(['movement.not-found']);
    await as(actors.specialistLS).takeUp(inA(id));
    const actions = await db.reads.selectFrom('auditEntry').select('action').orderBy('id').execute();
    expect(actions.map(({ action }) => action)).toEqual(['movement.taken-up', 'movement.dropped', 'movement.taken-up']);
  });

  test('what has nothing in common with the year, or belongs to others, is not offered and not found', async () => {
    const { db, clusterB, units, actors } = world;
    const ids = [
      await givenMovement(db, { periodFrom: '2016-01-01', periodTo: '2020-12-31' }),
      await givenMovement(db, { level: 'cluster', clusterId: clusterB }),
      await givenMovement(db, { level: 'province', unitId: units.QT }),
      await givenMovement(db, { level: 'province', unitId: units.SL }),
    ];
    expect((await ofYear(actors.specialistLS)).available).toEqual([]);
    for (const id of ids)
      expect(await refusalOf(as(actors.specialistLS).takeUp(inA(id)))).toEqual(['movement.not-found']);
    expect((await ofYear(actors.reporterSL)).available.map((one) => one.id)).toEqual([ids[3]]);
  });

  test('the second of two editors meets a conflict that names the first', async () => {
    const { db, clusterA, yearA, actors } = world;
    const id = await givenMovement(db, { level: 'cluster', clusterId: clusterA }, yearA);
    const save = (actor: Actor, about: object) =>
      as(actor).save({ ...inA(id), seenVersion: 1, draft: { ...A_MOVEMENT, ...about } });
    expect(await save(actors.specialistLS, { goal: 'Khác' })).toEqual({ id, version: 2 });
    const error = (await save(actors.approverLS, { periodTo: '2024-12-31' }).catch((thrown: unknown) => thrown)) as {
      code: string;
      cause: { reasons: object[] };
    };
    expect(error.code).toBe('CONFLICT');
    expect(error.cause.reasons).toMatchObject([{ facts: { who: 'Chuyên viên Lạng Sơn', what: 'Mục tiêu' } }]);
  });

  test("the Prime Minister's own words are changed by the administrator only", async () => {
    const { db, yearA, actors } = world;
    const id = await givenMovement(db, {}, yearA);
    const saving = { ...inA(id), seenVersion: 1, draft: { ...A_MOVEMENT, document: 'Quyết định 1/QĐ-TTg' } };
    expect(await refusalOf(as(actors.specialistLS).save(saving))).toEqual(['movement.not-admin']);
    expect(await as(actors.admin).save(saving)).toEqual({ id, version: 2 });
  });
});

describe('launch of a year', () => {
  const saving = (seenVersion: number | null, about: Partial<typeof A_LAUNCH> = {}) => ({
    clusterYearId: world.yearA,
    seenVersion,
    draft: { ...A_LAUNCH, ...about },
  });

  test('is recorded, reordered and kept in the history of the year', async () => {
    const { actors } = world;
    expect((await ofYear(actors.leaderSL)).launch).toBeNull();
    expect(await as(actors.specialistLS).saveLaunch(saving(null))).toEqual({ version: 1 });
    const contents = [...A_LAUNCH.contents].reverse();
    expect(await as(actors.approverLS).saveLaunch(saving(1, { contents }))).toEqual({ version: 2 });
    expect((await ofYear(actors.leaderSL)).launch).toMatchObject({ contents, launchedOn: '2023-02-24', version: 2 });
    expect(await as(actors.approverLS).saveLaunch(saving(2, { contents }))).toEqual({ version: 2 });
    const [last] = await createCaller(aContext(world.db, actors.leaderSL)).audit.ofRecord({
      subjectKind: 'cluster-year',
      subjectId: world.yearA,
    });
    expect(last).toMatchObject({
      action: 'launch.saved',
      changes: [{ field: 'contents', to: `1. ${contents[0]}\n2. ${contents[1]}` }],
    });
  });

  test('is the leading unit’s; a day after the year and an empty content are told', async () => {
    const { actors } = world;
    expect(await refusalOf(as(actors.specialistSL).saveLaunch(saving(null)))).toEqual(['launch.not-chair']);
    const wrong = { launchedOn: '2024-01-01', contents: ['Một', ''] };
    expect(await refusalOf(as(actors.specialistLS).saveLaunch(saving(null, wrong)))).toEqual([
      'launch.after-year @launchedOn',
      'launch.content-empty @contents.1',
    ]);
    expect((await ofYear(actors.leaderSL)).launch).toBeNull();
  });

  test('recorded by two at once, the second meets a conflict', async () => {
    const { actors } = world;
    await as(actors.specialistLS).saveLaunch(saving(null));
    expect(await refusalOf(as(actors.approverLS).saveLaunch(saving(null, { place: 'Hà Nội' })))).toEqual([
      'launch.changed-meanwhile',
    ]);
    expect((await ofYear(actors.leaderSL)).launch?.place).toBe('thành phố Lạng Sơn');
  });
});

test('the demo: five movements of the Prime Minister in both years, the launch of 2024 with three contents', async () => {
  const { contextOf } = await givenDemo(await testDb());
  const caller = createCaller(contextOf(DEMO_ACTORS.chair));
  const clusterYears = await caller.clusters.list();
  expect(clusterYears.map(({ year }) => year)).toEqual([2024, 2023]);
  for (const { id, year } of clusterYears) {
    const seen = await caller.movements.ofYear({ clusterYearId: id as never });
    const count = (level: MovementLevel) => seen.movements.filter((one) => one.level === level).length;
    expect([count('prime-minister'), count('cluster'), count('province')]).toEqual([5, 1, 2]);
    expect(seen.movements.filter(({ level }) => level !== 'prime-minister').every(({ isDemo }) => isDemo === 1)).toBe(
      true,
    );
    expect(seen.launch?.launchedOn ?? null).toBe(year === 2024 ? '2024-03-05' : null);
    expect(seen.launch?.contents.length ?? 0).toBe(year === 2024 ? 3 : 0);
    expect(seen.actions.saveLaunch.allowed).toBe(true);
  }
});
