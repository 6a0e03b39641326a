import { beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { PledgeStatus } from '#shared/pledges/pledges.schema.ts';
import { givenPledgeIn } from '#test/builders/pledge.builder.ts';
import { givenIndicators, type Indicators } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type World, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let db: Db;
let world: World;
let indicators: Indicators;
beforeAll(async () => {
  db = await testDb();
  world = await givenWorld(db);
  indicators = await givenIndicators(db, world.yearA, world.yearB);
});

const aPledge = (status: PledgeStatus, signed: string[] = []) =>
  givenPledgeIn(db, {
    clusterYearId: world.yearA,
    status,
    unitIds: ['SL', 'LS'],
    indicatorVersionId: indicators.budget,
    signed,
  });

/** What of pledges waits for somebody. */
async function tasks(who: keyof WorldActors, now?: string) {
  const context = aContext(db, world.actors[who], now ? { now } : {});
  const { tasks: all } = await createCaller(context).dashboard.overview();
  return all.filter(({ code }) => code.startsWith('task.pledge')).map(({ code, dueOn }) => [code, dueOn]);
}

test('an opinion waits until it is given on the text of today', async () => {
  const { id } = await aPledge('consulting');
  expect(await tasks('reporterSL')).toEqual([['task.pledge-opinion', '2024-02-19']]);
  expect(await tasks('specialistLS')).toEqual([]);
  const pledges = createCaller(aContext(db, world.actors.reporterSL)).pledges;
  await pledges.giveOpinion({ id, unitId: 'SL' as never, stance: 'agree', opinion: '' });
  expect(await tasks('reporterSL')).toEqual([]);
  await inTransaction(db, (tx) =>
    tx.updateTable('pledge').set({ consultOpenedAt: '2024-03-01T06:00:00.000Z' }).execute(),
  );
  expect(await tasks('reporterSL')).toEqual([['task.pledge-opinion', '2024-02-19']]);
});

test('a signature waits for its unit; publication for the unit that leads, once all have signed', async () => {
  await aPledge('signing', ['LS']);
  expect(await tasks('reporterSL')).toEqual([['task.pledge-sign', null]]);
  expect(await tasks('reporterLS')).toEqual([]);
  expect(await tasks('approverLS')).toEqual([]);
  await aPledge('signing', ['LS', 'SL']);
  expect(await tasks('reporterSL')).toEqual([]);
  expect(await tasks('approverLS')).toEqual([['task.pledge-publish', null]]);
  expect(await tasks('approverSL')).toEqual([]);
  await aPledge('published');
  expect(await tasks('approverLS')).toEqual([]);
});

test('a unit that left is asked for nothing', async () => {
  await aPledge('signing', ['LS']);
  await inTransaction(db, (tx) =>
    tx.updateTable('clusterMember').set({ validTo: '2024-02-29' }).where('unitId', '=', 'SL').execute(),
  );
  expect(await tasks('reporterSL')).toEqual([]);
});

test('the quarter that ended last waits for its progress, as long as the year runs', async () => {
  const { id } = await aPledge('published');
  const now = '2023-07-10T05:00:00.000Z';
  expect(await tasks('reporterSL', '2023-03-31T05:00:00.000Z')).toEqual([]);
  expect(await tasks('reporterSL', now)).toEqual([['task.pledge-progress', null]]);
  expect(await tasks('specialistLS', now)).toEqual([]);
  const { pledges } = createCaller(aContext(db, world.actors.reporterSL, { now }));
  const items = [{ indicatorVersionId: indicators.budget as never, value: 30_000, note: '', seenVersion: 0 }];
  await pledges.saveProgress({ id, unitId: 'SL' as never, quarter: 1, items });
  expect(await tasks('reporterSL', now)).toHaveLength(1);
  await pledges.saveProgress({ id, unitId: 'SL' as never, quarter: 2, items });
  expect(await tasks('reporterSL', now)).toEqual([]);
  expect(await tasks('reporterLS', now)).toHaveLength(1);
  // At the end of the year the report says it.
  expect(await tasks('reporterLS', '2024-01-05T05:00:00.000Z')).toEqual([]);
});
