import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { ConferenceId, DelegateId } from '#shared/conferences/conferences.schema.ts';
import {
  AGENDA,
  aDelegation,
  CONFERENCE_HEAD,
  givenConference,
  givenDelegate,
} from '#test/builders/conference.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

/** The conference of these tests is on 20/02/2024. */
const BEFORE = '2024-02-19T03:00:00.000Z';
const AFTER = '2024-02-21T03:00:00.000Z';
let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const at = (actor: Actor, now = BEFORE) => createCaller(aContext(world.db, actor, { now }));
const as = (actor: Actor, now = BEFORE) => at(actor, now).conferences;
const pageOf = async (actor: Actor, now = BEFORE) =>
  (await as(actor, now).ofYear({ clusterYearId: world.yearA })).conference!;
const created = () =>
  as(world.actors.specialistLS).create({
    clusterYearId: world.yearA,
    ...CONFERENCE_HEAD,
    idempotencyKey: randomUUID(),
  });
const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

describe('setting up', () => {
  test('the chair sets up one conference a year; a second is refused with the one there is', async () => {
    await created();
    expect(await reasonsOf(created())).toMatchObject([
      { code: 'conference.exists', facts: { title: CONFERENCE_HEAD.title, heldOn: '2024-02-20' } },
    ]);
    const { conference, members } = await as(world.actors.reporterSL).ofYear({ clusterYearId: world.yearA });
    expect(conference).toMatchObject({ status: 'planned', version: 1, head: CONFERENCE_HEAD });
    expect(conference!.actions.save).toMatchObject({ allowed: false, offered: false });
    expect(members.map(({ name }) => name)).toEqual(['Sơn La', 'Lạng Sơn']);
  });

  test('a double click sets up one', async () => {
    const input = { clusterYearId: world.yearA, ...CONFERENCE_HEAD, idempotencyKey: randomUUID() };
    const [one, two] = await Promise.all([
      as(world.actors.specialistLS).create(input),
      as(world.actors.specialistLS).create(input),
    ]);
    expect(two).toEqual(one);
  });

  test('another cluster does not learn that it exists', async () => {
    const { id } = await created();
    await expect(as(world.actors.reporterQT).ofYear({ clusterYearId: world.yearA })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      as(world.actors.specialistQT).save({ id, seenVersion: 1, head: CONFERENCE_HEAD }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a member that does not lead is told who does', async () => {
    const { id } = await created();
    const refused = as(world.actors.specialistSL).save({ id, seenVersion: 1, head: CONFERENCE_HEAD });
    expect(await reasonsOf(refused)).toEqual([{ code: 'conference.not-chair', facts: { unit: 'Lạng Sơn' } }]);
  });

  test('a day before the year began is refused', async () => {
    const { id } = await created();
    const head = { ...CONFERENCE_HEAD, heldOn: '2022-12-31' };
    expect(await reasonsOf(as(world.actors.specialistLS).save({ id, seenVersion: 1, head }))).toMatchObject([
      { code: 'conference.before-year', field: 'heldOn' },
    ]);
  });
});

describe('the programme', () => {
  test('is kept as a whole, with times as the clock writes them, and its history says what moved', async () => {
    const { id } = await created();
    await as(world.actors.specialistLS).saveAgenda({
      id,
      seenVersion: 1,
      items: [{ ...AGENDA[0]!, startsAt: '7h30' }],
    });
    await as(world.actors.specialistLS).saveAgenda({ id, seenVersion: 2, items: AGENDA });
    expect((await pageOf(world.actors.reporterSL)).agenda).toEqual(AGENDA);
    const history = await at(world.actors.reporterSL).audit.ofRecord({ subjectKind: 'conference', subjectId: id });
    expect(history.map(({ action }) => action)).toEqual([
      'conference.agenda-saved',
      'conference.agenda-saved',
      'conference.created',
    ]);
    expect(history[0]!.changes).toEqual([
      { field: 'agenda', from: null, to: '08:00 Phát biểu khai mạc (Cụm trưởng)' },
      { field: 'agenda', from: null, to: '10:15 Báo cáo tổng kết (Cơ quan thường trực)' },
    ]);
  });

  test('out of order is refused and nothing of it is kept', async () => {
    const { id } = await created();
    const refused = as(world.actors.specialistLS).saveAgenda({ id, seenVersion: 1, items: AGENDA.toReversed() });
    expect(await reasonsOf(refused)).toMatchObject([{ code: 'agenda.out-of-order' }, { code: 'agenda.out-of-order' }]);
    expect((await pageOf(world.actors.specialistLS)).agenda).toEqual([]);
  });

  test('the second of two editors is told who was quicker and with what', async () => {
    const { id } = await created();
    await as(world.actors.approverLS).saveMinutes({ id, seenVersion: 1, minutes: 'BIÊN BẢN' });
    const late = as(world.actors.specialistLS).saveAgenda({ id, seenVersion: 1, items: AGENDA });
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await reasonsOf(late)).toMatchObject([
      { code: 'conference.changed-meanwhile', facts: { who: 'Trưởng phòng Lạng Sơn', what: 'Biên bản' } },
    ]);
  });
});

describe('delegates', () => {
  async function invited(unitId: string | null = world.units.SL) {
    const { id: conferenceId } = await created();
    const { id } = await as(world.actors.specialistLS).addDelegate({
      conferenceId,
      draft: aDelegation(unitId),
      idempotencyKey: randomUUID(),
    });
    return { conferenceId, id };
  }
  const YES = { coming: true, name: 'Bà Mẫu', positionHeld: 'Phó Chủ tịch UBND tỉnh', headcount: 6, note: '' };

  test('invited, confirmed by the unit with its own figures, present with how many came', async () => {
    const { conferenceId, id } = await invited();
    const mine = (await pageOf(world.actors.reporterSL)).delegates[0]!;
    expect(mine).toMatchObject({ attendance: 'invited', answer: { isMine: true, allowed: true } });
    const { version } = await as(world.actors.reporterSL).confirmDelegate({ id, seenVersion: 1, answer: YES });
    await as(world.actors.specialistLS, AFTER).markAttendance({
      conferenceId,
      items: [{ id, seenVersion: version, presentCount: 5 }],
      attendance: 'present',
    });
    const page = await pageOf(world.actors.reporterSL, AFTER);
    expect(page.delegates[0]).toMatchObject({ name: 'Bà Mẫu', headcount: 6, attendance: 'present', presentCount: 5 });
    expect(page.totals).toMatchObject({ presentCount: 5, invitedCount: 6, absentCount: 1 });
    const [marked] = await at(world.actors.reporterSL).audit.ofRecord({
      subjectKind: 'conference',
      subjectId: conferenceId,
    });
    expect(marked).toMatchObject({ action: 'delegate.marked', unitId: world.units.SL });
    expect(marked!.changes[0]!.to).toContain('Có mặt 5');
  });

  test('nobody is present before the day; the refusal names both days', async () => {
    const { conferenceId, id } = await invited();
    const early = as(world.actors.specialistLS).markAttendance({
      conferenceId,
      items: [{ id, seenVersion: 1, presentCount: null }],
      attendance: 'present',
    });
    expect(await reasonsOf(early)).toMatchObject([
      { code: 'delegate.present-before-day', facts: { heldOn: '2024-02-20', todayOn: '2024-02-19' } },
    ]);
  });

  test('a unit answers for itself only, until the day, and as a member', async () => {
    const { id } = await invited(world.units.LS);
    expect(await reasonsOf(as(world.actors.reporterSL).confirmDelegate({ id, seenVersion: 1, answer: YES }))).toEqual([
      { code: 'delegate.not-own' },
    ]);
    await expect(
      as(world.actors.reporterQT).confirmDelegate({ id, seenVersion: 1, answer: YES }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await reasonsOf(as(world.actors.reporterLS, AFTER).confirmDelegate({ id, seenVersion: 1, answer: YES })),
    ).toMatchObject([{ code: 'delegate.answer-too-late' }]);
    await inTransaction(world.db, (tx) =>
      tx.updateTable('clusterMember').set({ validTo: '2024-01-31' }).where('unitId', '=', world.units.LS).execute(),
    );
    expect(
      await reasonsOf(as(world.actors.reporterLS).confirmDelegate({ id, seenVersion: 1, answer: YES })),
    ).toMatchObject([{ code: 'cluster.member-ended' }]);
  });

  test('one line changed meanwhile stops the whole roll call', async () => {
    const { conferenceId, id } = await invited();
    const other = await givenDelegate(world.db, conferenceId, world.units.LS, { position: 2 });
    await as(world.actors.reporterSL).confirmDelegate({ id, seenVersion: 1, answer: YES });
    const late = as(world.actors.specialistLS, AFTER).markAttendance({
      conferenceId,
      items: [other as DelegateId, id].map((one) => ({ id: one, seenVersion: 1, presentCount: null })),
      attendance: 'present',
    });
    expect(await reasonsOf(late)).toMatchObject([
      { code: 'delegate.changed-meanwhile', facts: { who: 'Tổng hợp Sơn La', what: 'Đại biểu' } },
    ]);
    expect((await pageOf(world.actors.specialistLS)).totals.presentCount).toBe(0);
  });

  test('a unit of another cluster is no delegation here', async () => {
    const { conferenceId } = await invited();
    const foreign = as(world.actors.specialistLS).addDelegate({
      conferenceId,
      draft: aDelegation(world.units.QT),
      idempotencyKey: randomUUID(),
    });
    expect(await reasonsOf(foreign)).toMatchObject([{ code: 'delegate.not-member', field: 'unitId' }]);
  });

  test('is changed and taken off the list, with its words in the history', async () => {
    const { conferenceId, id } = await invited();
    const chair = as(world.actors.specialistLS);
    const { version } = await chair.saveDelegate({
      id,
      seenVersion: 1,
      draft: aDelegation(world.units.SL, { headcount: 10 }),
    });
    await chair.removeDelegate({ id, seenVersion: version });
    expect((await pageOf(world.actors.specialistLS)).delegates).toEqual([]);
    const [removed] = await at(world.actors.specialistLS).audit.ofRecord({
      subjectKind: 'conference',
      subjectId: conferenceId,
    });
    expect(removed!.changes).toEqual([
      { field: 'delegate', from: 'Đại biểu: Sơn La, Lãnh đạo UBND tỉnh · 10 người · Đã mời', to: null },
    ]);
  });
});

describe('the minutes', () => {
  test('are closed from the day on; after that only the approver corrects them, with a reason', async () => {
    const { id } = await created();
    const chair = as(world.actors.specialistLS);
    const { version } = await chair.saveMinutes({ id, seenVersion: 1, minutes: 'BIÊN BẢN' });
    expect(await reasonsOf(chair.closeMinutes({ id, seenVersion: version }))).toMatchObject([
      { code: 'conference.not-yet-held' },
    ]);
    const closed = await as(world.actors.specialistLS, AFTER).closeMinutes({ id, seenVersion: version });
    for (const refused of [
      () => as(world.actors.approverLS, AFTER).saveMinutes({ id, seenVersion: closed.version, minutes: 'Khác' }),
      () => as(world.actors.approverLS, AFTER).save({ id, seenVersion: closed.version, head: CONFERENCE_HEAD }),
      () => as(world.actors.approverLS, AFTER).saveAgenda({ id, seenVersion: closed.version, items: AGENDA }),
      () =>
        as(world.actors.approverLS, AFTER).addDelegate({
          conferenceId: id,
          draft: aDelegation(world.units.SL),
          idempotencyKey: randomUUID(),
        }),
    ])
      expect(await reasonsOf(refused())).toEqual([{ code: 'conference.closed' }]);

    const correction = { id, seenVersion: closed.version, minutes: 'BIÊN BẢN Hội nghị', reason: 'Ghi thiếu tên.' };
    await expect(as(world.actors.specialistLS, AFTER).correctMinutes(correction)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await as(world.actors.approverLS, AFTER).correctMinutes(correction);
    const page = await pageOf(world.actors.reporterSL, AFTER);
    expect(page).toMatchObject({ status: 'held', minutes: 'BIÊN BẢN Hội nghị', closedAt: AFTER });
    const [last] = await at(world.actors.reporterSL).audit.ofRecord({ subjectKind: 'conference', subjectId: id });
    expect(last).toMatchObject({
      action: 'conference.minutes-corrected',
      reason: 'Ghi thiếu tên.',
      changes: [{ field: 'minutes', from: 'BIÊN BẢN', to: 'BIÊN BẢN Hội nghị' }],
    });
  });

  test('open minutes need no correction, empty ones are not closed', async () => {
    const id = (await givenConference(world.db, world.yearA)) as ConferenceId;
    expect(
      await reasonsOf(
        as(world.actors.approverLS).correctMinutes({
          id,
          seenVersion: 1,
          minutes: 'x',
          reason: 'Không cần đính chính.',
        }),
      ),
    ).toMatchObject([{ code: 'conference.still-open' }]);
    expect(await reasonsOf(as(world.actors.approverLS, AFTER).closeMinutes({ id, seenVersion: 1 }))).toMatchObject([
      { code: 'conference.no-minutes' },
    ]);
  });
});

test('after the hand-over the new chair writes and the former one reads', async () => {
  const { id } = await created();
  await inTransaction(world.db, async (tx) => {
    await tx.updateTable('clusterYear').set({ handOverOn: '2024-02-20' }).where('id', '=', world.yearA).execute();
    await tx
      .insertInto('clusterYear')
      .columns(['id', 'clusterId', 'year', 'name', 'startsOn', 'endsOn', 'chairUnitId', 'standingOffice'])
      .expression(
        tx
          .selectFrom('clusterYear')
          .where('id', '=', world.yearA)
          .select((eb) => [
            eb.val(randomUUID()).as('id'),
            'clusterId',
            eb.lit(2024).as('year'),
            'name',
            'startsOn',
            'endsOn',
            eb.val(world.units.SL).as('chairUnitId'),
            'standingOffice',
          ]),
      )
      .execute();
  });
  const minutes = { id, seenVersion: 1, minutes: 'BIÊN BẢN' };
  expect(await reasonsOf(as(world.actors.specialistLS, AFTER).saveMinutes(minutes))).toMatchObject([
    { code: 'conference.not-chair', facts: { unit: 'Sơn La' } },
  ]);
  await as(world.actors.specialistSL, AFTER).saveMinutes(minutes);
  expect(await pageOf(world.actors.specialistLS, AFTER)).toMatchObject({ minutes: 'BIÊN BẢN' });
});
