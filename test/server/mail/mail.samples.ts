import { inTransaction } from '#db/core/transaction.ts';
import { insertLetters } from '#db/mail/mail.writes.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { letterOf } from '#server/mail/letters.service.ts';
import { aContext } from '#test/builders/world.builder.ts';
import type { MatrixWorld } from '#test/server/matrix-records.ts';

/** A letter to whoever has the first account. */
async function aLetter(world: MatrixWorld, status: 'waiting' | 'failed' = 'waiting') {
  const { id: accountId } = await world.db.reads
    .selectFrom('authUser')
    .select('id')
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const written = { subject: 'Thư mẫu', content: 'Nội dung mẫu', code: 'mail.test', link: null };
  const letter = { ...letterOf(aContext(world.db, null), accountId, written), status };
  await inTransaction(world.db, (tx) => insertLetters(tx, [letter]));
  return letter.id;
}

/** Settings of everybody: none, or one with an address. */
async function settings(world: MatrixWorld, address: string | null): Promise<void> {
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
    const { id } = await world.db.reads.selectFrom('authUser').select('id').orderBy('id').executeTakeFirstOrThrow();
    return { input: { accountId: id, address: 'moi@langson.example', seenVersion: 1 } };
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
