import { beforeAll, describe, expect, test } from 'vitest';
import { checkDatabase } from '#db/core/check.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { ActorContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { removeFile } from '#server/files/files.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import type { FileId } from '#shared/files/files.schema.ts';
import { aYearDraft, givenProvincialCluster } from '#test/builders/cluster.builder.ts';
import { givenConference, givenDelegate } from '#test/builders/conference.builder.ts';
import { givenScan, SIGNED } from '#test/builders/pledge.builder.ts';
import { aUnitChange, seenUnitsOf } from '#test/builders/units.builder.ts';
import { aClusterYear, aContext, anActor, aProvince } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { allReports, aPledge, aReport, type MatrixWorld } from '#test/server/matrix-records.ts';
import { anybody, givenMatrixWorld, type MatrixPlaces } from '#test/server/matrix-world.ts';
import { together } from '#test/server/together.ts';

/* Two people at the same moment, in what a cluster does over its year. See races.test.ts. */

const ROUNDS = [1, 2, 3, 4, 5];
const REASON = 'Ghi nhầm theo bản giấy, đính chính lại.';

let world: MatrixWorld;
let places: MatrixPlaces;
let who: Actor;

beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
  who = anybody(world);
});

const as = (actor: Actor = who) => createCaller(aContext(world.db, { ...actor, accountId: uuidv7() }));
const sorted = (outcomes: string[]) => outcomes.toSorted();
const aSignature = (fileId: string, signatoryName = 'Nguyễn Văn Mẫu') => ({
  signatoryName,
  capacity: 'CHỦ TỊCH',
  signedOn: '2024-03-01',
  fileId,
});
const pledgeOf = (id: string) =>
  world.db.reads.selectFrom('pledge').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const signatureRow = (id: string) =>
  world.db.reads.selectFrom('pledgeSignature').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a pledge', () => {
  test.each(ROUNDS)('is signed for one member by two people: one signature stands (%i)', async () => {
    const { contentHash, signatureOf } = await aPledge(world, places.memberA, 'signing');
    const signatureId = signatureOf(world.units.SL);
    const scans = [await givenScan(world.db, signatureId), await givenScan(world.db, signatureId)];
    const outcomes = await together(
      ...scans.map((scan) => as().pledges.sign({ signatureId, seenHash: contentHash, ...aSignature(scan) } as never)),
    );
    expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
    expect((await signatureRow(signatureId)).fileId).toBe(scans[outcomes.indexOf('done')]);
  });

  test.each(ROUNDS)('is signed while it is opened again: no signature in force is left on a draft (%i)', async () => {
    const { id, contentHash, signatureOf } = await aPledge(world, places.memberA, 'signing');
    const signatureId = signatureOf(world.units.SL);
    const scan = await givenScan(world.db, signatureId);
    const [signed, reopened] = await together(
      as().pledges.sign({ signatureId, seenHash: contentHash, ...aSignature(scan) } as never),
      as().pledges.reopen({ id, seenVersion: 1, reason: REASON } as never),
    );
    expect([signed, reopened].filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect((await signatureRow(signatureId)).signedOn).toBe(signed === 'done' ? '2024-03-01' : null);
    expect((await pledgeOf(id)).status).toBe(signed === 'done' ? 'signing' : 'draft');
  });

  test.each(ROUNDS)('is published while a signature is corrected: not both (%i)', async () => {
    const { id, signatureOf } = await aPledge(world, places.memberA, 'signing', 'all');
    const signatureId = signatureOf(world.units.SL);
    const scan = await givenScan(world.db, signatureId);
    const outcomes = await together(
      as().pledges.publish({ id, seenVersion: 1, publishedOn: '2024-03-01', place: 'Lạng Sơn' } as never),
      as().pledges.correctSignature({
        signatureId,
        reason: REASON,
        seen: SIGNED,
        ...aSignature(scan, 'Người Khác'),
      } as never),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect((await pledgeOf(id)).status).toBe(outcomes[0] === 'done' ? 'published' : 'signing');
  });

  test.each(ROUNDS)('is frozen while a member saves a target: what is frozen is what was seen (%i)', async () => {
    const { id } = await aPledge(world, places.memberA, 'consulting');
    const { pledge } = await as().pledges.ofYear({ clusterYearId: places.memberA.clusterYearId as never });
    const target = { indicatorVersionId: world.indicators.budget, value: 71_000, note: '', seenVersion: 1 };
    const outcomes = await together(
      as().pledges.agree({ id, seenVersion: 1, seenHash: pledge!.seenHash } as never),
      as().pledges.saveTargets({ id, unitId: world.units.LS, targets: [target] } as never),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });

  test.each(ROUNDS)(
    'loses a scan while somebody signs with it: no signature stands on a removed scan (%i)',
    async () => {
      const { contentHash, signatureOf } = await aPledge(world, places.memberA, 'signing');
      const signatureId = signatureOf(world.units.LS);
      const scan = await givenScan(world.db, signatureId);
      const actor = { ...who, accountId: uuidv7() };
      const ctx: ActorContext = {
        ...aContext(world.db, actor),
        actor,
        procedure: 'files.remove',
        access: accessFor(actor, 'files.remove')!,
      };
      const outcomes = await together(
        as().pledges.sign({ signatureId, seenHash: contentHash, ...aSignature(scan) } as never),
        removeFile(ctx, scan as FileId),
      );
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      const file = await world.db.reads
        .selectFrom('file')
        .select('removedAt')
        .where('id', '=', scan)
        .executeTakeFirst();
      expect(file?.removedAt === null).toBe(outcomes[0] === 'done');
    },
  );

  test.each(ROUNDS)('is drafted twice at once for a year without indicators: there is one (%i)', async () => {
    const { clusterId } = await world.db.reads
      .selectFrom('clusterYear')
      .select('clusterId')
      .where('id', '=', world.yearA)
      .executeTakeFirstOrThrow();
    const next = uuidv7();
    await inTransaction(world.db, async (tx) => {
      const old = tx.selectFrom('clusterYear').select('id').where('year', '=', 2030);
      for (const table of ['pledge', 'clusterYearIndicator'] as const)
        await tx.deleteFrom(table).where('clusterYearId', 'in', old).execute();
      await tx.deleteFrom('clusterYear').where('year', '=', 2030).execute();
      const dates = { startsOn: '2030-01-01', endsOn: '2030-12-31', year: 2030 };
      await tx
        .insertInto('clusterYear')
        .values({ ...aClusterYear(next, clusterId, world.units.LS), ...dates })
        .execute();
    });
    const draft = () => as().pledges.create({ clusterYearId: next, idempotencyKey: uuidv7() } as never);
    expect(sorted(await together(draft(), draft()))).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  });
});

describe('a cluster', () => {
  test.each(ROUNDS)('takes one unit twice at once: it is a member once (%i)', async () => {
    const { id, communes } = await givenProvincialCluster(world.db, world.units.LS);
    const member = { clusterId: id, unitId: communes[2], validFrom: '2024-01-01', position: null };
    const add = () => as().clusters.addMember({ ...member, idempotencyKey: uuidv7() } as never);
    expect(sorted(await together(add(), add()))).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  });

  test.each(ROUNDS)('opens one year twice at once: there is one (%i)', async () => {
    const cluster = await givenProvincialCluster(world.db, world.units.LS);
    const year = { clusterId: cluster.id, year: 2024, ...aYearDraft(cluster) };
    const open = () => as().clusters.openYear({ ...year, idempotencyKey: uuidv7() });
    expect(sorted(await together(open(), open()))).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  });

  test.each(ROUNDS)('is made twice under one name: there is one (%i)', async (round) => {
    const cluster = { name: `Khối thi đua số ${round}`, shortName: `Khối ${round}`, kind: 'bloc', source: '' };
    const make = () => as().clusters.create({ ...cluster, organizerUnitId: null, idempotencyKey: uuidv7() } as never);
    expect(sorted(await together(make(), make()))).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
  });

  test.each(ROUNDS)(
    'gets two days of hand-over at once: in the order of the years, or one is refused (%i)',
    async () => {
      const { id, yearId, communes } = await givenProvincialCluster(world.db, world.units.LS);
      const [second, third] = [uuidv7(), uuidv7()];
      await inTransaction(world.db, async (tx) => {
        await tx.updateTable('clusterYear').set({ handOverOn: '2024-04-01' }).where('id', '=', yearId).execute();
        for (const [index, next] of [second, third].entries())
          await tx
            .insertInto('clusterYear')
            .values({
              ...aClusterYear(next, id, communes[index % 2]!),
              year: 2024 + index,
              startsOn: `${2024 + index}-01-01`,
              endsOn: `${2024 + index}-12-31`,
            })
            .execute();
      });
      const admin = anActor('Quản trị', null, { role: 'admin', unitId: null });
      const set = (year: string, handOverOn: string) =>
        as(admin).clusters.setHandOver({ clusterYearId: year, seenVersion: 1, handOverOn, note: '' } as never);
      const outcomes = await together(set(yearId, '2024-09-01'), set(second, '2024-06-01'));
      expect(sorted(outcomes)).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
    },
  );
});

describe('a conference', () => {
  test.each(ROUNDS)('is closed while a member answers: nothing changes behind the minutes (%i)', async () => {
    const { clusterYearId, unitId } = places.chairA;
    const heldOn = '2024-03-01';
    const id = await givenConference(world.db, clusterYearId, { heldOn, minutes: 'BIÊN BẢN' });
    const delegate = await givenDelegate(world.db, id, unitId);
    const answer = { coming: true, name: 'Lò Văn Mẫu', positionHeld: '', headcount: 3, note: '' };
    const [closed, answered] = await together(
      as().conferences.closeMinutes({ id, seenVersion: 1 } as never),
      as().conferences.confirmDelegate({ id: delegate, seenVersion: 1, answer } as never),
    );
    expect(closed).toBe('done');
    const { closedAt, at } = await world.db.reads
      .selectFrom('conference')
      .leftJoin('auditEntry as closing', (join) =>
        join.onRef('closing.subjectId', '=', 'conference.id').on('closing.action', '=', 'conference.closed'),
      )
      .leftJoin('auditEntry as answering', (join) =>
        join.onRef('answering.subjectId', '=', 'conference.id').on('answering.action', '=', 'delegate.answered'),
      )
      .select(['closing.id as closedAt', 'answering.id as at'])
      .where('conference.id', '=', id)
      .executeTakeFirstOrThrow();
    expect(answered).toBe(at === null ? 'UNPROCESSABLE_CONTENT' : 'done');
    if (at !== null) expect(at < closedAt!).toBe(true);
  });

  test.each(ROUNDS)('is closed while its minutes are saved: one is told of the other (%i)', async () => {
    const { clusterYearId } = places.chairA;
    const id = await givenConference(world.db, clusterYearId, { minutes: 'BIÊN BẢN' });
    const outcomes = await together(
      as().conferences.closeMinutes({ id, seenVersion: 1 } as never),
      as().conferences.saveMinutes({ id, seenVersion: 1, minutes: '' } as never),
    );
    expect(sorted(outcomes)).toEqual(['CONFLICT', 'done']);
  });
});

test.each(ROUNDS)('reports are consolidated while one is to be completed: not both (%i)', async () => {
  const { clusterYearId } = places.chairA;
  const id = await aReport(world, places.memberA, 'received');
  const reports = await allReports(world, places.chairA, 'received');
  const outcomes = await together(
    as().reports.consolidate({ clusterYearId, period: 'year-end', reports } as never),
    as().reports.askSupplement({ id, seenVersion: 1, reason: REASON, dueOn: '2024-03-08' } as never),
  );
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  const { status } = await world.db.reads
    .selectFrom('report')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(status).toBe(outcomes[0] === 'done' ? 'consolidated' : 'supplement');
});

test.each(ROUNDS)('aims are set twice at once from one screen: one is told of the other (%i)', async (round) => {
  const { clusterYearId } = places.chairA;
  const { aims } = await as().care.ofYear({ clusterYearId: clusterYearId as never });
  const set = (leastPermille: number) =>
    as().care.setAims({
      clusterYearId,
      seenVersion: aims.version,
      aims: [{ lens: 'women', leastPermille, source: '' }],
    } as never);
  expect(sorted(await together(set(300 + round), set(400 + round)))).toEqual(['CONFLICT', 'done']);
});

test.each(ROUNDS)('two mergers of one unit at once: one is told of the other (%i)', async (round) => {
  const units = ['A', 'B', 'C'].map((letter) => `MG-${letter}${round}`);
  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('unit')
      .values(units.map((id) => aProvince(id, `Tỉnh Sáp nhập ${id}`)))
      .execute(),
  );
  const [one, two, three] = units;
  const merge = async (sources: unknown, unitId: unknown) => {
    const change = aUnitChange('merge', { effectiveOn: '2024-07-01', sources, into: { unitId } } as never);
    const seen = await seenUnitsOf(world.db, [...(sources as string[]), unitId as string]);
    return () => as().units.change({ change, seen, idempotencyKey: uuidv7() } as never);
  };
  const calls = [await merge([one], two), await merge([one], three)];
  const outcomes = await together(...calls.map((call) => call()));
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
});

test('after all of it nothing in the database contradicts itself', async () => {
  const broken = (await checkDatabase(world.db)).filter((result) => result.broken.length > 0);
  // Made by hand: scans of pledges that the next round replaced, units without names, reports without their dates.
  const byHand = ['file-has-its-record', 'report.status-has-its-date', 'unit-names-cover-its-life'];
  expect(broken.map(({ name }) => name).filter((name) => !byHand.includes(name))).toEqual([]);
});
