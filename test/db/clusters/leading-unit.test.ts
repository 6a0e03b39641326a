import { beforeAll, expect, test } from 'vitest';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { aClusterYear, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('clusterYear')
      .values({
        ...aClusterYear('year-2024', world.clusterA, world.units.SL),
        year: 2024,
        startsOn: '2024-01-01',
        endsOn: '2024-12-31',
      })
      .execute(),
  );
});

async function leaderOn(today: string, handOvers: { of2023: string | null; of2024: string | null }) {
  const { db, yearA, clusterA } = world;
  await inTransaction(db, async (tx) => {
    const set = (id: string, handOverOn: string | null) =>
      tx.updateTable('clusterYear').set({ handOverOn }).where('id', '=', id).execute();
    await set(yearA, handOvers.of2023);
    await set('year-2024', handOvers.of2024);
  });
  const row = await db.reads
    .selectFrom('cluster')
    .where('id', '=', clusterA)
    .select(leadingUnit('cluster.id', today).as('leader'))
    .executeTakeFirstOrThrow();
  return row.leader;
}

test.each([
  ['no hand-over settled: the chair of the first year', '2024-03-15', null, null, 'LS'],
  ['the last day before it', '2024-03-14', '2024-03-15', null, 'LS'],
  ['the day itself: the next chair', '2024-03-15', '2024-03-15', null, 'SL'],
  ['after it', '2025-01-01', '2024-03-15', null, 'SL'],
  ['the next year is settled too, both ahead', '2024-03-01', '2024-03-15', '2025-03-15', 'LS'],
  ['all handed over: the chair of the last year stays', '2025-03-15', '2024-03-15', '2025-03-15', 'SL'],
])('%s', async (_name, today, of2023, of2024, leader) => {
  expect(await leaderOn(today, { of2023, of2024 })).toBe(leader);
});

test('a cluster without a year is led by nobody', async () => {
  const { db, clusterB } = world;
  await inTransaction(db, async (tx) => {
    await tx.deleteFrom('clusterYear').where('clusterId', '=', clusterB).execute();
  });
  const row = await db.reads
    .selectFrom('cluster')
    .where('id', '=', clusterB)
    .select(leadingUnit('cluster.id', '2024-03-01').as('leader'))
    .executeTakeFirstOrThrow();
  expect(row.leader).toBeNull();
});
