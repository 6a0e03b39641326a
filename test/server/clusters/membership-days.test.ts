import { TRPCError } from '@trpc/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { aContext, anActor } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { aNomination, aReport, type MatrixWorld } from '#test/server/matrix-records.ts';
import { SAMPLES } from '#test/server/matrix-samples.ts';
import { callProcedure, givenMatrixWorld, type MatrixPlaces } from '#test/server/matrix-world.ts';

/* Sơn La is a member of cluster A until 10/03/2024: that day it acts, the next it reads only. */

const LAST_DAY = '2024-03-10T05:00:00.000Z';
/** 00:00 of 11/03 in Việt Nam, still the 10th in UTC. */
const NEXT_DAY = '2024-03-10T17:00:00.000Z';
const ACTS = [
  'reports.saveCells',
  'reports.saveNarrative',
  'reports.send',
  'nominations.create',
  'nominations.save',
  'nominations.submit',
  'nominations.withdraw',
  'recommendations.reportTask',
];

let world: MatrixWorld;
let places: MatrixPlaces;
const actor = anActor('Tổng hợp Sơn La', 'SL', 'reporter', 'specialist');

beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
  await inTransaction(world.db, (tx) =>
    tx.updateTable('clusterMember').set({ validTo: '2024-03-10' }).where('unitId', '=', 'SL').execute(),
  );
});

const at = (now: string) => aContext(world.db, actor, { now });

describe.each(ACTS)('%s', (procedure) => {
  test('on the last day', async () => {
    const { input } = await SAMPLES[procedure]!(world, places.memberA);
    await callProcedure(at(LAST_DAY), procedure, input);
  });

  test('on the next day, told until when', async () => {
    const { input } = await SAMPLES[procedure]!(world, places.memberA);
    const error = (await callProcedure(at(NEXT_DAY), procedure, input).catch((thrown) => thrown)) as TRPCError;
    expect(error).toBeInstanceOf(TRPCError);
    expect(error.code).toBe('UNPROCESSABLE_CONTENT');
    expect((error.cause as Refusal).reasons).toEqual([
      { code: 'cluster.member-ended', facts: { unit: 'Sơn La', endedOn: '2024-03-10' } },
    ]);
  });
});

test('reading goes on, and every button says why it is off', async () => {
  const as = createCaller(at(NEXT_DAY));
  const report = await as.reports.byId({ id: (await aReport(world, places.memberA, 'draft')) as never });
  expect(report.actions.send.map(({ code }) => code)).toEqual(['cluster.member-ended']);
  expect(report.actions.save.map(({ code }) => code)).toEqual(['cluster.member-ended']);
  const { id } = await aNomination(world, places.memberA, 'draft');
  const nomination = await as.nominations.byId({ id: id as never });
  expect(nomination.actions.submit).toMatchObject({ allowed: false, reasons: [{ code: 'cluster.member-ended' }] });
  expect(nomination.actions.submit.reasons[0]!.text).toContain('đến hết ngày 10/03/2024');
  expect((await as.clusters.workspace({ clusterYearId: world.yearA })).clusterYear.id).toBe(world.yearA);
});

test('a unit that left and came back within the year is one member of it, not two', async () => {
  const [span] = await world.db.reads.selectFrom('clusterMember').selectAll().where('unitId', '=', 'SL').execute();
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('clusterMember')
      .values({ ...span!, id: uuidv7(), validFrom: '2024-03-12', validTo: null, position: 99 })
      .execute(),
  );
  const as = createCaller(at('2024-03-13T05:00:00.000Z'));
  const clusterYearId = world.yearA as never;
  const timesIn = (rows: readonly { unitId: string }[]) => rows.filter(({ unitId }) => unitId === 'SL').length;
  expect(timesIn((await as.clusters.workspace({ clusterYearId })).matrix)).toBe(1);
  expect(timesIn((await as.reports.inbox({ clusterYearId, period: 'year-end' })).members)).toBe(1);
  const summary = await as.reports.summary({ clusterYearId, period: 'year-end' });
  expect(summary.indicators.length).toBeGreaterThan(0);
  for (const { members } of summary.indicators) expect(timesIn(members)).toBe(1);
  const { pledge } = await as.pledges.ofYear({ clusterYearId });
  expect(timesIn(pledge!.signatures)).toBeLessThan(2);
  const { addTo } = await as.exemplars.options();
  expect(addTo.find((year) => year.clusterYearId === world.yearA)?.units.map(({ id }) => id)).toEqual(['SL']);
  await inTransaction(world.db, (tx) => tx.deleteFrom('clusterMember').where('position', '=', 99).execute());
});

test('a unit that joins later acts from its first day on', async () => {
  await inTransaction(world.db, (tx) =>
    tx
      .updateTable('clusterMember')
      .set({ validFrom: '2023-06-01', validTo: null })
      .where('unitId', '=', 'SL')
      .execute(),
  );
  const create = async (now: string) => {
    const { input } = await SAMPLES['nominations.create']!(world, places.memberA);
    return callProcedure(at(now), 'nominations.create', input).then(
      () => 'yes',
      (error: TRPCError) => (error.cause as Refusal).reasons[0]!.code,
    );
  };
  expect(await create('2023-05-31T16:59:59.000Z')).toBe('cluster.member-begins');
  expect(await create('2023-05-31T17:00:00.000Z')).toBe('yes');
});
