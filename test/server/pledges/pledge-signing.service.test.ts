import { TRPCError } from '@trpc/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkDatabase } from '#db/core/check.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { findPledgesToPublish } from '#db/pledges/pledge-tasks.queries.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { givenScan, JOINT_TEXT, SIGNED } from '#test/builders/pledge.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenPledgeWorld, refused } from '#test/server/pledges/pledge-world.ts';

const db = await testDb();
const { indicators, as, pledge, aPledge, aSignature, brokenPledges, reset } = await givenPledgeWorld(db);
beforeEach(reset);

describe('signing', () => {
  test('is refused before the content is frozen, and before signing is open', async () => {
    await aPledge('signing');
    const { signatures, seenHash } = await pledge();
    const signatureId = signatures[0]!.id as never;
    const input = { signatureId, seenHash, ...(await aSignature(signatureId)) };
    for (const [status, code] of [
      ['consulting', 'pledge.not-frozen'],
      ['agreed', 'pledge.signing-closed'],
    ] as const) {
      await inTransaction(db, (tx) => tx.updateTable('pledge').set({ status }).execute());
      expect(await refused(as('reporterSL').sign(input))).toEqual([code]);
    }
  });

  test('asks for the day, the scan of this very signature, and the content seen', async () => {
    const { contentHash, signatureOf } = await aPledge('signing');
    const signatureId = signatureOf('SL');
    const good = { signatureId, seenHash: contentHash, ...(await aSignature(signatureId)) };
    const sign = (about: object) => refused(as('reporterSL').sign({ ...good, ...about }));
    expect(await sign({ signedOn: '2024-02-19' })).toEqual(['pledge.signed-before-frozen']);
    expect(await sign({ signedOn: '2024-03-02' })).toEqual(['pledge.signed-later']);
    expect(await sign({ fileId: null })).toEqual(['pledge.scan-missing']);
    expect(await sign({ fileId: await givenScan(db, signatureOf('LS')) })).toEqual(['pledge.scan-unknown']);
    expect(await sign({ signatoryName: 'Nguyễn Văn 𝕏' })).toEqual(['pledge.letter-on-paper']);
    expect(await sign({ capacity: '主席 tỉnh' })).toEqual(['pledge.letter-on-paper']);
    expect(await sign({ seenHash: '0'.repeat(64) })).toEqual(['pledge.content-changed']);
    await as('reporterSL').sign(good);
    expect(await sign({})).toEqual(['pledge.already-signed']);
    expect((await pledge()).signatures[0]).toMatchObject({ signedOn: '2024-03-01', fileId: good.fileId });
  });

  test('is for oneself; the leading unit records what was signed on paper', async () => {
    const { contentHash, signatureOf } = await aPledge('signing');
    const signatureId = signatureOf('LS');
    const input = { signatureId, seenHash: contentHash, ...(await aSignature(signatureId)) };
    expect(await refused(as('reporterSL').sign(input))).toEqual(['pledge.not-signer']);
    const sonLa = signatureOf('SL');
    await as('specialistLS').sign({ signatureId: sonLa, seenHash: contentHash, ...(await aSignature(sonLa)) });
    expect((await pledge()).signedCount).toBe(1);
  });

  test('ends with the membership', async () => {
    const { contentHash, signatureOf } = await aPledge('signing');
    const signatureId = signatureOf('SL');
    await inTransaction(db, (tx) =>
      tx.updateTable('clusterMember').set({ validTo: '2024-02-29' }).where('unitId', '=', 'SL').execute(),
    );
    const input = { signatureId, seenHash: contentHash, ...(await aSignature(signatureId)) };
    expect(await refused(as('reporterSL').sign(input))).toEqual(['cluster.member-ended']);
    // Nobody waits for a unit that is gone.
    const own = signatureOf('LS');
    await as('reporterLS').sign({ signatureId: own, seenHash: contentHash, ...(await aSignature(own)) });
    const { id, version } = await pledge('reporterLS');
    await inTransaction(db, (tx) =>
      tx.updateTable('pledgeSignature').set({ signedOn: '2024-02-28' }).where('id', '=', own).execute(),
    );
    // On its last day it still was a member.
    const tooEarly = { id: id as never, seenVersion: version, publishedOn: '2024-02-29', place: 'Hà Nội' };
    expect(await refused(as('approverLS').publish(tooEarly))).toEqual(['pledge.unsigned']);
    await as('approverLS').publish({
      id: id as never,
      seenVersion: version,
      publishedOn: '2024-03-01',
      place: 'Hà Nội',
    });
    expect(await brokenPledges()).toEqual([]);
  });

  test('a wrong record is corrected with a reason, until publication', async () => {
    const { signatureOf } = await aPledge('signing', ['SL', 'LS']);
    const signatureId = signatureOf('SL');
    const correction = {
      signatureId,
      reason: 'Ghi nhầm chức vụ người ký.',
      seen: SIGNED,
      ...(await aSignature(signatureId, { capacity: 'CHỦ TỊCH', signedOn: '2024-02-27' })),
    };
    await as('reporterSL').correctSignature(correction);
    expect((await pledge()).signatures[0]).toMatchObject({ capacity: 'CHỦ TỊCH', signedOn: '2024-02-27' });
    // A colleague who opened the dialog before does not write over it unseen.
    expect(await refused(as('reporterSL').correctSignature(correction))).toEqual(['pledge.signature-changed']);
    const { id, version } = await pledge();
    const on = { id: id as never, seenVersion: version, place: 'Lạng Sơn' };
    expect(await refused(as('approverLS').publish({ ...on, publishedOn: '2024-02-26' }))).toEqual([
      'pledge.published-before-signed',
    ]);
    await as('approverLS').publish({ ...on, publishedOn: '2024-02-27' });
    expect(await refused(as('reporterSL').correctSignature(correction))).toEqual(['pledge.published']);
  });

  test('nothing is published while a member has not signed', async () => {
    const { id } = await aPledge('signing', ['LS']);
    const call = as('approverLS').publish({ id, seenVersion: 1, publishedOn: '2024-03-01', place: 'Lạng Sơn' });
    expect(await refused(call)).toEqual(['pledge.unsigned']);
  });
});

describe('opening the content again', () => {
  test('voids every signature, tells whose, and asks them anew', async () => {
    const { id, contentHash, signatureOf } = await aPledge('signing', ['LS']);
    const own = signatureOf('SL');
    const given = await aSignature(own);
    await as('reporterSL').sign({ signatureId: own, seenHash: contentHash, ...given });
    const reason = 'Điều chỉnh chỉ tiêu thu ngân sách theo nghị quyết mới.';
    const { version } = await pledge();
    expect(await refused(as('reporterSL').saveText({ id, seenVersion: version, jointText: JOINT_TEXT }))).toEqual([
      'account.lacks-role',
    ]);
    await as('approverLS').reopen({ id, seenVersion: version, reason });
    const opened = await pledge();
    expect(opened).toMatchObject({ status: 'draft', contentHash: null, signedCount: 0 });
    expect(opened.voided.map(({ unitName, signedOn, reason: why }) => [unitName, signedOn, why]).toSorted()).toEqual([
      ['Lạng Sơn', '2024-02-26', reason],
      ['Sơn La', '2024-03-01', reason],
    ]);
    expect(opened.voided.find(({ unitName }) => unitName === 'Sơn La')?.fileId).toBe(given.fileId);
    // The old page proves nothing about the new content.
    expect(opened.signatures.flatMap(({ files }) => files)).toEqual([]);
    const entry = await db.reads
      .selectFrom('auditEntry')
      .innerJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
      .where('action', '=', 'pledge.reopened')
      .where('field', '=', 'voided')
      .select(['auditEntry.reason', 'newValue'])
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ reason, newValue: expect.stringContaining('Sơn La (01/03/2024)') });
    expect(await brokenPledges()).toEqual([]);

    // Through all steps again: the same places are signed once more.
    await as('specialistLS').consult({ id, seenVersion: opened.version, dueOn: '2024-03-08' });
    const { version: consulted, seenHash } = await pledge();
    await as('approverLS').agree({ id, seenVersion: consulted, seenHash });
    await as('approverLS').openSigning({ id, seenVersion: consulted + 1 });
    await as('reporterSL').sign({ signatureId: own, seenHash, ...(await aSignature(own)) });
    expect((await pledge()).voided.find(({ unitName }) => unitName === 'Sơn La')?.isSignedAgain).toBe(true);
  });

  test('keeps the void signature and its scan of a unit that leaves before it signs again', async () => {
    const { id, contentHash, signatureOf } = await aPledge('signing', ['LS']);
    const [own, chairs] = [signatureOf('SL'), signatureOf('LS')];
    await as('reporterSL').sign({ signatureId: own, seenHash: contentHash, ...(await aSignature(own)) });
    const reason = 'Điều chỉnh chỉ tiêu thu ngân sách theo nghị quyết mới.';
    await as('approverLS').reopen({ id, seenVersion: (await pledge()).version, reason });
    await inTransaction(db, (tx) =>
      tx.updateTable('clusterMember').set({ validTo: '2024-02-29' }).where('unitId', '=', 'SL').execute(),
    );
    await as('specialistLS').consult({ id, seenVersion: (await pledge()).version, dueOn: '2024-03-08' });
    const { version, seenHash } = await pledge();
    await as('approverLS').agree({ id, seenVersion: version, seenHash });
    await as('approverLS').openSigning({ id, seenVersion: version + 1 });
    await as('reporterLS').sign({ signatureId: chairs, seenHash, ...(await aSignature(chairs)) });
    const broken = async () =>
      (await checkDatabase(db)).filter((one) => one.broken.length > 0 && /^(pledge|file)-/.test(one.name));
    expect(await broken()).toEqual([]);
    expect(await findPledgesToPublish(db.reads, ['LS'], '2024-03-01')).toHaveLength(1);
    const signed = await pledge();
    await as('approverLS').publish({ id, seenVersion: signed.version, publishedOn: '2024-03-01', place: 'Lạng Sơn' });
    expect(await broken()).toEqual([]);
  });

  test('takes the approver, and is over with publication', async () => {
    const { id } = await aPledge('published');
    const input = { id, seenVersion: 1, reason: 'Sửa chỉ tiêu theo đề nghị.' };
    expect(await refused(as('specialistLS').reopen(input))).toEqual(['account.lacks-role']);
    expect(await refused(as('approverSL').reopen(input))).toEqual(['pledge.not-approver']);
    expect(await refused(as('approverLS').reopen(input))).toEqual(['pledge.reopen-published']);
  });
});

describe('two people at the same moment', () => {
  const ROUNDS = [1, 2, 3];
  async function together(...calls: Promise<unknown>[]): Promise<string[]> {
    const settled = await Promise.allSettled(calls);
    return settled.map((one) => {
      if (one.status === 'fulfilled') return 'done';
      if (one.reason instanceof TRPCError && one.reason.code !== 'INTERNAL_SERVER_ERROR') return one.reason.code;
      throw one.reason;
    });
  }

  test.each(ROUNDS)('sign for one unit: one signature (%i)', async () => {
    const { contentHash, signatureOf } = await aPledge('signing');
    const signatureId = signatureOf('SL');
    const inputs = await Promise.all(
      ['Nguyễn Văn Một', 'Trần Văn Hai'].map(async (signatoryName) => ({
        signatureId,
        seenHash: contentHash,
        ...(await aSignature(signatureId, { signatoryName })),
      })),
    );
    const outcomes = await together(as('reporterSL').sign(inputs[0]!), as('specialistLS').sign(inputs[1]!));
    expect(outcomes.toSorted()).toEqual(['UNPROCESSABLE_CONTENT', 'done']);
    const [winner] = outcomes[0] === 'done' ? inputs : [inputs[1]!];
    expect((await pledge()).signatures[0]?.signatoryName).toBe(winner!.signatoryName);
  });

  test.each(ROUNDS)('reopen while somebody signs: the signature is void or refused, never lost (%i)', async () => {
    const { id, contentHash, signatureOf } = await aPledge('signing');
    const signatureId = signatureOf('SL');
    const input = { signatureId, seenHash: contentHash, ...(await aSignature(signatureId)) };
    const reason = 'Điều chỉnh chỉ tiêu theo nghị quyết mới.';
    const [signed, reopened] = await together(
      as('reporterSL').sign(input),
      as('approverLS').reopen({ id, seenVersion: 1, reason }),
    );
    // A signature that came first makes the reopener look again: whose signature falls was not on the screen.
    expect([signed, reopened]).toEqual(signed === 'done' ? ['done', 'CONFLICT'] : ['UNPROCESSABLE_CONTENT', 'done']);
    expect(await brokenPledges()).toEqual([]);
  });

  test.each(ROUNDS)('a target is saved while the content is frozen: the hash holds (%i)', async () => {
    const { id, contentHash } = await aPledge('consulting');
    const outcomes = await together(
      as('reporterSL').saveTargets({
        id,
        unitId: 'SL' as never,
        targets: [{ indicatorVersionId: indicators.budget as never, value: 1, note: '', seenVersion: 1 }],
      }),
      as('approverLS').agree({ id, seenVersion: 1, seenHash: contentHash }),
    );
    expect(outcomes).toSatisfy(
      ([saved, agreed]) =>
        (saved === 'done' && agreed === 'CONFLICT') || (saved === 'UNPROCESSABLE_CONTENT' && agreed === 'done'),
    );
    expect(await brokenPledges()).toEqual([]);
  });
});

test('the day of business decides, not that of the machine', async () => {
  const { contentHash, signatureOf } = await aPledge('signing');
  const signatureId = signatureOf('SL');
  const now = '2024-03-05T20:00:00.000Z'; // already 06/03 in Việt Nam
  expect(vietnamDate(new Date(now))).toBe('2024-03-06');
  const given = await aSignature(signatureId, { signedOn: '2024-03-06' });
  await as('reporterSL', now).sign({ signatureId, seenHash: contentHash, ...given });
  expect((await pledge()).signedCount).toBe(1);
});
