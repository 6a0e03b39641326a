import { expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { givenIndicators, givenPledge } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { yearA, yearB, actors } = await givenWorld(db);
const { budget, poverty } = await givenIndicators(db, yearA, yearB);
await givenPledge(db, yearA, { LS: { [budget]: 70_000, [poverty]: 300 } });
const as = (who: keyof WorldActors) => createCaller(aContext(db, actors[who])).pledges;

test('a pledge shows the targets of each member, their total and who signed', async () => {
  const { pledge, members } = await as('leaderSL').ofYear({ clusterYearId: yearA });
  expect(members.map(({ name }) => name)).toEqual(['Sơn La', 'Lạng Sơn']);
  expect(pledge?.indicators[0]).toMatchObject({
    targets: [null, 70_000],
    total: { value: 70_000, counted: 1, members: 2 },
  });
  expect(pledge?.signedCount).toBe(1);
  expect(pledge?.signatures.map(({ name, signedOn }) => [name, signedOn])).toEqual([
    ['Sơn La', null],
    ['Lạng Sơn', '2023-02-24'],
  ]);
});

test('a year without a pledge says so', async () => {
  expect((await as('specialistQT').ofYear({ clusterYearId: yearB })).pledge).toBeNull();
});

test('another cluster does not find it', async () => {
  await expect(as('specialistQT').ofYear({ clusterYearId: yearA })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
