import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { readEnv } from '#server/core/env.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Mailer } from '#server/core/mailer.ts';
import { createMailer } from '#server/mail/mailer.ts';
import { sendWaiting, sweepMail } from '#server/mail/sending.service.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { smtpServer } from '#test/server/mail/smtp.ts';

let world: World;
let smtp: Awaited<ReturnType<typeof smtpServer>>;
let mailer: Mailer;

beforeAll(async () => {
  world = await givenWorld(await testDb());
  await givenAccount(world.db, world.actors.admin);
  smtp = await smtpServer();
  const { smtp: settings } = readEnv({
    SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    MAIL_FROM: 'Lũy Tre <luytre@langson.example>',
  });
  mailer = createMailer(settings!, 'https://khenthuong.example');
  await admin().mail.saveSettings({
    address: 'quantri@langson.example',
    letters: 'reminders',
    digest: false,
    seenVersion: 0,
  });
});
afterAll(async () => {
  mailer.close();
  await smtp.close();
});
beforeEach(async () => {
  smtp.mood = 'takes';
  smtp.received.length = 0;
  await inTransaction(world.db, (tx) => tx.deleteFrom('mailLetter').execute());
});

const admin = () => createCaller({ ...aContext(world.db, world.actors.admin), mailer });
const app = (about: object = {}) => ({ ...aContext(world.db, null), mailer, ...about });
const inMinutes = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);
const aLetter = async () => (await admin().mail.test({ idempotencyKey: uuidv7() as never })).id;
const stateOf = async (id: string) => {
  const { status, attempt, error, sentTo } = await world.db.reads
    .selectFrom('mailLetter')
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow();
  return { status, attempt, error, sentTo };
};

describe('a letter', () => {
  test('goes out once, as the one it is, and says where it went', async () => {
    const id = await aLetter();
    expect(await sendWaiting(app())).toBe(1);
    expect(await sendWaiting(app(), inMinutes(60))).toBe(0);
    expect(smtp.received.map(({ to }) => to)).toEqual(['quantri@langson.example']);
    const { data } = smtp.received[0]!;
    expect(data).toContain(`Message-ID: <${id}@khenthuong.example>`);
    expect(data).toContain('Auto-Submitted: auto-generated');
    expect(await stateOf(id)).toEqual({ status: 'sent', attempt: 1, error: null, sentTo: 'quantri@langson.example' });
  });

  test('that the server refuses for good stands as failed with what it said; sent again it goes out', async () => {
    const id = await aLetter();
    smtp.mood = 'refuses';
    expect(await sendWaiting(app())).toBe(0);
    expect(await stateOf(id)).toMatchObject({
      status: 'failed',
      attempt: 1,
      error: expect.stringContaining('no such mailbox'),
    });
    expect(await sendWaiting(app(), inMinutes(24 * 60))).toBe(0);
    smtp.mood = 'takes';
    const { version } = await admin().mail.byId({ id: id as never });
    await admin().mail.resend({ id: id as never, seenVersion: version });
    expect(await sendWaiting(app())).toBe(1);
  });

  test('is tried again with growing pauses, six times', async () => {
    const id = await aLetter();
    smtp.mood = 'is-busy';
    let minutes = 0;
    for (const pause of [0, 1, 5, 30, 120, 720]) {
      expect((await stateOf(id)).status).toBe('waiting');
      if (pause > 0) expect(await sendWaiting(app(), inMinutes(minutes + pause - 0.5))).toBe(0);
      minutes += pause;
      const before = (await stateOf(id)).attempt;
      await sendWaiting(app(), inMinutes(minutes));
      expect((await stateOf(id)).attempt).toBe(before + 1);
      minutes += 0.1;
    }
    expect(await stateOf(id)).toMatchObject({ status: 'failed', attempt: 6 });
  });

  test('that rests after a failed try is sent at once when asked; not while it is being tried', async () => {
    const id = await aLetter();
    const resend = async () => {
      const { version } = await admin().mail.byId({ id: id as never });
      return admin().mail.resend({ id: id as never, seenVersion: version });
    };
    await expect(resend()).rejects.toMatchObject({ cause: { reasons: [{ code: 'letter.still-waiting' }] } });
    for (const minutes of [0, 1.1, 6.2]) {
      smtp.mood = 'is-busy';
      await sendWaiting(app(), inMinutes(minutes));
    }
    const dies: Mailer = { ...mailer, send: () => new Promise(() => {}) };
    void sendWaiting(app({ mailer: dies }), inMinutes(37));
    await expect.poll(async () => (await stateOf(id)).attempt).toBe(4);
    await expect(resend()).rejects.toMatchObject({ cause: { reasons: [{ code: 'letter.still-waiting' }] } });
    await sendWaiting(app(), inMinutes(43));
    expect(await stateOf(id)).toMatchObject({ status: 'waiting', attempt: 5, error: expect.any(String) });
    smtp.mood = 'takes';
    expect(await sendWaiting(app())).toBe(0);
    await resend();
    expect(await sendWaiting(app())).toBe(1);
  });

  test('whose connection broke after it was given is tried again under the same name', async () => {
    const id = await aLetter();
    smtp.mood = 'hangs-up';
    await sendWaiting(app());
    expect(await stateOf(id)).toMatchObject({ status: 'waiting', attempt: 1 });
    smtp.mood = 'takes';
    await sendWaiting(app(), inMinutes(2));
    expect(smtp.received[0]!.data).toContain(`<${id}@khenthuong.example>`);
  });

  test('that a dead process had begun is taken up after its time, not before', async () => {
    const id = await aLetter();
    const dies: Mailer = { ...mailer, send: () => new Promise(() => {}) };
    void sendWaiting(app({ mailer: dies }));
    await expect.poll(async () => (await stateOf(id)).attempt).toBe(1);
    expect(await sendWaiting(app(), inMinutes(4))).toBe(0);
    expect(await sendWaiting(app(), inMinutes(6))).toBe(1);
  });

  test('stays in the demo, in the training copy and where nothing is configured', async () => {
    const id = await aLetter();
    for (const about of [{ demo: true }, { training: { madeAt: '2024-03-01T00:00:00.000Z' } }, { mailer: undefined }])
      expect(await sendWaiting(app(about))).toBe(0);
    expect(smtp.received).toEqual([]);
    expect((await stateOf(id)).status).toBe('waiting');
  });

  test('does not reach somebody whose account was closed meanwhile', async () => {
    const id = await aLetter();
    const setClosed = (disabledAt: string | null) =>
      inTransaction(world.db, (tx) =>
        tx
          .updateTable('accountProfile')
          .set({ disabledAt })
          .where('userId', '=', world.actors.admin.accountId)
          .execute(),
      );
    await setClosed('2024-03-01T03:00:00.000Z');
    expect(await sendWaiting(app())).toBe(0);
    expect(smtp.received).toEqual([]);
    expect(await stateOf(id)).toMatchObject({ status: 'waiting', attempt: 0 });
    await setClosed(null);
    expect(await sendWaiting(app())).toBe(1);
  });

  test('is forgotten after half a year, not before', async () => {
    const [old, young] = [await aLetter(), await aLetter()];
    const writtenAgo = (id: string, days: number) =>
      inTransaction(world.db, (tx) =>
        tx
          .updateTable('mailLetter')
          .set({ createdAt: new Date(Date.now() - days * 86_400_000).toISOString() })
          .where('id', '=', id)
          .execute(),
      );
    await writtenAgo(old, 181);
    await writtenAgo(young, 179);
    await sweepMail(app());
    expect(await world.db.reads.selectFrom('mailLetter').select('id').execute()).toEqual([{ id: young }]);
  });

  test('that was dropped does not go out, and a sent one cannot be dropped', async () => {
    const id = await aLetter();
    await admin().mail.drop({ id: id as never, seenVersion: 1, reason: 'Gửi nhầm' });
    expect(await sendWaiting(app())).toBe(0);
    const other = await aLetter();
    await sendWaiting(app());
    const { version } = await admin().mail.byId({ id: other as never });
    await expect(
      admin().mail.drop({ id: other as never, seenVersion: version, reason: 'Gửi nhầm' }),
    ).rejects.toMatchObject({ cause: { reasons: [{ code: 'letter.already-sent' }] } });
  });
});

describe('the mail server in the environment', () => {
  test('is encrypted unless it is this machine, and no message repeats its password', () => {
    const read = (SMTP_URL: string, MAIL_FROM = 'luytre@langson.gov.vn') => readEnv({ SMTP_URL, MAIL_FROM }).smtp;
    expect(read('smtp://mail.langson.gov.vn')).toMatchObject({ port: 587, secure: false, requireTls: true });
    expect(read('smtps://a%40b:p%20w@mail.langson.gov.vn')).toMatchObject({
      port: 465,
      secure: true,
      user: 'a@b',
      password: 'p w',
    });
    expect(read('smtp://127.0.0.1:25')).toMatchObject({ port: 25, requireTls: false });
    const apart = { SMTP_USER: 'u@v', SMTP_PASSWORD: 'p%:w', MAIL_FROM: 'a@b.vn' };
    expect(readEnv({ SMTP_HOST: 'mail.gov.vn', SMTP_PORT: '465', ...apart }).smtp).toMatchObject({
      host: 'mail.gov.vn',
      port: 465,
      secure: true,
      user: 'u@v',
      password: 'p%:w',
    });
    expect(readEnv({ SMTP_HOST: 'mail.gov.vn', ...apart }).smtp).toMatchObject({ port: 587, requireTls: true });
    for (const wrong of [
      { SMTP_HOST: 'mail.gov.vn/x' },
      { SMTP_HOST: 'a.vn', SMTP_URL: 'smtp://a.vn' },
      { SMTP_HOST: 'a.vn', SMTP_PORT: '0x' },
    ])
      expect(() => readEnv({ ...apart, ...wrong })).toThrow(/SMTP_/);
    for (const [url, from] of [
      ['http://u:bimat@mail.gov.vn', 'a@b.vn'],
      ['smtp://u:bimat%@mail.gov.vn', 'a@b.vn'],
      ['smtp://u:bimat@mail.gov.vn', ''],
      ['smtp://u:bimat@mail.gov.vn', 'a@b.vn\r\nBcc: x@y.vn'],
    ] as const) {
      const message = (() => {
        try {
          read(url, from);
        } catch (error) {
          return (error as Error).message;
        }
        return '';
      })();
      expect(message).toMatch(/SMTP_URL|MAIL_FROM/);
      expect(message).not.toContain('bimat');
    }
  });
});
