import { TRPCError } from '@trpc/server';
import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { givenProvincialCluster } from '#test/builders/cluster.builder.ts';
import { givenPledge } from '#test/builders/reports.builder.ts';
import { aContext, anActor, aProvince } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { aDecision, aNomination, aReport, type MatrixWorld, type Place } from '#test/server/matrix-records.ts';
import { SAMPLES } from '#test/server/matrix-samples.ts';
import { callProcedure, givenMatrixWorld, isMutation } from '#test/server/matrix-world.ts';

/* The unit that organises a cluster and is no member of it: a province and the cluster of its communes. */

let world: MatrixWorld;
const as = (actor: Actor) => createCaller(aContext(world.db, actor));

async function answerOf(actor: Actor, procedure: string, input: unknown): Promise<string> {
  try {
    await callProcedure(aContext(world.db, actor), procedure, input);
    return 'yes';
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return error.code;
  }
}

/** What is its own: the cluster, its members and years with their indicators; and what whoever has a link may do. */
const OWN =
  /^((clusters|accounts|units|demo|audit|awards|savedViews|jobs|mail|notices|exports|imports)\.|duplicates\.find|indicators\.|collecting\.answerLink|pledges\.saveRule)/;
let place: Place;
const organizer = () => anActor('Tỉnh tổ chức Cụm', 'CB', 'specialist', 'approver', 'reporter', 'leader', 'council');

beforeAll(async () => {
  ({ world } = await givenMatrixWorld(await testDb()));
  await inTransaction(world.db, (tx) => tx.insertInto('unit').values(aProvince('CB', 'Cao Bằng')).execute());
  const { yearId, communes } = await givenProvincialCluster(world.db, 'CB');
  place = { name: 'xã', clusterYearId: yearId, unitId: communes[1], chairUnitId: communes[0] };
  await givenPledge(world.db, yearId, { [communes[0]]: {}, [communes[1]]: {} });
  await inTransaction(world.db, async (tx) => {
    const indicators = await tx
      .selectFrom('clusterYearIndicator')
      .selectAll()
      .where('clusterYearId', '=', world.yearA)
      .execute();
    await tx
      .insertInto('clusterYearIndicator')
      .values(indicators.map((row) => ({ ...row, clusterYearId: yearId })))
      .execute();
  });
});

test('reads as a member does, and changes nothing in it', async () => {
  for (const procedure of Object.keys(SAMPLES)) {
    if (OWN.test(procedure) || !isMutation(procedure)) continue;
    const { input } = await SAMPLES[procedure]!(world, place);
    expect(['FORBIDDEN', 'NOT_FOUND'], procedure).toContain(await answerOf(organizer(), procedure, input));
  }
});

test('does not see what its members have not sent, drafts of decisions, or dân tộc', async () => {
  const draft = await aNomination(world, place, 'draft');
  const sent = await aNomination(world, place, 'submitted');
  await inTransaction(world.db, (tx) =>
    tx.insertInto('nominationSensitive').values({ nominationId: sent.id, ethnicityCode: '05' }).execute(),
  );
  const report = await aReport(world, place, 'draft');
  const decision = await aDecision(world, place, 'draft');
  const me = as(organizer());
  const { rows } = await me.nominations.list({ clusterYearId: place.clusterYearId as never });
  expect(rows.map(({ id }) => id)).toContain(sent.id);
  expect(rows.map(({ id }) => id)).not.toContain(draft.id);
  expect(await answerOf(organizer(), 'nominations.byId', { id: draft.id })).toBe('NOT_FOUND');
  expect((await me.nominations.byId({ id: sent.id as never })).ethnicity).toBeNull();
  expect(await me.reports.byId({ id: report as never })).toMatchObject({ isOpen: false, narrative: '', files: [] });
  expect((await me.reports.byId({ id: report as never })).cells.every(({ value }) => value === null)).toBe(true);
  expect(await answerOf(organizer(), 'decisions.byId', { id: decision.id })).toBe('NOT_FOUND');
  const page = await me.care.ofYear({ clusterYearId: place.clusterYearId as never });
  expect(page.has.drafts).toBe(0);
  expect(page.total.find(({ lens }) => lens === 'ethnic-minority')?.state).toBe('hidden');
  for (const subjectId of [draft.id, decision.id])
    for (const kind of ['nomination', 'decision'] as const)
      expect(await me.audit.ofRecord({ subjectKind: kind, subjectId } as never)).toEqual([]);
});
