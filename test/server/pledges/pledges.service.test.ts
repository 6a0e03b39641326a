import { TRPCError } from '@trpc/server';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkDatabase } from '#db/core/check.ts';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { Refusal } from '#shared/core/refusal.ts';
import { givenPledgeIn, givenScan, JOINT_TEXT } from '#test/builders/pledge.builder.ts';
import { givenIndicators, givenReport, type Indicators } from '#test/builders/reports.builder.ts';
import { aContext, givenWorld, WORLD_NOW, type World, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let db: Db;
let world: World;
let indicators: Indicators;
beforeAll(async () => {
  db = await testDb();
  world = await givenWorld(db);
  indicators = await givenIndicators(db, world.yearA, world.yearB);
});
/** Every test begins with a year that has no pledge. */
beforeEach(() =>
  inTransaction(db, async (tx) => {
    const tables = ['pledgeOpinion', 'pledgeVoidedSignature', 'pledgeSignature', 'pledgeTarget', 'pledge'] as const;
    for (const table of [...tables, 'reportValue', 'report', 'file', 'auditChange', 'auditEntry'] as const)
      await tx.deleteFrom(table).execute();
    const extra = tx.selectFrom('clusterYear').select('id').where('year', '>', 2023);
    await tx.deleteFrom('clusterYearIndicator').where('clusterYearId', 'in', extra).execute();
    await tx.deleteFrom('clusterYear').where('year', '>', 2023).execute();
    await tx.updateTable('clusterMember').set({ validTo: null }).execute();
  }),
);

const as = (who: keyof WorldActors, now?: string) =>
  createCaller(aContext(db, world.actors[who], now ? { now } : {})).pledges;
const view = async (who: keyof WorldActors = 'reporterSL') => (await as(who).ofYear({ clusterYearId: world.yearA }))!;
const pledge = async (who?: keyof WorldActors) => (await view(who)).pledge!;

const aPledge = (status: Parameters<typeof givenPledgeIn>[1]['status'], signed: string[] = []) =>
  givenPledgeIn(db, {
    clusterYearId: world.yearA,
    status,
    unitIds: ['SL', 'LS'],
    indicatorVersionId: indicators.budget,
    signed,
  });

/** What the checks of the database find wrong with pledges. */
const brokenPledges = async () =>
  (await checkDatabase(db)).filter(({ name, broken }) => name.startsWith('pledge-') && broken.length > 0);

/** Codes of the refusal. */
async function refused(call: Promise<unknown>): Promise<string[]> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError)) throw error ?? new Error('it was not refused');
  return ((error.cause as Refusal | undefined)?.reasons ?? []).map(({ code }) => code);
}

const aSignature = async (signatureId: string, about: object = {}) => ({
  signatoryName: 'Nguyễn Văn Mẫu',
  capacity: 'KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
  signedOn: '2024-03-01',
  fileId: (await givenScan(db, signatureId)) as never,
  ...about,
});

test('from nothing to published: each step by whom it belongs to', async () => {
  const { id } = await as('specialistLS').create({ clusterYearId: world.yearA, idempotencyKey: uuidv7() });
  const jointText = 'Thi đua hoàn thành vượt mức các chỉ tiêu.';
  await as('specialistLS').saveText({ id: id as never, seenVersion: 1, jointText });
  const target = (value: number) => [
    { indicatorVersionId: indicators.budget as never, value, note: '', seenVersion: 0 },
  ];
  await as('reporterSL').saveTargets({ id: id as never, unitId: 'SL' as never, targets: target(46_000) });
  await as('specialistLS').consult({ id: id as never, seenVersion: 2, dueOn: '2024-03-08' });
  await as('reporterLS').saveTargets({ id: id as never, unitId: 'LS' as never, targets: target(76_000) });
  await as('reporterSL').giveOpinion({ id: id as never, unitId: 'SL' as never, stance: 'agree', opinion: '' });
  expect((await pledge()).opinions.map(({ name, given }) => [name, given?.stance])).toEqual([
    ['Sơn La', 'agree'],
    ['Lạng Sơn', undefined],
  ]);

  const { version, seenHash } = await pledge();
  await as('approverLS').agree({ id: id as never, seenVersion: version, seenHash });
  const frozen = await pledge();
  expect(frozen).toMatchObject({ status: 'agreed', contentHash: seenHash, isFrozen: true });
  expect(frozen.signatures.map(({ id: signature }) => signature)).toEqual([null, null]);
  await as('specialistLS').openSigning({ id: id as never, seenVersion: frozen.version });

  for (const who of ['reporterSL', 'reporterLS'] as const) {
    const { signatures } = await pledge();
    const own = signatures.find(({ unitId }) => unitId === world.actors[who].unitId)!;
    await as(who).sign({ signatureId: own.id as never, seenHash, ...(await aSignature(own.id!)) });
  }
  const signed = await pledge();
  expect(signed.signedCount).toBe(2);
  await as('specialistLS').publish({
    id: id as never,
    seenVersion: signed.version,
    publishedOn: '2024-03-01',
    place: 'thành phố Lạng Sơn',
  });
  expect(await pledge()).toMatchObject({ status: 'published', jointText, place: 'thành phố Lạng Sơn' });
  expect(await brokenPledges()).toEqual([]);
  const rows = await db.reads.selectFrom('pledgeSignature').select('contentHash').execute();
  expect(new Set(rows.map(({ contentHash }) => contentHash))).toEqual(new Set([seenHash]));
});

test('a year without a pledge says so; it gets one, once, from the unit that leads', async () => {
  expect((await view()).pledge).toBeNull();
  expect((await view()).actions.create.map(({ code }) => code)).toEqual(['pledge.not-leading']);
  const input = { clusterYearId: world.yearA, idempotencyKey: uuidv7() };
  expect(await refused(as('specialistSL').create(input))).toEqual(['pledge.not-leading']);
  await as('specialistLS').create(input);
  await as('specialistLS').create(input);
  expect(await refused(as('approverLS').create({ ...input, idempotencyKey: uuidv7() }))).toEqual(['pledge.exists']);
});

test('the leading unit of another cluster neither reads nor changes it', async () => {
  const { id } = await aPledge('draft');
  await expect(as('specialistQT').ofYear({ clusterYearId: world.yearA })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const text = { id, seenVersion: 1, jointText: 'Nội dung của người ngoài cụm.' };
  expect(await refused(as('specialistQT').saveText(text))).toEqual(['pledge.not-found']);
  expect(await refused(as('specialistSL').saveText(text))).toEqual(['pledge.not-leading']);
});

describe('targets', () => {
  const save = (who: keyof WorldActors, id: string, about: object, unitId = 'SL') =>
    as(who).saveTargets({
      id: id as never,
      unitId: unitId as never,
      targets: [{ indicatorVersionId: indicators.budget as never, value: 44_900, note: '', seenVersion: 1, ...about }],
    });

  test('are the own unit’s, kept with a word about what looks wrong, cleared by an empty cell', async () => {
    const { id } = await aPledge('consulting');
    await save('reporterSL', id, { note: 'Nguồn thu mới từ cửa khẩu.' });
    await save('reporterSL', id, { value: null, seenVersion: 2 });
    const [budget] = (await pledge()).indicators;
    expect(budget?.cells[0]).toMatchObject({ value: null, note: '', version: 3 });
    expect(budget?.total).toMatchObject({ value: 70_000, counted: 1, members: 2 });
    expect(await refused(save('reporterSL', id, {}, 'LS'))).toEqual(['pledge.not-own-unit']);
    expect(await refused(save('reporterSL', id, { value: -1, seenVersion: 3 }))).toEqual(['pledge.target-negative']);
    expect(await refused(save('reporterSL', id, { indicatorVersionId: uuidv7() }))).toEqual([
      'pledge.unknown-indicator',
    ]);
  });

  test('the second of two editors is told both figures, and a repeat is no change', async () => {
    const { id } = await aPledge('draft');
    await save('reporterSL', id, {});
    expect(await save('reporterSL', id, {})).toMatchObject({ targets: [{ version: 2 }] });
    const late = save('reporterSL', id, { value: 1 });
    await expect(late).rejects.toMatchObject({
      cause: {
        kind: 'conflict',
        reasons: [{ facts: { theirs: '4.490,0 tỷ đồng', mine: '0,1 tỷ đồng', who: 'Tổng hợp Sơn La' } }],
      },
    });
  });

  test.each(['agreed', 'signing', 'published'] as const)('are closed when the pledge is %s', async (status) => {
    const { id } = await aPledge(status);
    const code = status === 'published' ? 'pledge.published' : 'pledge.frozen';
    expect(await refused(save('reporterSL', id, {}))).toEqual([code]);
    const text = { id, seenVersion: 1, jointText: `${JOINT_TEXT} Thêm một câu.` };
    expect(await refused(as('specialistLS').saveText(text))).toEqual([code]);
  });

  test('stand beside what was promised and done the year before, and at year end beside the outcome', async () => {
    await aPledge('published');
    const next = uuidv7();
    const { clusterId } = await db.reads
      .selectFrom('clusterYear')
      .select('clusterId')
      .where('id', '=', world.yearA)
      .executeTakeFirstOrThrow();
    await inTransaction(db, async (tx) => {
      const year = await tx
        .selectFrom('clusterYear')
        .selectAll()
        .where('id', '=', world.yearA)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('clusterYear')
        .values({ ...year, id: next, clusterId, year: 2024, startsOn: '2024-01-01', endsOn: '2024-12-31' })
        .execute();
    });
    await givenReport(
      db,
      { clusterYearId: world.yearA, unitId: 'SL', status: 'received', sentAt: WORLD_NOW },
      { [indicators.budget]: 72_000 },
    );
    await givenReport(db, { clusterYearId: world.yearA, unitId: 'LS' }, { [indicators.budget]: 90_000 });
    await as('specialistLS').create({ clusterYearId: next as never, idempotencyKey: uuidv7() });
    const { pledge: fresh } = await as('reporterSL').ofYear({ clusterYearId: next as never });
    expect(fresh?.jointText).toBe(JOINT_TEXT);
    expect(fresh?.indicators[0]?.cells).toMatchObject([
      { prior: 72_000, lastTarget: 70_000, value: null },
      { prior: null, lastTarget: 70_000, value: null }, // a report that is not received proves nothing
    ]);
    const { indicators: past } = await pledge();
    expect(past[0]?.cells.map(({ actual, outcome }) => [actual, outcome])).toEqual([
      [72_000, 'exceeded'],
      [null, 'no-figure'],
    ]);
  });
});

describe('agreeing', () => {
  test('freezes only the content that was on the screen', async () => {
    const { id } = await aPledge('consulting');
    const { seenHash } = await pledge();
    await as('reporterSL').saveTargets({
      id,
      unitId: 'SL' as never,
      targets: [{ indicatorVersionId: indicators.budget as never, value: 1, note: '', seenVersion: 1 }],
    });
    expect(await refused(as('approverLS').agree({ id, seenVersion: 1, seenHash }))).toEqual([
      'pledge.changed-meanwhile',
    ]);
    const now = await pledge();
    await as('approverLS').agree({ id, seenVersion: 1, seenHash: now.seenHash });
    expect((await pledge()).contentHash).toBe(now.seenHash);
  });

  test('opinions on an earlier text are shown as such', async () => {
    const { id } = await aPledge('consulting');
    const said = { id, unitId: 'SL' as never, stance: 'amend' as const, opinion: 'Bổ sung chỉ tiêu trường chuẩn.' };
    await as('reporterSL', '2024-02-28T03:00:00.000Z').giveOpinion(said);
    await as('specialistLS').returnToDraft({ id, seenVersion: 1 });
    await as('specialistLS').consult({ id, seenVersion: 2, dueOn: '2024-03-08' });
    expect((await pledge()).opinions[0]?.given).toMatchObject({ opinion: said.opinion, isOld: true });
  });
});

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
      ...(await aSignature(signatureId, { capacity: 'CHỦ TỊCH', signedOn: '2024-02-27' })),
    };
    await as('reporterSL').correctSignature(correction);
    expect((await pledge()).signatures[0]).toMatchObject({ capacity: 'CHỦ TỊCH', signedOn: '2024-02-27' });
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
