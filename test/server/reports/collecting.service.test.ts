import { TRPCError } from '@trpc/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { Refusal } from '#shared/core/refusal.ts';
import type { ReportCell, ReportId } from '#shared/reports/reports.schema.ts';
import type { RequestId } from '#shared/reports/requests.schema.ts';
import { givenIndicators, givenReport, givenRequest, type Indicators } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type World, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const world: World = await givenWorld(db);
const { yearA, yearB, units, actors } = world;
const ids: Indicators = await givenIndicators(db, yearA, yearB);
type VersionId = ReportCell['indicatorVersionId'];

const as = (who: keyof WorldActors | null, now?: string, network?: string) =>
  createCaller({ ...aContext(db, who && actors[who], now ? { now } : {}), ...(network && { network }) });
const code = (call: Promise<unknown>) =>
  call.then(
    () => 'yes',
    (error: unknown) => {
      if (!(error instanceof TRPCError) || !(error.cause instanceof Refusal)) throw error;
      return error.cause.reasons[0]!.code;
    },
  );
const anAnswer = (value: number | null, note = '') => [
  { indicatorVersionId: ids.budget as VersionId, value, valueStatus: 'preliminary' as const, note },
];

let report: ReportId;
let request: RequestId;
beforeEach(async () => {
  await inTransaction(db, async (tx) => {
    for (const table of ['reportRequestCell', 'reportRequest', 'reportValueVersion', 'reportValue', 'report'] as const)
      await tx.deleteFrom(table).execute();
  });
  report = await givenReport(db, { clusterYearId: yearA, unitId: units.SL }, { [ids.budget]: 44_863 });
  request = await givenRequest(db, { reportId: report, indicatorVersionIds: [ids.budget] });
});

const linked = async () => {
  const { token } = await as('reporterSL').collecting.makeLink({ id: request, seenVersion: 1 });
  return { token, seenVersion: 2, who: 'Trần Thị Mẫu' };
};

describe('asking', () => {
  const ask = (about: object = {}) =>
    as('reporterSL').collecting.ask({
      ...{ reportId: report, unitId: null, officeName: 'Sở Nội vụ', dueOn: '2024-03-08', note: '' },
      indicatorVersionIds: [ids.movements as VersionId],
      idempotencyKey: crypto.randomUUID(),
      ...about,
    });

  test('an office by name, for some figures and until a day; the reporter sees who has not answered', async () => {
    await ask();
    const { requests } = await as('reporterSL').collecting.ofReport({ reportId: report });
    expect(requests.map(({ officeName, status, cells }) => [officeName, status, cells.length])).toEqual([
      ['Sở Nội vụ', 'open', 1],
      ['Sở Tài chính', 'open', 1],
    ]);
    const later = await as('reporterSL', '2024-03-07T03:00:00Z').collecting.ofReport({ reportId: report });
    expect(later.requests.map(({ overdueDays }) => overdueDays)).toEqual([0, 2]);
  });

  test.each([
    ['a day that is over', { dueOn: '2024-02-29' }, 'collecting.due-past'],
    ['a figure of another form', { indicatorVersionIds: ['NOT-ASKED'] }, 'report.unknown-indicator'],
    [
      'the same figure twice of one office',
      { officeName: 'Sở Tài chính', indicatorVersionIds: [ids.budget] },
      'collecting.already-asked',
    ],
    ['a unit of elsewhere', { unitId: units.QT }, 'collecting.unit-not-below'],
  ])('not %s', async (_, about, expected) => {
    expect(await code(ask(about))).toBe(expected);
  });

  test('nothing once the report is sent', async () => {
    await inTransaction(db, (tx) =>
      tx.updateTable('report').set({ status: 'sent', sentAt: '2024-01-12T03:00:00.000Z' }).execute(),
    );
    expect(await code(ask())).toBe('report.locked');
  });

  test('is the province’s own business: neither its chair nor a neighbour reads it', async () => {
    expect(await code(as('specialistLS').collecting.ofReport({ reportId: report }))).not.toBe('yes');
    expect(await as('specialistLS').audit.ofRecord({ subjectKind: 'report-request', subjectId: request })).toEqual([]);
  });
});

describe('a link', () => {
  test('opens its own figures without an account, takes one answer, and opens no more', async () => {
    const { token, ...seen } = await linked();
    const sheet = await as(null).collecting.openLink({ token });
    expect(sheet.cells.map(({ name, value }) => [name, value])).toEqual([
      ['Thu ngân sách nhà nước trên địa bàn', null],
    ]);
    await as(null).collecting.answerLink({ token, ...seen, cells: anAnswer(45_000) });
    expect(await code(as(null).collecting.openLink({ token }))).toBe('collecting.link-closed');
    expect(await code(as(null).collecting.answerLink({ token, ...seen, cells: anAnswer(1) }))).toBe(
      'collecting.link-closed',
    );
    const { requests } = await as('reporterSL').collecting.ofReport({ reportId: report });
    expect(requests[0]).toMatchObject({ status: 'answered', answeredBy: 'Trần Thị Mẫu', hasLink: false });
    expect(requests[0]?.cells[0]).toMatchObject({ value: 45_000, mine: 44_863, outcome: null });
  });

  test('leaves in the log who answered, for which office and what, and no part of itself', async () => {
    const { token, ...seen } = await linked();
    await as(null).collecting.answerLink({ token, ...seen, cells: anAnswer(45_000) });
    const [entry] = await db.reads
      .selectFrom('auditEntry')
      .leftJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
      .select(['actorId', 'actorName', 'action', 'unitId', 'field', 'oldValue', 'newValue'])
      .where('subjectId', '=', request)
      .where('action', '=', 'collecting.answered')
      .execute();
    expect(entry).toEqual({
      actorId: 'system',
      actorName: 'Trần Thị Mẫu (Sở Tài chính, qua liên kết)',
      action: 'collecting.answered',
      unitId: units.SL,
      field: 'Thu ngân sách nhà nước trên địa bàn',
      oldValue: null,
      newValue: '4.500,0 tỷ đồng',
    });
  });

  test('is kept as a hash only', async () => {
    const { token } = await linked();
    const rows = await db.reads.selectFrom('reportRequest').selectAll().execute();
    const answers = await db.reads.selectFrom('idempotency').selectAll().execute();
    const changes = await db.reads.selectFrom('auditChange').selectAll().execute();
    expect(JSON.stringify([rows, answers, changes])).not.toContain(token);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('opens to the last second of the due day in Việt Nam, and not one later', async () => {
    const { token } = await linked();
    const at = (now: string) => code(as(null, now).collecting.openLink({ token }));
    expect(await at('2024-03-05T16:59:59.999Z')).toBe('yes');
    expect(await at('2024-03-05T17:00:00.000Z')).toBe('collecting.link-closed');
  });

  test('a new one closes the old one; a revoked one is closed', async () => {
    const { token } = await linked();
    const second = await as('reporterSL').collecting.makeLink({ id: request, seenVersion: 2 });
    expect(await code(as(null).collecting.openLink({ token }))).toBe('collecting.link-closed');
    expect(await code(as(null).collecting.openLink({ token: second.token }))).toBe('yes');
    await as('reporterSL').collecting.revokeLink({ id: request, seenVersion: 3 });
    expect(await code(as(null).collecting.openLink({ token: second.token }))).toBe('collecting.link-closed');
  });

  test('is revoked also when the report was sent without its answer', async () => {
    const { token } = await linked();
    await inTransaction(db, (tx) =>
      tx.updateTable('report').set({ status: 'sent', sentAt: '2024-03-01T03:00:00.000Z' }).execute(),
    );
    expect(await code(as('reporterLS').collecting.revokeLink({ id: request, seenVersion: 2 }))).toBe(
      'collecting.not-found',
    );
    expect(await code(as('reporterSL').collecting.revokeLink({ id: request, seenVersion: 2 }))).toBe('yes');
    expect(await code(as(null).collecting.openLink({ token }))).toBe('collecting.link-closed');
  });

  test('is asked for at most sixty times in ten minutes from one network', async () => {
    const guess = () => code(as(null, undefined, '203.0.113.7').collecting.openLink({ token: 'A'.repeat(43) }));
    for (let tries = 0; tries < 60; tries += 1) expect(await guess()).toBe('collecting.link-closed');
    expect(await guess()).toBe('collecting.too-many');
  });

  test('answers every figure it opens and no other; none without a word why', async () => {
    const { token, ...seen } = await linked();
    const answer = (cells: ReturnType<typeof anAnswer>) =>
      code(as(null).collecting.answerLink({ token, ...seen, cells }));
    expect(await answer(anAnswer(null))).toBe('collecting.figure-missing');
    const other = { ...anAnswer(1)[0]!, indicatorVersionId: ids.poverty as VersionId };
    expect(await answer([other])).toBe('collecting.other-figures');
    expect(await answer(anAnswer(null, 'Kho bạc chưa chốt'))).toBe('yes');
  });
});

/** The actor's account with its role, as notices look for it. */
async function givenAccount(who: keyof WorldActors, unitId: string) {
  const { accountId: userId, name } = actors[who];
  const at = '2024-01-01T00:00:00.000Z';
  const user = { id: userId, name, email: `${who}@accounts.invalid`, username: who, displayUsername: who };
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('authUser')
      .values({ ...user, createdAt: at, updatedAt: at })
      .execute();
    await tx.insertInto('accountProfile').values({ userId, unitId, title: null, isDemo: 0 }).execute();
    const held = { id: userId, userId, role: 'reporter' as const, unitId, validFrom: null, validTo: null };
    await tx.insertInto('accountRole').values(held).execute();
  });
}

describe('an office with an account', () => {
  test('answers its own requests and finds no others', async () => {
    await givenAccount('reporterSL', units.SL);
    const own = await givenRequest(db, { reportId: report, unitId: units.LS, indicatorVersionIds: [ids.movements] });
    expect((await as('reporterLS').collecting.mine()).map(({ id }) => id)).toEqual([own]);
    expect(await code(as('reporterLS').collecting.byId({ id: request }))).toBe('collecting.not-found');
    const cells = [{ ...anAnswer(7)[0]!, indicatorVersionId: ids.movements as VersionId }];
    // Late by a second or by days: it is seen, not forbidden.
    const late = as('reporterLS', '2024-03-05T17:00:01Z').collecting;
    expect((await late.mine())[0]?.overdueDays).toBe(1);
    await late.answer({ id: own, seenVersion: 1, cells });
    // Who asked hears of it.
    const told = await db.reads.selectFrom('notice').select(['code', 'link']).execute();
    expect(told).toContainEqual({
      code: 'notice.figures-answered',
      link: `/cum/${yearA}/bao-cao/${report}/giao-so-nganh`,
    });
    expect(await code(late.answer({ id: own, seenVersion: 2, cells }))).toBe('collecting.already-answered');
  });
});

test('a link whose day is over is not made; the way out is told', async () => {
  await inTransaction(db, (tx) =>
    tx.updateTable('reportRequest').set({ dueOn: '2024-02-28' }).where('id', '=', request).execute(),
  );
  expect(await code(as('reporterSL').collecting.makeLink({ id: request, seenVersion: 1 }))).toBe(
    'collecting.link-due-past',
  );
});

describe('merging', () => {
  const merge = (outcome: 'accepted' | 'kept', seenVersion: number, cellVersion = 1) =>
    as('reporterSL').collecting.merge({
      id: request,
      seenVersion,
      cells: [{ indicatorVersionId: ids.budget as VersionId, outcome, cellVersion }],
    });
  const answered = async () => {
    const { token, ...seen } = await linked();
    await as(null).collecting.answerLink({ token, ...seen, cells: anAnswer(45_000, 'Sơ bộ đến 31/12') });
  };

  test('an accepted figure carries its office and status; both versions stay readable', async () => {
    await answered();
    await merge('accepted', 3);
    const versions = await as('reporterSL').reports.cellVersions({
      id: report,
      indicatorVersionId: ids.budget as VersionId,
    });
    expect(
      versions.map(({ value, valueStatus, sourceOffice, savedBy }) => [value, valueStatus, sourceOffice, savedBy]),
    ).toEqual([
      [45_000, 'preliminary', 'Sở Tài chính', 'Tổng hợp Sơn La'],
      [44_863, 'official', 'Sở Tài chính', ''],
    ]);
  });

  test('the report’s own figure stays where the person keeps it', async () => {
    await answered();
    await merge('kept', 3);
    const { requests } = await as('reporterSL').collecting.ofReport({ reportId: report });
    expect(requests[0]?.cells[0]).toMatchObject({ mine: 44_863, mineVersion: 1, outcome: 'kept' });
  });

  test('not before there is an answer, nor after it was asked for again', async () => {
    expect(await code(merge('accepted', 1))).toBe('collecting.not-answered');
    await answered();
    const again = { id: request, seenVersion: 3, note: 'Chưa gồm số thu hai huyện.', dueOn: '2024-03-08' };
    await as('reporterSL').collecting.askAgain(again);
    expect(await code(as('reporterSL').collecting.askAgain({ ...again, seenVersion: 4 }))).toBe(
      'collecting.not-answered',
    );
    expect(await code(merge('accepted', 4))).toBe('collecting.not-answered');
  });

  test('not over a figure of the report that somebody changed meanwhile', async () => {
    await answered();
    const cell = { value: 1, valueStatus: 'official' as const, sourceOffice: '', note: '', seenVersion: 1 };
    await as('reporterSL').reports.saveCells({
      id: report,
      cells: [{ ...cell, indicatorVersionId: ids.budget as VersionId }],
    });
    expect(await code(merge('accepted', 3))).toBe('collecting.cell-changed-meanwhile');
    const { requests } = await as('reporterSL').collecting.ofReport({ reportId: report });
    expect(requests[0]?.cells[0]).toMatchObject({ mine: 1, outcome: null });
  });
});
