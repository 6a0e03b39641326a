import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { type SubjectKind, subjectKind } from '#shared/audit/audit.schema.ts';
import { type ClusterYearId, clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { givenAwards } from '#test/builders/nomination.builder.ts';
import { aClusterYear, aContext, anActor, aProvince } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import {
  aCertificate,
  aDecision,
  aNomination,
  aReport,
  type MatrixWorld,
  type Place,
} from '#test/server/matrix-records.ts';
import { SAMPLES } from '#test/server/matrix-samples.ts';
import { callProcedure, givenMatrixWorld, isMutation, type MatrixPlaces } from '#test/server/matrix-world.ts';

/*
 * What the permission matrix does not vary: the day a chair leads, the dates of a membership, records of two owners
 * mixed in one call, and what leaks beside the record that was asked for.
 */

let world: MatrixWorld;
let places: MatrixPlaces;
/** 2024 of cluster A: Sơn La chairs it, Cao Bằng has joined, Hòa Bình left at the end of 2022. */
let year2024: ClusterYearId;
let in2024: Place;
const everything = (unit: string) =>
  anActor(`Mọi vai trò ${unit}`, unit, 'specialist', 'approver', 'reporter', 'leader');

beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
  year2024 = clusterYearId.parse(uuidv7());
  const { clusterA, units } = world;
  await inTransaction(world.db, async (tx) => {
    await tx
      .insertInto('unit')
      .values([aProvince('CB', 'Cao Bằng'), aProvince('HB', 'Hòa Bình')])
      .execute();
    const member = { id: uuidv7(), clusterId: clusterA, position: 9, validFrom: null, validTo: null };
    await tx
      .insertInto('clusterMember')
      .values([
        { ...member, id: uuidv7(), unitId: 'CB', validFrom: '2024-01-01' },
        { ...member, id: uuidv7(), unitId: 'HB', validTo: '2022-12-31' },
      ])
      .execute();
    await tx
      .insertInto('clusterYear')
      .values({
        ...aClusterYear(year2024, clusterA, units.SL),
        year: 2024,
        name: 'Năm thi đua 2024',
        startsOn: '2024-01-01',
        endsOn: '2024-12-31',
      })
      .execute();
  });
  in2024 = { name: 'A/2024', clusterYearId: year2024, unitId: units.LS, chairUnitId: units.SL };
});

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

/** What moves with the hand-over; decisions and certificates of an office stay with the office that numbers them. */
const CHAIR_PROCEDURES = [
  'reports.askSupplement',
  'reports.receive',
  'nominations.check',
  'nominations.askSupplement',
  'nominations.refuse',
  'decisions.create',
  'movements.takeUp',
  'movements.saveLaunch',
  'pledges.create',
  'pledges.saveText',
  'pledges.consult',
  'pledges.returnToDraft',
  'pledges.agree',
  'pledges.openSigning',
  'pledges.publish',
  'pledges.reopen',
  'reports.consolidate',
  'reports.undoConsolidation',
  'care.setAims',
  'care.minorityRows',
  'conferences.create',
  'conferences.save',
  'conferences.saveAgenda',
  'conferences.saveMinutes',
  'conferences.closeMinutes',
  'conferences.correctMinutes',
  'conferences.addDelegate',
  'conferences.saveDelegate',
  'conferences.removeDelegate',
  'conferences.markAttendance',
  'recommendations.create',
  'recommendations.save',
  'recommendations.remove',
];
const OFFICE_PROCEDURES = [
  'decisions.save',
  'decisions.setItems',
  'decisions.submit',
  'decisions.returnToDraft',
  'decisions.recordSigned',
  'decisions.issue',
  'decisions.cancel',
  'certificates.advance',
  'certificates.print',
];

/** Today is 01/03/2024: Lạng Sơn, chair of 2023, leads until the day before the hand-over, Sơn La from that day on. */
const LEADERS = [
  { handOverOn: null, leads: 'LS', other: 'SL' },
  { handOverOn: '2024-03-02', leads: 'LS', other: 'SL' },
  { handOverOn: '2024-03-01', leads: 'SL', other: 'LS' },
];

describe.each(LEADERS)(
  'hand-over on $handOverOn: $leads leads the cluster, all its years',
  ({ handOverOn, leads, other }) => {
    const setHandOver = (day: string | null) =>
      inTransaction(world.db, (tx) =>
        tx.updateTable('clusterYear').set({ handOverOn: day }).where('id', '=', world.yearA).execute(),
      );
    beforeAll(() => setHandOver(handOverOn));
    afterAll(() => setHandOver(null));

    test.each(CHAIR_PROCEDURES)('%s: the other one leaves both years alone', async (procedure) => {
      for (const place of [places.memberA, in2024]) {
        const { input } = await SAMPLES[procedure]!(world, place);
        expect(['FORBIDDEN', 'NOT_FOUND']).toContain(await answerOf(everything(other), procedure, input));
        // The same sample is good: it was the person.
        expect(await answerOf(everything(leads), procedure, input)).toBe('yes');
      }
    });

    test.each(OFFICE_PROCEDURES)('%s: stays with the office that began it', async (procedure) => {
      for (const [place, mine, theirs] of [
        [places.memberA, 'LS', 'SL'],
        [in2024, 'SL', 'LS'],
      ] as const) {
        const { input } = await SAMPLES[procedure]!(world, place);
        expect(['FORBIDDEN', 'NOT_FOUND']).toContain(await answerOf(everything(theirs), procedure, input));
        expect(await answerOf(everything(mine), procedure, input)).toBe('yes');
      }
    });

    test.each(['reports.byId', 'reports.inbox', 'reports.summary', 'nominations.byId', 'clusters.workspace'])(
      '%s: who does not lead reads on',
      async (procedure) => {
        const own = { ...in2024, unitId: other };
        for (const place of [{ ...places.memberA, unitId: other }, own]) {
          const { input } = await SAMPLES[procedure]!(world, place);
          expect(await answerOf(everything(other), procedure, input)).toBe('yes');
        }
      },
    );
  },
);

describe('a member sees the years of its membership', () => {
  test.each(['HB', 'CB'])('%s was none in 2023 and finds nothing of it', async (unit) => {
    const actor = everything(unit);
    for (const procedure of Object.keys(SAMPLES)) {
      if (
        /^(accounts|units|awards\.(record|forms|filters|suggest)|duplicates\.find|imports\.options|collecting\.(openLink|answerLink)|jobs|notices|mail\.saveSettings|savedViews|exports|recipients\.lookAlikes|exemplars\.bank|indicators\.(list|byId)|demo|audit\.list)/.test(
          procedure,
        )
      )
        continue;
      const { input, shows } = await SAMPLES[procedure]!(world, places.memberA);
      const isOpen = input === undefined || JSON.stringify(input) === '{}';
      if (procedure === 'audit.ofRecord')
        expect(await callProcedure(aContext(world.db, actor), procedure, input)).toEqual([]);
      else if (isOpen || shows !== undefined) {
        // A list answers, unless it is for others only, and nothing of that year is in it.
        const answer = await callProcedure(aContext(world.db, actor), procedure, input).catch(() => null);
        expect(JSON.stringify(answer), procedure).not.toContain(shows);
      } else expect(['FORBIDDEN', 'NOT_FOUND'], procedure).toContain(await answerOf(actor, procedure, input));
    }
  });

  test('who joined in 2024 sees 2024', async () => {
    const years = await as(everything('CB')).clusters.list();
    expect(years.map(({ id }) => id)).toEqual([year2024]);
  });
});

test('a role over the whole system that is held for one unit opens nothing', async () => {
  const { SL } = world.units;
  const actor = anActor('Quản trị của một tỉnh', SL, 'admin', 'auditor');
  const report = await aReport(world, places.chairB, 'sent');
  expect(await answerOf(actor, 'reports.byId', { id: report })).toBe('FORBIDDEN');
  expect(await answerOf(actor, 'audit.list', {})).toBe('FORBIDDEN');
});

describe('records of two owners in one call', () => {
  test('a nomination of another cluster, another year or a draft does not get onto a decision', async () => {
    const decision = await aDecision(world, places.memberA, 'draft');
    const others = [
      await aNomination(world, places.chairB, 'checked'),
      await aNomination(world, in2024, 'checked'),
      await aNomination(world, places.memberA, 'draft'),
      await aNomination(world, places.memberA, 'submitted'),
    ];
    for (const { id, name } of others) {
      const input = { id: decision.id, seenVersion: 1, nominationIds: [decision.nominationId, id] };
      const refused = await as(everything('LS'))
        .decisions.setItems(input as never)
        .catch((error: TRPCError) => error);
      expect(refused).toMatchObject({ code: 'UNPROCESSABLE_CONTENT' });
      expect(JSON.stringify((refused as TRPCError).cause)).not.toContain(name);
    }
    const items = await world.db.reads
      .selectFrom('decisionItem')
      .select('nominationId')
      .where('decisionId', '=', decision.id)
      .execute();
    expect(items).toEqual([{ nominationId: decision.nominationId }]);
  });

  test('certificates of two decisions or two offices do not move together', async () => {
    const LS = everything('LS');
    const step = (ids: string[]) => ({
      items: ids.map((id) => ({ id, seenVersion: 1 })),
      to: 'printed',
      handedOn: null,
      handedTo: '',
    });
    const [one, two] = [await aCertificate(world, places.memberA), await aCertificate(world, places.memberA)];
    const foreign = await aCertificate(world, places.chairB);
    expect(await answerOf(LS, 'certificates.advance', step([one.certificateId, two.certificateId]))).toBe(
      'UNPROCESSABLE_CONTENT',
    );
    expect(await answerOf(LS, 'certificates.advance', step([one.certificateId, foreign.certificateId]))).toBe(
      'NOT_FOUND',
    );
    const rows = await world.db.reads
      .selectFrom('certificate')
      .select('status')
      .where('id', 'in', [one.certificateId, two.certificateId, foreign.certificateId])
      .execute();
    expect(rows).toEqual([{ status: 'made' }, { status: 'made' }, { status: 'made' }]);
  });

  test.each(Object.keys(SAMPLES).filter((procedure) => isMutation(procedure) && !/^(accounts|demo)/.test(procedure)))(
    '%s with the id of a record of another kind finds nothing',
    async (procedure) => {
      const { input } = await SAMPLES[procedure]!(world, places.memberA);
      const other = await aReport(world, places.chairA, 'draft');
      const isOfReports = /^(reports|reviewing)\./.test(procedure);
      const foreign = isOfReports ? (await aNomination(world, places.chairA, 'draft')).id : other;
      const own = input as Record<string, unknown>;
      const keys = ['id', 'clusterYearId', 'certificateId'].filter((key) => key in own);
      for (const key of keys)
        expect(['NOT_FOUND', 'FORBIDDEN']).toContain(
          await answerOf(everything('LS'), procedure, { ...own, [key]: foreign }),
        );
    },
  );
});

describe('the history of what is not theirs', () => {
  const entry = (kind: SubjectKind, about: { clusterYearId: string | null; unitId: string | null }) => ({
    ...about,
    id: uuidv7(),
    at: '2024-02-27T03:00:00.000Z',
    actorId: 'somebody',
    actorName: 'Ai đó',
    actorUnitId: null,
    action: 'planted',
    subjectKind: kind,
    subjectId: uuidv7(),
    subjectLabel: null,
    reason: 'chuyện riêng',
    requestId: null,
    salt: 'salt',
    leafHash: 'hash',
  });

  test.each([...subjectKind.options])(
    '%s: empty for another cluster and for what belongs to no cluster',
    async (kind) => {
      const { yearB, units } = world;
      const rows = [
        entry(kind, { clusterYearId: yearB, unitId: units.QT }),
        entry(kind, { clusterYearId: null, unitId: units.SL }),
        entry(kind, { clusterYearId: null, unitId: null }),
      ];
      await inTransaction(world.db, (tx) => tx.insertInto('auditEntry').values(rows).execute());
      for (const { subjectId } of rows)
        expect(await as(everything('SL')).audit.ofRecord({ subjectKind: kind, subjectId })).toEqual([]);
    },
  );
});

describe('what stands beside a nomination', () => {
  test('the registry of its province is told to the chair and to itself, not to the other members', async () => {
    const { SL } = world.units;
    const nomination = await aNomination(world, places.memberA, 'submitted');
    const [awardId] = await givenAwards(world.db, [{ unitId: SL, name: nomination.name, birthYear: 1988 }]);
    const third = anActor('Tỉnh thứ ba', 'BG', 'reporter');
    await inTransaction(world.db, async (tx) => {
      await tx.insertInto('unit').values(aProvince('BG', 'Bắc Giang')).execute();
      await tx
        .insertInto('clusterMember')
        .values({ id: uuidv7(), clusterId: world.clusterA, unitId: 'BG', position: 10, validFrom: null, validTo: null })
        .execute();
    });
    const awardsSeenBy = async (actor: Actor) =>
      (await as(actor).nominations.byId({ id: nomination.id as never })).duplicates.awards.map(({ id }) => id);

    expect(await awardsSeenBy(world.actors.specialistLS)).toEqual([awardId]);
    expect(await awardsSeenBy(world.actors.reporterSL)).toEqual([awardId]);
    expect(await awardsSeenBy(third)).toEqual([]);
  });

  test('an unsent twin is its own province’s business', async () => {
    const sent = await aNomination(world, places.memberA, 'submitted');
    const twin = await aNomination(world, places.memberA, 'draft');
    await inTransaction(world.db, (tx) =>
      tx
        .updateTable('nomination')
        .set({ nameFold: (eb) => eb.selectFrom('nomination as n').select('n.nameFold').where('n.id', '=', sent.id) })
        .where('id', '=', twin.id)
        .execute(),
    );
    const twinsSeenBy = async (actor: Actor) =>
      (await as(actor).nominations.byId({ id: sent.id as never })).duplicates.nominations.map(({ id }) => id);

    expect(await twinsSeenBy(world.actors.reporterSL)).toEqual([twin.id]);
    expect(await twinsSeenBy(world.actors.specialistLS)).toEqual([]);
  });
});
