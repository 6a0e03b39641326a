import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { findSetting } from '#db/settings/settings.queries.ts';
import { createAccount } from '#server/accounts/accounts.service.ts';
import { createCaller } from '#server/app-router.ts';
import { commit } from '#server/core/commit.ts';
import { systemContext } from '#server/core/context.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { DEMO_ACTORS, DEMO_START, givenDemo } from '#test/builders/demo.builder.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const { clock, contextOf } = await givenDemo(db);
const chair = createCaller(contextOf(DEMO_ACTORS.chair));
const admin = createCaller(contextOf(DEMO_ACTORS.admin));

beforeEach(() => {
  clock.demoToday = DEMO_START;
});

test('the day moves for everybody, is kept, and stands in the log', async () => {
  expect(await chair.demo.setToday({ today: '2024-01-12' })).toEqual({ today: '2024-01-12' });
  expect((await admin.dashboard.overview()).today).toBe('2024-01-12');
  expect(await findSetting(db.reads, 'demo.today')).toBe('2024-01-12');
  const { entries } = await admin.audit.list({});
  expect(entries[0]).toMatchObject({
    action: 'demo.clock-moved',
    actorName: 'Thường trực Cụm',
    changes: [{ field: 'today', from: '01/03/2024', to: '12/01/2024' }],
  });
});

test('moving the day shows what people get by mail on it: reminders, and the digest of whoever chose it', async () => {
  await givenAccount(db, DEMO_ACTORS.sonla);
  const sonla = createCaller(contextOf(DEMO_ACTORS.sonla));
  const { version: seenVersion } = await sonla.mail.settings();
  await sonla.mail.saveSettings({ address: 'sl@sonla.example', letters: 'reminders', digest: true, seenVersion });
  const codes = async () => {
    const rows = await db.reads.selectFrom('mailLetter').select('code').orderBy('id').execute();
    return rows.map(({ code }) => code);
  };
  await chair.demo.setToday({ today: '2024-01-15' });
  expect(await codes()).toEqual(['notice.due-year-end-today', 'mail.digest']);
  // The same day once more writes nothing twice.
  await chair.demo.setToday({ today: '2024-01-15' });
  expect(await codes()).toHaveLength(2);
  await chair.demo.setToday({ today: '2024-01-24' });
  expect(await codes()).toEqual(['notice.due-year-end-today', 'mail.digest', 'mail.digest']);
});

test.each(['2023-02-23', '2026-01-01'])('%s lies outside the demo and changes nothing', async (today) => {
  await expect(chair.demo.setToday({ today })).rejects.toMatchObject({
    code: 'UNPROCESSABLE_CONTENT',
    message: expect.stringContaining('demo.date-range'),
  });
  expect(clock.demoToday).toBe(DEMO_START);
});

test('a day that does not exist is refused', async () => {
  await expect(chair.demo.setToday({ today: '2024-02-30' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});

test.each([
  ['moving the day', (caller: typeof chair) => caller.demo.setToday({ today: '2024-01-12' })],
  ['resetting', (caller: typeof chair) => caller.demo.reset()],
] as const)('outside the demo nobody can: %s', async (_, act) => {
  const real = createCaller(aContext(db, DEMO_ACTORS.admin));
  await expect(act(real)).rejects.toMatchObject({ message: expect.stringContaining('demo.only') });
  expect((await chair.clusters.list()).length).toBe(2);
});

test('resetting puts data, day and history back; accounts and sessions stay', async () => {
  const ctx = systemContext(contextOf(null), 'test');
  const userId = await createAccount(ctx, {
    username: 'lan.hoang',
    displayName: 'Hoàng Thị Lan',
    title: 'Chuyên viên',
    unitId: 'VN63-20',
    password: 'hồi nhỏ tôi chăn trâu',
    roles: [{ role: 'specialist', unitId: 'VN63-20' }],
    isDemo: false,
  });
  const at = ctx.now().toISOString();
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('authSession')
      .values({ id: 's', userId, token: 't', expiresAt: at, createdAt: at, updatedAt: at })
      .execute();
  });
  const before = await contents();
  await commit(ctx, async (tx) => {
    await tx.updateTable('report').set({ dueOn: '2025-01-31' }).execute();
    await tx.updateTable('nomination').set({ name: 'Tên đã sửa' }).execute();
    await tx.deleteFrom('decisionItem').execute();
    return { result: undefined, audit: [{ action: 'report.received', subjectKind: 'report', subjectId: 'x' }] };
  });
  await chair.demo.setToday({ today: '2025-01-12' });

  expect(await chair.demo.reset()).toEqual({ today: DEMO_START });

  expect(clock.demoToday).toBe(DEMO_START);
  expect(await findSetting(db.reads, 'demo.today')).toBe(DEMO_START);
  expect(await contents()).toEqual(before);
  const { entries } = await admin.audit.list({});
  expect(entries.map(({ action }) => action)).toEqual(['demo.seeded', 'demo.reset']);
  expect(entries.every(({ at }) => at.startsWith(DEMO_START))).toBe(true);
  const sessions = await db.reads.selectFrom('authSession').select(['id', 'userId']).execute();
  expect(sessions).toEqual([{ id: 's', userId }]);
});

test('a reset that fails leaves data and day as they were', async () => {
  clock.demoToday = '2024-01-12';
  await inTransaction(db, async (tx) => {
    // A row that hangs on a report from outside what the demo knows.
    await sql`create table demo_leftover (id text primary key, report_id text not null references report(id))`.execute(
      tx,
    );
    await sql`insert into demo_leftover select 'x', id from report limit 1`.execute(tx);
  });
  const before = await contents();
  await expect(chair.demo.reset()).rejects.toThrow();
  expect(await contents()).toEqual(before);
  expect(clock.demoToday).toBe('2024-01-12');
  await inTransaction(db, async (tx) => {
    await sql`drop table demo_leftover`.execute(tx);
  });
});

/** What the demo year consists of, without the ids, which are new each time. */
async function contents() {
  const reports = await db.reads
    .selectFrom('report')
    .select(['unitId', 'period', 'status', 'dueOn'])
    .orderBy('unitId')
    .orderBy('period')
    .execute();
  const nominations = await db.reads.selectFrom('nomination').select(['name', 'status']).orderBy('name').execute();
  const items = await db.reads.selectFrom('decisionItem').select('position').orderBy('position').execute();
  const decisions = await db.reads.selectFrom('decision').select(['status', 'subject']).execute();
  return { reports, nominations, items, decisions };
}

test('the days worth moving to: deadlines, stages, conference, hand-over of the years in reach', async () => {
  const edges = await chair.demo.edges();
  const days = edges.map(({ on, kind }) => `${on} ${kind}`);
  expect(days).toContain('2024-01-15 year-end-report');
  expect(edges).toContainEqual({
    on: '2024-01-22',
    kind: 'stage',
    name: 'Hồ sơ đề nghị Bằng khen',
    year: 2023,
  });
  // The conference and the stage named after it are one day to move to.
  expect(edges.filter(({ on, year }) => on === '2024-03-05' && year === 2023).map(({ kind }) => kind)).toEqual([
    'stage',
  ]);
  expect(edges.map(({ on }) => on)).toEqual(edges.map(({ on }) => on).toSorted());
});

test('outside the demo there are no such days', async () => {
  await expect(createCaller(aContext(db, DEMO_ACTORS.admin)).demo.edges()).rejects.toMatchObject({
    message: expect.stringContaining('demo.only'),
  });
});
