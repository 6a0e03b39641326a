import { beforeAll, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenExemplar } from '#test/builders/exemplars.builder.ts';
import { givenPack, givenPackFile } from '#test/builders/pack.builder.ts';
import { AN_ADOPTION, givenReplication } from '#test/builders/replications.builder.ts';
import { givenReport } from '#test/builders/reports.builder.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { aPledge, aReport, type MatrixWorld, withoutPledge } from '#test/server/matrix-records.ts';
import { givenMatrixWorld, type MatrixPlaces } from '#test/server/matrix-world.ts';
import { together } from '#test/server/together.ts';

/* Two people at the same moment, in what came with the papers, the models and the reopening. See races.test.ts. */

const ROUNDS = [1, 2, 3, 4, 5];
const AT = '2024-02-27T03:00:00.000Z';
const REASON = 'Sửa số thu ngân sách theo số quyết toán.';

let world: MatrixWorld;
let places: MatrixPlaces;
beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
});

const as = (who: 'specialistLS' | 'approverLS' | 'reporterSL') =>
  createCaller(aContext(world.db, { ...world.actors[who], accountId: uuidv7() }));
const sorted = (outcomes: string[]) => outcomes.toSorted();

test.each(ROUNDS)('a version of the papers is marked as sent twice: it went to one of both (%i)', async () => {
  const id = await givenPack(world.db, places.chairA.clusterYearId);
  const sent = (sentTo: string) =>
    as('specialistLS').conferencePacks.markSent({ id, seenVersion: 1, sentTo, note: '' } as never);
  const outcomes = await together(sent('các tỉnh'), sent('Ban Thi đua - Khen thưởng Trung ương'));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  const row = await world.db.reads
    .selectFrom('conferencePack')
    .select(['sentTo', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({
    sentTo: outcomes[0] === 'done' ? 'các tỉnh' : 'Ban Thi đua - Khen thưởng Trung ương',
    version: 2,
  });
});

test.each(ROUNDS)('two templates of one paper are put to use at once: one is in use (%i)', async () => {
  const { clusterYearId, chairUnitId } = places.chairA;
  const ids = [uuidv7(), uuidv7()];
  await inTransaction(world.db, async (tx) => {
    await tx.deleteFrom('paperTemplate').execute();
    for (const id of ids)
      await tx
        .insertInto('paperTemplate')
        .values({
          ...{ id, unitId: chairUnitId, clusterId: world.clusterA, paper: 'report', status: 'former' },
          ...{ uploadedAt: AT, uploadedByName: 'Người mẫu', usedFrom: AT },
          fileId: await givenPackFile(tx, 'paper-template', id),
        })
        .execute();
  });
  const use = (id: string) =>
    as('specialistLS').conferencePacks.useTemplate({ clusterYearId, id, seenVersion: 1 } as never);
  await together(...ids.map(use));
  const inUse = await world.db.reads.selectFrom('paperTemplate').select('id').where('status', '=', 'in-use').execute();
  expect(inUse).toHaveLength(1);
});

test.each(ROUNDS)('a model is taken up anew while an adoption that was stopped goes on: one lives (%i)', async () => {
  const { clusterYearId } = places.memberA;
  const exemplarId = await givenExemplar(world.db, { clusterYearId, unitId: world.units.LS });
  const of = { clusterYearId, unitId: world.units.SL, exemplarId };
  const stopped = await givenReplication(world.db, of);
  await inTransaction(world.db, (tx) =>
    tx.updateTable('replication').set({ status: 'stopped', stopReason: REASON }).where('id', '=', stopped).execute(),
  );
  const outcomes = await together(
    as('reporterSL').replications.create({ ...of, draft: AN_ADOPTION, idempotencyKey: uuidv7() } as never),
    as('reporterSL').replications.setStatus({ id: stopped, seenVersion: 1, status: 'running', reason: '' } as never),
  );
  expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
});

test.each(ROUNDS)('a report is opened again while it is received: one is told of the other (%i)', async () => {
  const id = await aReport(world, places.memberA, 'sent');
  const until = { untilOn: '2024-03-01', untilTime: '23:00', reason: REASON };
  const outcomes = await together(
    as('specialistLS').reviewing.reopen({ id, seenVersion: 1, ...until } as never),
    as('approverLS').reports.receive({ id, seenVersion: 1 } as never),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
});

test.each(ROUNDS)('a report is sent again while the office locks it: no hour is left (%i)', async () => {
  const id = await aReport(world, places.memberA, 'sent');
  const until = { untilOn: '2024-03-01', untilTime: '23:00', reason: REASON };
  await as('specialistLS').reviewing.reopen({ id, seenVersion: 1, ...until } as never);
  const outcomes = await together(
    as('reporterSL').reports.send({ id, seenVersion: 2 } as never),
    as('specialistLS').reviewing.lock({ id, seenVersion: 2 } as never),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  const row = await world.db.reads
    .selectFrom('report')
    .select(['status', 'reopenedUntil'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ status: 'sent', reopenedUntil: null });
});

test.each(ROUNDS)('a heading is taken away while a member writes under it: no text is lost (%i)', async () => {
  const { clusterYearId } = places.memberA;
  const report = await aReport(world, places.memberA, 'draft');
  const heading = uuidv7();
  const of = { clusterYearId, period: 'year-end' as const };
  await inTransaction(world.db, async (tx) => {
    await tx.deleteFrom('reportSection').execute();
    await tx.deleteFrom('reportHeading').execute();
    const row = { id: heading, position: 1, title: 'Kết quả', hint: '' };
    await tx
      .insertInto('reportHeading')
      .values({ ...of, ...row })
      .execute();
  });
  const outcomes = await together(
    as('reporterSL').reports.saveSections({
      id: report,
      sections: [{ headingId: heading, content: 'Đã làm xong.', seenVersion: 0 }],
    } as never),
    as('specialistLS').reports.saveHeadings({ ...of, headings: [], seenIds: [heading] } as never),
  );
  expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  const kept = await world.db.reads.selectFrom('reportSection').select('content').execute();
  expect(kept).toHaveLength(outcomes[0] === 'done' ? 1 : 0);
});

/** The year of cluster A with nothing filled in: an indicator may be taken out of it. */
async function givenEmptyYear() {
  await withoutPledge(world, world.yearA);
  await inTransaction(world.db, async (tx) => {
    const old = tx.selectFrom('report').select('id').where('clusterYearId', '=', world.yearA);
    for (const table of ['reportSection', 'reportValueVersion', 'reportValue'] as const)
      await tx.deleteFrom(table).where('reportId', 'in', old).execute();
    await tx.deleteFrom('report').where('clusterYearId', '=', world.yearA).execute();
  });
  const { budget, poverty, movements } = world.indicators;
  const rows = [budget, poverty, movements].map((indicatorVersionId, position) => ({
    ...{ clusterYearId: world.yearA, indicatorVersionId, position: position + 1, isHeadline: 0 },
  }));
  await inTransaction(world.db, async (tx) => {
    await tx.deleteFrom('clusterYearIndicator').where('clusterYearId', '=', world.yearA).execute();
    await tx.insertInto('clusterYearIndicator').values(rows).execute();
  });
}

/** Takes an indicator out of the year of cluster A. */
async function without(gone: string) {
  const year = world.db.reads.selectFrom('clusterYear').select('version').where('id', '=', world.yearA);
  const { version } = await year.executeTakeFirstOrThrow();
  const items = Object.values(world.indicators)
    .filter((id) => id !== gone)
    .map((indicatorVersionId) => ({ indicatorVersionId, isHeadline: false }));
  return () =>
    as('specialistLS').indicators.setOfYear({ clusterYearId: world.yearA, seenVersion: version, items } as never);
}

test.each(ROUNDS)('an indicator leaves the year while a member types its figure: none is lost (%i)', async () => {
  await givenEmptyYear();
  const { budget } = world.indicators;
  const report = await givenReport(world.db, { clusterYearId: world.yearA, unitId: world.units.SL });
  const takeOut = await without(budget);
  const cell = { indicatorVersionId: budget, value: 45_000, valueStatus: 'official', sourceOffice: '', note: '' };
  const [saved, out] = await together(
    as('reporterSL').reports.saveCells({ id: report, cells: [{ ...cell, seenVersion: 0 }] } as never),
    takeOut(),
  );
  expect(sorted([saved!, out!])).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  const kept = await world.db.reads.selectFrom('reportValue').select('value').where('reportId', '=', report).execute();
  expect(kept.map(({ value }) => value)).toEqual(saved === 'done' ? [45_000] : []);
});

test.each(ROUNDS)(
  'an indicator leaves the year while its pledge is agreed: before it, or not at all (%i)',
  async () => {
    await givenEmptyYear();
    const { id, contentHash } = await aPledge(world, places.chairA, 'consulting');
    const takeOut = await without(world.indicators.movements);
    const [agreed, out] = await together(
      as('specialistLS').pledges.agree({ id, seenVersion: 1, seenHash: contentHash } as never),
      takeOut(),
    );
    expect(agreed).toBe('done');
    if (out !== 'done') return expect(out).toBe('UNPROCESSABLE_CONTENT');
    const told = await world.db.reads
      .selectFrom('auditEntry')
      .select('action')
      .where('action', 'in', ['cluster-year.indicators-set', 'pledge.agreed'])
      .where('subjectId', 'in', [id, world.yearA])
      .orderBy('id', 'desc')
      .limit(2)
      .execute();
    expect(told.map(({ action }) => action)).toEqual(['pledge.agreed', 'cluster-year.indicators-set']);
  },
);
