import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/nominations/nominations.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { NominationDraft, NominationId } from '#shared/nominations/nominations.schema.ts';
import { COMPLETE_PERSON, givenAwardForm, givenAwards } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const NOW = '2024-01-20T03:00:00.000Z';
let world: World;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
  await inTransaction(db, async (tx) => {
    await tx
      .updateTable('clusterYear')
      .set({ awardAllotment: '{"collective":1,"individual":1}' })
      .where('id', '=', world.yearA)
      .execute();
    await tx
      .insertInto('stage')
      .values({
        id: uuidv7(),
        clusterYearId: world.yearA,
        kind: 'nominations',
        name: 'Hồ sơ đề nghị',
        opensOn: '2023-11-10',
        closesOn: '2024-01-22',
        dueNote: '20/01 là thứ Bảy',
        position: 1,
      })
      .execute();
  });
});

const as = (actor: Actor, now = NOW) => createCaller(aContext(world.db, actor, { now })).nominations;

async function opened(actor: Actor = world.actors.reporterSL): Promise<NominationId> {
  const { id } = await as(actor).create({
    clusterYearId: world.yearA,
    recipientKind: 'individual',
    idempotencyKey: randomUUID(),
  });
  return id;
}

async function filled(draft: NominationDraft = COMPLETE_PERSON, actor: Actor = world.actors.reporterSL) {
  const id = await opened(actor);
  return as(actor).save({ id, seenVersion: 1, draft });
}

async function sent(now = NOW) {
  const { id, version } = await filled();
  return as(world.actors.reporterSL, now).submit({ id, seenVersion: version });
}

const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

describe('the way of a nomination', () => {
  test('drafted, sent, asked to complete, sent again, checked: with every step in the history', async () => {
    const { reporterSL, specialistLS } = world.actors;
    const { id, version } = await sent();
    const asked = await as(specialistLS).askSupplement({
      id,
      seenVersion: version,
      reason: 'Bổ sung số liệu trẻ ra lớp',
      dueOn: '2024-01-25',
    });
    const again = await as(reporterSL).save({
      id,
      seenVersion: asked.version,
      draft: { ...COMPLETE_PERSON, field: 'Giáo dục mầm non' },
    });
    const resent = await as(reporterSL).submit({ id, seenVersion: again.version });
    await as(specialistLS).check({ id, seenVersion: resent.version, note: '' });

    const page = await as(reporterSL).byId({ id });
    expect(page).toMatchObject({ status: 'checked', version: 7, daysLate: 0, supplementDueOn: '2024-01-25' });
    expect(page.recipientId).toMatch(/^[0-9a-f-]{36}$/);

    const entries = await world.db.reads.selectFrom('auditEntry').selectAll().orderBy('id').execute();
    expect(entries.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
      'nomination.created Tổng hợp Sơn La',
      'nomination.saved Tổng hợp Sơn La',
      'nomination.submitted Tổng hợp Sơn La',
      'nomination.supplement-asked Chuyên viên Lạng Sơn',
      'nomination.saved Tổng hợp Sơn La',
      'nomination.submitted Tổng hợp Sơn La',
      'nomination.checked Chuyên viên Lạng Sơn',
    ]);
    expect(entries[3]?.reason).toBe('Bổ sung số liệu trẻ ra lớp');
    const changes = await world.db.reads
      .selectFrom('auditChange')
      .selectAll()
      .where('entryId', '=', entries[4]!.id)
      .execute();
    expect(changes).toMatchObject([{ field: 'field', oldValue: 'Giáo dục', newValue: 'Giáo dục mầm non' }]);
    for (const one of invariants) expect(await one.find(world.db.reads), one.name).toEqual([]);
  });

  test('an incomplete dossier is saved but not sent, and every gap is named with its field', async () => {
    const { id, version } = await filled({ ...COMPLETE_PERSON, personClass: null, proposalOn: '2024-02-01' });
    expect(await reasonsOf(as(world.actors.reporterSL).submit({ id, seenVersion: version }))).toMatchObject([
      { code: 'nomination.person-class-missing', field: 'personClass' },
      { code: 'nomination.proposal-date-future', field: 'proposalOn' },
    ]);
    expect((await as(world.actors.reporterSL).byId({ id })).status).toBe('draft');
  });

  test('after the deadline it is taken, and the days are recorded; on the last day it is in time', async () => {
    const inTime = await sent('2024-01-22T16:59:00.000Z');
    const late = await sent('2024-01-22T17:00:00.000Z'); // already the 23rd in Việt Nam
    expect((await as(world.actors.reporterSL).byId({ id: inTime.id })).daysLate).toBe(0);
    expect((await as(world.actors.reporterSL).byId({ id: late.id })).daysLate).toBe(1);
    const recorded = await world.db.reads
      .selectFrom('auditChange')
      .selectAll()
      .where('field', '=', 'daysLate')
      .execute();
    expect(recorded).toMatchObject([{ newValue: '1' }]);
  });

  test('a double click opens one dossier', async () => {
    const input = { clusterYearId: world.yearA, recipientKind: 'collective' as const, idempotencyKey: randomUUID() };
    const both = await Promise.all([
      as(world.actors.reporterSL).create(input),
      as(world.actors.reporterSL).create(input),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect((await as(world.actors.reporterSL).list({ clusterYearId: world.yearA })).rows).toHaveLength(1);
  });

  test('saving the same again writes nothing', async () => {
    const { id, version } = await filled();
    expect(await as(world.actors.reporterSL).save({ id, seenVersion: version, draft: COMPLETE_PERSON })).toEqual({
      id,
      version,
    });
  });

  test('the second of two editors is refused and told who was quicker with what', async () => {
    const { id, version } = await filled();
    await as(world.actors.reporterSL).save({ id, seenVersion: version, draft: { ...COMPLETE_PERSON, field: 'Y tế' } });
    const late = as(world.actors.reporterSL).save({
      id,
      seenVersion: version,
      draft: { ...COMPLETE_PERSON, name: 'Khác' },
    });
    expect(await reasonsOf(late)).toMatchObject([
      { code: 'nomination.changed-meanwhile', facts: { who: 'Tổng hợp Sơn La', what: 'Lĩnh vực' } },
    ]);
    expect((await as(world.actors.reporterSL).byId({ id })).name).toBe(COMPLETE_PERSON.name);
  });
});

describe('who may', () => {
  test('a draft does not exist for the others of the cluster; once sent they read it', async () => {
    const { id, version } = await filled();
    for (const other of [world.actors.specialistLS, world.actors.reporterLS]) {
      expect(await reasonsOf(as(other).byId({ id }))).toEqual([{ code: 'nomination.not-found' }]);
      expect((await as(other).list({ clusterYearId: world.yearA })).rows).toEqual([]);
    }
    await as(world.actors.reporterSL).submit({ id, seenVersion: version });
    expect((await as(world.actors.reporterLS).byId({ id })).name).toBe(COMPLETE_PERSON.name);
  });

  test('another cluster never finds it', async () => {
    const { id, version } = await sent();
    expect(await reasonsOf(as(world.actors.specialistQT).byId({ id }))).toEqual([{ code: 'nomination.not-found' }]);
    expect(await reasonsOf(as(world.actors.specialistQT).check({ id, seenVersion: version, note: '' }))).toEqual([
      { code: 'nomination.not-found' },
    ]);
    expect(await reasonsOf(as(world.actors.reporterQT).list({ clusterYearId: world.yearA }))).toEqual([
      { code: 'cluster-year.not-found' },
    ]);
  });

  test('a member checks nothing, the standing office edits nothing, and the page says why', async () => {
    const { id, version } = await sent();
    expect(await reasonsOf(as(world.actors.specialistSL).check({ id, seenVersion: version, note: '' }))).toEqual([
      { code: 'nomination.not-standing-office' },
    ]);
    const { actions } = await as(world.actors.reporterSL).byId({ id });
    expect(actions.check).toMatchObject({ offered: false, allowed: false });
    expect(actions.save).toMatchObject({
      offered: true,
      allowed: false,
      reasons: [{ code: 'nomination.wrong-state' }],
    });
    expect(actions.withdraw).toMatchObject({ offered: true, allowed: true, reasons: [] });
    const office = (await as(world.actors.specialistLS).byId({ id })).actions;
    expect(office.check).toMatchObject({ offered: true, allowed: true });
    expect(office.submit.reasons[0]?.text).toBe('Chỉ cán bộ tổng hợp của đơn vị đề nghị được làm việc này.');
  });

  test('why a step is closed is told in the language of the screen', async () => {
    const { id } = await sent();
    const inEnglish = createCaller(aContext(world.db, world.actors.reporterSL, { now: NOW, lang: 'en' })).nominations;
    const told = (await inEnglish.byId({ id })).actions.save.reasons.map(({ text }) => text).join(' ');
    expect(told).toMatch(/^The nomination is in the state “[A-Z][a-z ]+”/);
  });

  test('nobody opens a dossier in a cluster their unit is no member of', async () => {
    const create = as(world.actors.reporterQT).create({
      clusterYearId: world.yearA,
      recipientKind: 'individual',
      idempotencyKey: randomUUID(),
    });
    expect(await reasonsOf(create)).toEqual([{ code: 'nomination.not-member' }]);
  });
});

describe('what the standing office is shown', () => {
  test('an award of the same year warns, and letting it pass asks for a word', async () => {
    const { SL, LS } = world.units;
    const [same] = await givenAwards(world.db, [
      { unitId: SL, birthYear: 1988 },
      { unitId: SL, birthYear: 1970 },
      { unitId: LS, birthYear: 1988 },
      { unitId: SL, birthYear: 1988, year: 2022 },
      { unitId: SL, birthYear: 1988, status: 'cancelled' },
      { unitId: SL, birthYear: 1988, name: 'Lò Thị Mậu' },
    ]);
    const { id, version } = await sent();
    const { duplicates } = await as(world.actors.specialistLS).byId({ id });
    expect(duplicates.awards.map((award) => award.id)).toContain(same);
    expect(duplicates.awards.map((award) => award.printedName).sort()).toEqual(['Lò Thị Mẫu', 'Lò Thị Mậu']);

    const check = (note: string) => as(world.actors.specialistLS).check({ id, seenVersion: version, note });
    expect(await reasonsOf(check(''))).toMatchObject([{ code: 'nomination.duplicate-needs-note', field: 'note' }]);
    await check('Thành tích khác, đã đối chiếu');
    expect(await as(world.actors.specialistLS).byId({ id })).toMatchObject({
      status: 'checked',
      duplicateNote: 'Thành tích khác, đã đối chiếu',
    });
  });

  test('the second of a kind is flagged, not refused; the tabs count', async () => {
    await sent();
    const second = await filled({ ...COMPLETE_PERSON, name: 'Vì Văn Mẫu' });
    await as(world.actors.reporterSL).submit({ id: second.id, seenVersion: second.version });
    await opened();
    const list = await as(world.actors.reporterSL).list({ clusterYearId: world.yearA, status: 'submitted' });
    expect(list.rows.map(({ name, isOverQuota }) => `${name} ${isOverQuota}`)).toEqual([
      'Vì Văn Mẫu true',
      'Lò Thị Mẫu true',
    ]);
    expect(list.counts).toEqual({ submitted: 2, draft: 1 });
    expect(list.quota).toEqual([
      { unitId: 'SL', unitName: 'Sơn La', recipientKind: 'individual', putForward: 3, isOver: true },
    ]);
    expect(list.year).toMatchObject({ closesOn: '2024-01-22', chairUnitName: 'Lạng Sơn' });
  });

  test('the same person is one recipient in two years', async () => {
    const first = await sent();
    await as(world.actors.specialistLS).check({ id: first.id, seenVersion: first.version, note: '' });
    const second = await sent();
    await as(world.actors.specialistLS).check({
      id: second.id,
      seenVersion: second.version,
      note: 'Hai hồ sơ, sẽ bỏ một',
    });
    expect(await world.db.reads.selectFrom('recipient').select('id').execute()).toHaveLength(1);
  });

  test('refusing says why', async () => {
    const { id, version } = await sent();
    expect(
      await reasonsOf(as(world.actors.specialistLS).refuse({ id, seenVersion: version, note: 'Không' })),
    ).toMatchObject([{ code: 'nomination.refusal-needs-reason', field: 'note' }]);
    await as(world.actors.specialistLS).refuse({ id, seenVersion: version, note: 'Chưa đủ một năm công tác' });
    expect((await as(world.actors.reporterSL).byId({ id })).checkNote).toBe('Chưa đủ một năm công tác');
  });
});
