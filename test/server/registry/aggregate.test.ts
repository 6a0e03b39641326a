import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeAll(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  await inTransaction(db, (tx) =>
    tx
      .insertInto('unitLineage')
      .values({ id: 'l', ancestorId: 'SL', descendantId: 'QT', fromOn: '2025-07-01', sharePermille: 1000 })
      .execute(),
  );
  await givenAwards(db, [
    { unitId: 'SL', year: 2020, decidedOn: '2020-12-01' },
    { unitId: 'SL', year: 2021, decidedOn: '2021-12-01' },
    { unitId: 'LS', year: 2021, decidedOn: '2021-12-01' },
    { unitId: 'LS', year: 2021, decidedOn: '2021-12-01', status: 'cancelled' },
  ]);
});

const as = (actor: World['actors'][keyof World['actors']]) => createCaller(aContext(world.db, actor)).awards;

test('whoever sees everything gets the whole registry, cancelled awards apart', async () => {
  const { total, cancelled, byYear, facets, unitIds } = await as(world.actors.admin).aggregate({});
  expect({ total, cancelled, byYear, unitIds }).toEqual({
    total: 3,
    cancelled: 1,
    byYear: [
      { year: 2020, awards: 1 },
      { year: 2021, awards: 2 },
    ],
    unitIds: null,
  });
  expect(facets).toContainEqual({
    dimension: 'form',
    value: 'BKT',
    awards: 3,
    name: 'Bằng khen của Chủ tịch UBND tỉnh',
  });
  expect((await as(world.actors.admin).aggregate({ yearFrom: 2021, yearTo: 2021 })).total).toBe(2);
});

test('others get their own units, and nothing of a unit that is not theirs', async () => {
  const mine = await as(world.actors.reporterSL).aggregate({});
  expect({ total: mine.total, unitIds: mine.unitIds }).toEqual({ total: 2, unitIds: ['SL'] });
  await expect(as(world.actors.reporterSL).aggregate({ unitId: 'LS' as never })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a unit of today stands for those it was formed from', async () => {
  const asThen = await as(world.actors.admin).aggregate({ unitId: 'QT' as never });
  const today = await as(world.actors.admin).aggregate({ unitId: 'QT' as never, view: 'hien-nay' });
  expect([asThen.total, today.total]).toEqual([0, 2]);
});
