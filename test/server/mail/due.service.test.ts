import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { writeDigests } from '#server/mail/digest.service.ts';
import { tellDue } from '#server/mail/due.service.ts';
import { tellAccounts } from '#server/notices/tell.service.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { givenPledge } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const REPORT = 'rpt-0';
const DUE = '2024-01-15';

let db: Db;
let world: World;

beforeAll(async () => {
  db = await testDb();
  world = await givenWorld(db);
  for (const who of ['reporterSL', 'specialistSL', 'reporterLS', 'admin'] as const)
    await givenAccount(db, world.actors[who]);
});
beforeEach(async () => {
  await inTransaction(db, async (tx) => {
    for (const table of [
      'dueReminder',
      'mailLetter',
      'mailSetting',
      'notice',
      'report',
      'pledgeSignature',
      'pledge',
      'stage',
    ] as const)
      await tx.deleteFrom(table).execute();
    await tx.updateTable('accountProfile').set({ lang: 'vi' }).execute();
    await tx
      .insertInto('report')
      .values({
        id: REPORT,
        clusterYearId: world.yearA,
        unitId: world.units.SL,
        period: 'year-end',
        dueOn: DUE,
        sentAt: null,
        receivedAt: null,
        supplementReason: null,
        supplementDueOn: null,
        reopenedUntil: null,
        reopenReason: null,
      })
      .execute();
  });
});

const on = (day: string) => tellDue(aContext(db, null, { now: `${day}T03:00:00.000Z` }));
const change = (change: object) => inTransaction(db, (tx) => tx.updateTable('report').set(change).execute());
const told = async () =>
  (await db.reads.selectFrom('notice').select(['accountId', 'code', 'facts']).orderBy('id').execute()).map(
    ({ accountId, code, facts }) => [accountId, code, JSON.parse(facts).dueOn],
  );
const SL = 'account-tong-hop-son-la';

describe('a reporter that has not sent', () => {
  test('is told three days before, on the day, one and three days after, each once, and nobody else is', async () => {
    for (const day of ['10', '11', '12', '12', '13', '14', '15', '15', '16', '17', '18', '19', '20', '21', '30'])
      await on(`2024-01-${day}`);
    expect(await told()).toEqual([
      [SL, 'notice.due-year-end-soon', DUE],
      [SL, 'notice.due-year-end-today', DUE],
      [SL, 'notice.due-year-end-late', DUE],
      [SL, 'notice.due-year-end-late', DUE],
    ]);
    const letters = await db.reads.selectFrom('mailLetter').select(['subject', 'status', 'link']).execute();
    expect(letters).toHaveLength(4);
    expect(letters[0]).toEqual({
      subject: 'Còn 3 ngày đến hạn gửi (15/01/2024): Báo cáo tổng kết, năm thi đua 2023, Cụm A',
      status: 'waiting',
      link: `/cum/${world.yearA}/bao-cao/${REPORT}`,
    });
  });

  test('is told once by two servers at once', async () => {
    await Promise.all([on(DUE), on(DUE), on(DUE)]);
    expect(await told()).toHaveLength(1);
  });

  test('counts from a moved date, and from the date of a completion', async () => {
    await on(DUE);
    await change({ dueOn: '2024-01-31' });
    await on('2024-01-16');
    expect(await told()).toHaveLength(1);
    await on('2024-01-31');
    await change({ status: 'supplement', sentAt: '2024-01-31T03:00:00.000Z', supplementDueOn: '2024-02-10' });
    await on('2024-02-01');
    await on('2024-02-07');
    expect((await told()).map(([, , dueOn]) => dueOn)).toEqual([DUE, '2024-01-31', '2024-02-10']);
  });

  test('is left alone once it has sent, and where it is no member any more', async () => {
    await change({ status: 'sent', sentAt: '2024-01-10T03:00:00.000Z' });
    await on(DUE);
    await change({ status: 'draft', sentAt: null });
    await inTransaction(db, (tx) => tx.updateTable('clusterMember').set({ validTo: '2024-01-01' }).execute());
    await on(DUE);
    await inTransaction(db, (tx) => tx.updateTable('clusterMember').set({ validTo: null }).execute());
    expect(await told()).toEqual([]);
  });

  test('gets no letter who wants none, and none leaves the training copy', async () => {
    await me().mail.saveSettings({ address: 'sl@sonla.example', letters: 'none', digest: false, seenVersion: 0 });
    await on(DUE);
    const copy = aContext(db, null, { now: '2024-01-16T03:00:00.000Z' });
    await inTransaction(db, (tx) => tx.deleteFrom('mailSetting').execute());
    await tellDue({ ...copy, training: { madeAt: '2024-01-01T00:00:00.000Z' } });
    expect(await told()).toHaveLength(2);
    expect(await db.reads.selectFrom('mailLetter').select('id').execute()).toEqual([]);
  });
});

describe('a member that has not signed the pledge', () => {
  test('is told around the end of the stage in which it is signed; who has signed is not', async () => {
    await givenPledge(db, world.yearA, { SL: {}, LS: {} });
    const aStage = { kind: 'pledge', name: 'Ký kết giao ước', opensOn: '2024-02-01', closesOn: '2024-02-20' } as const;
    await inTransaction(db, async (tx) => {
      await tx
        .updateTable('pledgeSignature')
        .set({ signedOn: null, capacity: null })
        .where('unitId', '=', 'SL')
        .execute();
      await tx
        .insertInto('stage')
        .values({ id: 'stage', clusterYearId: world.yearA, dueNote: null, position: 1, ...aStage })
        .execute();
    });
    for (const day of ['16', '17', '17', '20']) await on(`2024-02-${day}`);
    expect(await told()).toEqual([
      [SL, 'notice.due-pledge-soon', '2024-02-20'],
      [SL, 'notice.due-pledge-today', '2024-02-20'],
    ]);
  });
});

describe('a notice', () => {
  test('is a letter too for whoever wants every notice, in their language', async () => {
    const tell = () =>
      inTransaction(db, (tx) =>
        tellAccounts(aContext(db, null), tx, [SL, world.actors.reporterLS.accountId], {
          code: 'notice.report-reopened',
          facts: { title: 'Báo cáo tổng kết', untilAt: '2024-03-05T10:00:00.000Z' },
          link: '/',
        }),
      );
    await tell();
    await inTransaction(db, (tx) =>
      tx.updateTable('accountProfile').set({ lang: 'en' }).where('userId', '=', SL).execute(),
    );
    await me().mail.saveSettings({ address: 'sl@sonla.example', letters: 'all', digest: false, seenVersion: 0 });
    await tell();
    const letters = await db.reads.selectFrom('mailLetter').select(['accountId', 'subject', 'content']).execute();
    expect(letters.map(({ accountId, subject }) => [accountId, subject])).toEqual([
      [SL, 'Báo cáo tổng kết is open again for your unit until 05/03/2024 17:00'],
    ]);
    expect(letters[0]!.content).toContain('https://khenthuong.example/');
    expect(await told()).toHaveLength(4);
  });
});

const me = () => createCaller(aContext(db, world.actors.reporterSL));
const digests = (at: string) => writeDigests(aContext(db, null, { now: at }));
const SEVEN = '2024-01-10T00:00:00.000Z';

describe('the digest of the day', () => {
  test('is written from seven on, once a day, to whoever chose it; nothing where nothing waits', async () => {
    await me().mail.saveSettings({ address: 'sl@sonla.example', letters: 'none', digest: true, seenVersion: 0 });
    await digests('2024-01-09T23:59:59.000Z');
    expect(await db.reads.selectFrom('mailLetter').select('id').execute()).toEqual([]);
    await Promise.all([digests(SEVEN), digests(SEVEN)]);
    await digests('2024-01-10T08:00:00.000Z');
    const [letter, ...more] = await db.reads.selectFrom('mailLetter').selectAll().execute();
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ subject: 'Lũy Tre: việc của bạn ngày 10/01/2024', code: 'mail.digest' });
    expect(letter!.content).toContain('Còn 5 ngày (hạn 15/01/2024)');
    await change({ status: 'sent', sentAt: '2024-01-10T03:00:00.000Z' });
    await digests('2024-01-11T00:00:00.000Z');
    expect(await db.reads.selectFrom('mailLetter').select('id').execute()).toHaveLength(1);
  });

  test('is shown beforehand, and needs an address', async () => {
    expect((await me().mail.previewDigest()).digest?.content).toContain('(hạn 15/01/2024)');
    await expect(
      me().mail.saveSettings({ address: '', letters: 'reminders', digest: true, seenVersion: 0 }),
    ).rejects.toMatchObject({ cause: { reasons: [{ code: 'mail.digest-without-address', field: 'address' }] } });
  });
});

describe('an address', () => {
  test('is set by an administrator for others, masked in the history, and kept from a second editor', async () => {
    const admin = createCaller(aContext(db, world.actors.admin));
    const { rows } = await admin.mail.recipients({ missing: true });
    expect(rows.map(({ accountId }) => accountId)).toContain(SL);
    const input = { accountId: SL, address: 'nong@sonla.example', seenVersion: 0 };
    await admin.mail.saveAddressOf(input);
    await expect(admin.mail.saveAddressOf(input)).rejects.toMatchObject({
      cause: { reasons: [{ code: 'mail.address-changed-meanwhile' }] },
    });
    expect(await me().mail.settings()).toMatchObject({
      address: 'nong@sonla.example',
      letters: 'reminders',
      version: 1,
    });
    const kept = await db.reads.selectFrom('auditChange').select(['field', 'newValue']).execute();
    expect(kept.filter(({ field }) => field === 'mailAddress').at(-1)?.newValue).toBe('n***@sonla.example');
    expect(JSON.stringify(kept)).not.toContain('nong@sonla');
  });
});
