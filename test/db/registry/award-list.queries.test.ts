import { beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { listAwards } from '#db/registry/award-list.queries.ts';
import { type Access, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let db: Db;
let world: World;
/** Ids of the awards by where they stand, newest last. */
let ids: string[];
const ALL: Access = { ...NO_ACCESS, all: true };

beforeAll(async () => {
  db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  const { SL, LS, QT } = world.units;
  ids = await givenAwards(db, [
    { unitId: SL, year: 2021, decidedOn: '2022-01-01' },
    { unitId: SL, year: 2022, decidedOn: '2023-01-01', clusterYearId: world.yearA },
    { unitId: LS, year: 2022, decidedOn: '2023-01-02', clusterYearId: world.yearA },
    { unitId: QT, year: 2022, decidedOn: '2023-01-03', clusterYearId: world.yearB },
    { unitId: LS, year: 2023, decidedOn: '2024-01-01' },
  ]);
});

async function seen(
  access: Access,
  filters: { year?: number; unitId?: string; after?: [string, string] } = {},
  limit = 50,
) {
  const rows = await listAwards(db.reads, access, { ...filters, limit });
  return rows.map(({ id }) => ids.indexOf(id));
}

describe('a page of the registry', () => {
  test('everything, newest first, and every combination of filters with its own statement', async () => {
    expect(await seen(ALL)).toEqual([4, 3, 2, 1, 0]);
    expect(await seen(ALL, { year: 2022 })).toEqual([3, 2, 1]);
    expect(await seen(ALL, { unitId: 'SL' })).toEqual([1, 0]);
    expect(await seen(ALL, { year: 2022, unitId: 'LS' })).toEqual([2]);
    expect(await seen(ALL, { after: ['2023-01-02', ids[2]!] })).toEqual([1, 0]);
    expect(await seen(ALL, { year: 2022, after: ['2023-01-03', ids[3]!] })).toEqual([2, 1]);
    // The kept text runs with other values.
    expect(await seen(ALL, { year: 2021 })).toEqual([0]);
    expect(await seen(ALL, { unitId: 'QT' }, 1)).toEqual([3]);
  });

  test('what several grounds open is listed once, in one order, cut to the page', async () => {
    const ofSL: Access = { ...NO_ACCESS, own: ['SL'], cluster: ['SL'], office: ['SL'] };
    expect(await seen(ofSL)).toEqual([2, 1, 0]);
    expect(await seen(ofSL, {}, 2)).toEqual([2, 1]);
    expect(await seen(ofSL, { after: ['2023-01-01', ids[1]!] })).toEqual([0]);
    expect(await seen(ofSL, { unitId: 'LS' })).toEqual([2]);
    expect(await seen(ofSL, { unitId: 'QT' })).toEqual([]);
    expect(await seen(ofSL, { year: 2022 })).toEqual([2, 1]);
  });

  test('each ground opens its own and nothing else', async () => {
    expect(await seen({ ...NO_ACCESS, own: ['LS'] })).toEqual([4, 2]);
    expect(await seen({ ...NO_ACCESS, office: ['QT'] })).toEqual([3]);
    expect(await seen({ ...NO_ACCESS, chair: ['LS'] })).toEqual([2, 1]);
    expect(await seen({ ...NO_ACCESS, cluster: ['QT'] })).toEqual([3]);
    expect(await seen(NO_ACCESS)).toEqual([]);
  });
});
