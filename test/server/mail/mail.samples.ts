import { inTransaction } from '#db/core/transaction.ts';
import { insertLetters } from '#db/mail/mail.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { letterOf } from '#server/mail/letters.service.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { aContext, anActor } from '#test/builders/world.builder.ts';
import type { MatrixWorld } from '#test/server/matrix-records.ts';

const PERSON = anActor('Người nhận thư mẫu', null);

/** Somebody who gets letters, in worlds whose people are requests only. */
async function aPerson(world: MatrixWorld): Promise<string> {
  const { accountId } = PERSON;
  const known = await world.db.reads.selectFrom('authUser').select('id').where('id', '=', accountId).execute();
  if (known.length === 0) await givenAccount(world.db, PERSON);
  return accountId;
}

async function aLetter(world: MatrixWorld, status: 'waiting' | 'failed' = 'waiting') {
  const accountId = await aPerson(world);
  const written = { subject: 'Thư mẫu', content: 'Nội dung mẫu', code: 'mail.test', link: null };
  const letter = { ...letterOf(aContext(world.db, null), accountId, written), status };
  await inTransaction(world.db, (tx) => insertLetters(tx, [letter]));
  return letter.id;
}

/** Settings of everybody: none, or one with an address. */
async function settings(world: MatrixWorld, address: string | null): Promise<void> {
  await aPerson(world);
  const accounts = await world.db.reads.selectFrom('authUser').select('id').execute();
  await inTransaction(world.db, async (tx) => {
    await tx.deleteFrom('mailSetting').execute();
    if (address === null) return;
    await tx
      .insertInto('mailSetting')
      .values(accounts.map(({ id }) => ({ accountId: id, address, digestOn: null })))
      .execute();
  });
}

const MINE = { address: 'mau@langson.example', letters: 'all', digest: true, seenVersion: 0 };

export const MAIL_SAMPLES = {
  'mail.settings': () => ({}),
  'mail.saveSettings': async (world: MatrixWorld) => {
    await settings(world, null);
    return { input: MINE };
  },
  'mail.previewDigest': () => ({}),
  'mail.state': () => ({}),
  'mail.recipients': () => ({ input: {} }),
  'mail.saveAddressOf': async (world: MatrixWorld) => {
    await settings(world, 'cu@langson.example');
    return { input: { accountId: PERSON.accountId, address: 'moi@langson.example', seenVersion: 1 } };
  },
  'mail.list': async (world: MatrixWorld) => ({ input: {}, shows: await aLetter(world) }),
  'mail.byId': async (world: MatrixWorld) => {
    const id = await aLetter(world);
    return { input: { id }, shows: id };
  },
  'mail.resend': async (world: MatrixWorld) => ({ input: { id: await aLetter(world, 'failed'), seenVersion: 1 } }),
  'mail.drop': async (world: MatrixWorld) => ({
    input: { id: await aLetter(world), seenVersion: 1, reason: 'Gửi nhầm người' },
  }),
  'mail.test': async (world: MatrixWorld) => {
    await settings(world, 'mau@langson.example');
    return { input: { idempotencyKey: uuidv7() } };
  },
};
