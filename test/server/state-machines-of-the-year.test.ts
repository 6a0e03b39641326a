import { beforeAll, describe, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { conferenceStatus } from '#shared/conferences/conferences.schema.ts';
import { taskStatus } from '#shared/conferences/recommendations.schema.ts';
import { type PledgeStatus, pledgeStatus } from '#shared/pledges/pledges.schema.ts';
import {
  AGENDA,
  aDelegation,
  aRecommendation,
  CONFERENCE_HEAD,
  givenConference,
  givenDelegate,
  givenRecommendation,
} from '#test/builders/conference.builder.ts';
import { givenScan, SIGNED } from '#test/builders/pledge.builder.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { type Machine, pairs, seen, triesIn } from '#test/server/machine.ts';
import { aPledge, type MatrixWorld } from '#test/server/matrix-records.ts';
import { anybody, givenMatrixWorld, type MatrixPlaces } from '#test/server/matrix-world.ts';

/* Every action from every state, in what a cluster does over its year. See state-machines.test.ts. */

let world: MatrixWorld;
let places: MatrixPlaces;
let tries: ReturnType<typeof triesIn>;

beforeAll(async () => {
  ({ world, places } = await givenMatrixWorld(await testDb()));
  tries = triesIn(world);
});

const REASON = 'Điều chỉnh theo nghị quyết mới của tỉnh.';
const KEY = () => crypto.randomUUID();

describe('pledge', () => {
  let pledge: Awaited<ReturnType<typeof aPledge>>;
  let scan: string;
  const own = () => world.units.LS;
  const signature = () => ({
    signatureId: pledge.signatureOf(own()),
    signatoryName: 'Nguyễn Văn Khác',
    capacity: 'CHỦ TỊCH',
    signedOn: '2024-03-01',
    fileId: scan,
  });
  const machine: Machine = {
    saveText: {
      from: ['draft'],
      input: (id) => ({ id, seenVersion: 1, jointText: 'Thi đua hoàn thành chỉ tiêu năm 2024.' }),
    },
    saveTargets: {
      from: ['draft', 'consulting'],
      input: (id) => ({
        id,
        unitId: own(),
        targets: [{ indicatorVersionId: world.indicators.budget, value: 71_000, note: '', seenVersion: 1 }],
      }),
    },
    consult: { from: ['draft'], input: (id) => ({ id, seenVersion: 1, dueOn: '2024-03-08' }) },
    giveOpinion: { from: ['consulting'], input: (id) => ({ id, unitId: own(), stance: 'agree', opinion: '' }) },
    returnToDraft: { from: ['consulting'], input: seen },
    agree: { from: ['consulting'], input: (id) => ({ id, seenVersion: 1, seenHash: pledge.contentHash }) },
    openSigning: { from: ['agreed'], input: seen },
    publish: {
      from: ['signing'],
      input: (id) => ({ id, seenVersion: 1, publishedOn: '2024-03-01', place: 'Lạng Sơn' }),
    },
    reopen: { from: ['agreed', 'signing'], input: (id) => ({ id, seenVersion: 1, reason: REASON }) },
  };

  test.each(pairs(machine, pledgeStatus.options))('$action of one that is $state', async ({ action, state }) => {
    pledge = await aPledge(world, places.chairA, state as PledgeStatus, 'all');
    const { from, input } = machine[action]!;
    await tries(`pledges.${action}`, input(pledge.id), from.includes(state));
  });

  test.each(pledgeStatus.options)('a second one in a year whose pledge is %s', async (state) => {
    await aPledge(world, places.chairA, state);
    const { clusterYearId } = places.chairA;
    await tries('pledges.create', { clusterYearId, idempotencyKey: KEY() }, false);
  });

  // A signature is asked for from signing on; before, it has no place that could be named.
  const signing = [
    { action: 'sign', state: 'signing', signed: false, mayBe: true },
    { action: 'sign', state: 'signing', signed: true, mayBe: false },
    { action: 'sign', state: 'published', signed: true, mayBe: false },
    { action: 'correctSignature', state: 'signing', signed: false, mayBe: false },
    { action: 'correctSignature', state: 'signing', signed: true, mayBe: true },
    { action: 'correctSignature', state: 'published', signed: true, mayBe: false },
  ] as const;
  test.each(signing)('$action in one that is $state (signed: $signed)', async ({ action, state, signed, mayBe }) => {
    pledge = await aPledge(world, places.chairA, state, signed ? 'all' : []);
    scan = await givenScan(world.db, pledge.signatureOf(own()));
    const about = action === 'sign' ? { seenHash: pledge.contentHash } : { reason: REASON, seen: SIGNED };
    await tries(`pledges.${action}`, { ...signature(), ...about }, mayBe);
  });

  test('published while one member has not signed', async () => {
    const { id } = await aPledge(world, places.chairA, 'signing', [world.units.LS]);
    await tries('pledges.publish', machine.publish!.input(id), false);
  });

  test('walked from the draft to publication by the people whose turn it is', async () => {
    const { id } = await aPledge(world, places.chairA, 'draft');
    const me = createCaller(aContext(world.db, anybody(world))).pledges;
    const { clusterYearId } = places.chairA;
    const now = async () => (await me.ofYear({ clusterYearId: clusterYearId as never })).pledge!;
    const steps: [string, () => Promise<unknown>][] = [
      ['consulting', async () => me.consult({ id, seenVersion: (await now()).version, dueOn: '2024-03-08' })],
      ['agreed', async () => me.agree({ id, seenVersion: (await now()).version, seenHash: (await now()).seenHash })],
      ['signing', async () => me.openSigning({ id, seenVersion: (await now()).version })],
      ['draft', async () => me.reopen({ id, seenVersion: (await now()).version, reason: REASON })],
    ];
    for (const [status, step] of steps) {
      await step();
      expect((await now()).status).toBe(status);
    }
  });
});

describe('conference', () => {
  let conferenceId: string;
  let delegateId: string;
  const delegate = () => ({ id: delegateId, seenVersion: 1 });
  const draft = { ...aDelegation(null), name: 'Ông Mẫu' };
  const mark = (attendance: string) => ({
    conferenceId,
    items: [{ ...delegate(), presentCount: null }],
    attendance,
  });
  const machine: Machine = {
    save: {
      from: ['planned'],
      input: (id) => ({ id, seenVersion: 1, head: { ...CONFERENCE_HEAD, place: 'Nơi khác' } }),
    },
    saveAgenda: { from: ['planned'], input: (id) => ({ id, seenVersion: 1, items: AGENDA }) },
    saveMinutes: { from: ['planned'], input: (id) => ({ id, seenVersion: 1, minutes: 'BIÊN BẢN mới' }) },
    closeMinutes: { from: ['planned'], input: seen },
    correctMinutes: {
      from: ['held'],
      input: (id) => ({ id, seenVersion: 1, minutes: 'BIÊN BẢN đúng', reason: REASON }),
    },
    addDelegate: {
      from: ['planned'],
      input: () => ({ conferenceId, draft: { ...draft, role: 'guest' }, idempotencyKey: KEY() }),
    },
    saveDelegate: {
      from: ['planned'],
      input: () => ({ ...delegate(), draft: { ...aDelegation(world.units.LS), headcount: 3 } }),
    },
    removeDelegate: { from: ['planned'], input: delegate },
    markAttendance: { from: ['planned'], input: () => mark('present') },
    confirmDelegate: {
      from: ['planned'],
      input: () => ({
        ...delegate(),
        answer: { coming: true, name: 'Ông Mẫu', positionHeld: '', headcount: 2, note: '' },
      }),
    },
  };

  test.each(pairs(machine, conferenceStatus.options))('$action of one that is $state', async ({ action, state }) => {
    const held = state === 'held' ? { status: 'held' as const, closedAt: '2024-03-01T03:00:00.000Z' } : {};
    const about = { heldOn: '2024-03-01', minutes: 'BIÊN BẢN', ...held };
    conferenceId = await givenConference(world.db, places.chairA.clusterYearId, about);
    delegateId = await givenDelegate(world.db, conferenceId, world.units.LS);
    const { from, input } = machine[action]!;
    await tries(`conferences.${action}`, input(conferenceId), from.includes(state));
  });
});

describe('task of a recommendation', () => {
  const states = taskStatus.options.flatMap((state) => taskStatus.options.map((to) => ({ state, to })));
  const given = async (state: 'doing' | 'done' | 'open') => {
    const { clusterYearId, unitId } = places.chairA;
    const conferenceId = await givenConference(world.db, clusterYearId);
    const made = await givenRecommendation(world.db, { clusterYearId, conferenceId, unitId });
    if (state !== 'open')
      await world.db.writes
        .updateTable('recommendationTask')
        .set({ status: state, outcome: 'Đã làm', reportedAt: '2024-02-25T03:00:00.000Z', reportedByName: 'Bà Mẫu' })
        .where('id', '=', made.taskId)
        .execute();
    return made;
  };

  test.each(states)('reported as $to when it is $state', async ({ state, to }) => {
    const { taskId } = await given(state);
    await tries('recommendations.reportTask', { id: taskId, seenVersion: 1, status: to, outcome: 'Kết quả' }, true);
  });

  test.each(taskStatus.options)('reported as done without an outcome when it is %s', async (state) => {
    const { taskId } = await given(state);
    await tries('recommendations.reportTask', { id: taskId, seenVersion: 1, status: 'done', outcome: '' }, false);
  });

  test.each(taskStatus.options)('taken off with its recommendation, or its unit, when it is %s', async (state) => {
    const { recommendationId: id } = await given(state);
    const mayBe = state === 'open';
    const others = aRecommendation([world.units.SL]);
    await tries('recommendations.save', { id, seenVersion: 1, draft: others }, mayBe);
    const again = await given(state);
    await tries('recommendations.remove', { id: again.recommendationId, seenVersion: 1, reason: REASON }, mayBe);
  });
});
