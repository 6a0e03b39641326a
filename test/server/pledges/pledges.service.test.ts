import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { givenScan, JOINT_TEXT } from '#test/builders/pledge.builder.ts';
import { givenReport } from '#test/builders/reports.builder.ts';
import { WORLD_NOW, type WorldActors } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenPledgeWorld, refused } from '#test/server/pledges/pledge-world.ts';

const db = await testDb();
const { world, indicators, as, view, pledge, aPledge, aSignature, brokenPledges, reset } = await givenPledgeWorld(db);
beforeEach(reset);

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

test('a unit that left before the content was agreed promises nothing; the others freeze what they see', async () => {
  const { id } = await aPledge('consulting');
  const leave = (validTo: string | null) =>
    inTransaction(db, (tx) => tx.updateTable('clusterMember').set({ validTo }).where('unitId', '=', 'SL').execute());
  const before = await pledge('specialistLS');
  expect(before.indicators.find((one) => one.id === indicators.budget)!.targets).toEqual([70_000, 70_000]);
  await leave('2023-06-30');
  const { members, pledge: seen } = await view('specialistLS');
  expect(members.map(({ unitId }) => unitId)).toEqual(['LS']);
  expect(seen!.indicators.find((one) => one.id === indicators.budget)!).toMatchObject({
    targets: [70_000],
    total: { value: 70_000 },
  });
  const agree = (seenHash: string) => as('specialistLS').agree({ id, seenVersion: 1, seenHash });
  expect(await refused(agree(before.seenHash))).toEqual(['pledge.changed-meanwhile']);
  await agree(seen!.seenHash);
  const left = await db.reads.selectFrom('pledgeTarget').select('unitId').execute();
  expect(left).toEqual([{ unitId: 'LS' }]);
  const change = await db.reads.selectFrom('auditChange').selectAll().where('field', '=', 'leftOut').execute();
  expect(change).toMatchObject([{ oldValue: 'Sơn La' }]);
  expect(await brokenPledges()).toEqual([]);
});

test('what was frozen is of everybody who promised, whoever left since, even before the year began', async () => {
  await aPledge('signing', ['SL']);
  await inTransaction(db, (tx) =>
    tx.updateTable('clusterMember').set({ validTo: '2022-12-31' }).where('unitId', '=', 'SL').execute(),
  );
  const { members, pledge: seen } = await view('specialistLS');
  expect(members.map(({ unitId, isActive }) => [unitId, isActive])).toEqual([
    ['LS', true],
    ['SL', false],
  ]);
  expect(seen!.indicators.find((one) => one.id === indicators.budget)!.total.value).toBe(140_000);
  expect(seen!.seenHash).toBe(seen!.contentHash);
});

test('who was asked to sign, and left before the others were asked anew, is in no list of the new content', async () => {
  const { id, signatureOf } = await aPledge('signing', ['SL']);
  // Its scan stays, so what was asked of it does.
  await givenScan(db, signatureOf('SL'));
  await as('approverLS').reopen({ id, seenVersion: 1, reason: 'Sơn La rời Cụm, điều chỉnh chỉ tiêu.' });
  await inTransaction(db, (tx) =>
    tx.updateTable('clusterMember').set({ validTo: '2022-12-31' }).where('unitId', '=', 'SL').execute(),
  );
  await as('specialistLS').consult({ id, seenVersion: 2, dueOn: '2024-03-08' });
  await as('specialistLS').agree({ id, seenVersion: 3, seenHash: (await pledge('specialistLS')).seenHash });
  await as('specialistLS').openSigning({ id, seenVersion: 4 });
  const { members, actions, pledge: seen } = await view('specialistLS');
  expect(members.map(({ unitId }) => unitId)).toEqual(['LS']);
  expect(seen!.signatures.map(({ unitId }) => unitId)).toEqual(['LS']);
  expect(actions.publish).toEqual([{ code: 'pledge.unsigned', facts: { units: 'Lạng Sơn' } }]);
  const own = seen!.signatures[0]!.id!;
  await as('reporterLS').sign({ signatureId: own as never, seenHash: seen!.seenHash, ...(await aSignature(own)) });
  const publication = { publishedOn: '2024-03-01', place: 'Lạng Sơn' };
  const { version } = await pledge('specialistLS');
  await as('specialistLS').publish({ id, seenVersion: version, ...publication });
  expect(await brokenPledges()).toEqual([]);
});

test('members are told when they are asked, invited to sign, and when what they signed is open again', async () => {
  for (const who of ['reporterSL', 'leaderSL', 'specialistLS', 'approverLS'] as const)
    await givenAccount(db, world.actors[who]);
  const { accountId } = world.actors.reporterSL;
  const told = async (id = accountId) =>
    (await db.reads.selectFrom('notice').select(['code', 'link', 'facts']).where('accountId', '=', id).execute()).map(
      ({ code }) => code,
    );
  const { id } = await aPledge('draft');
  await as('specialistLS').consult({ id, seenVersion: 1, dueOn: '2024-03-08' });
  expect(await told()).toEqual(['notice.pledge-consulted']);
  await as('reporterSL').giveOpinion({ id, unitId: 'SL' as never, stance: 'amend', opinion: 'Nêu rõ thời hạn.' });
  expect(await told(world.actors.approverLS.accountId)).toContain('notice.pledge-amend');
  const { version, seenHash } = await pledge('specialistLS');
  await as('specialistLS').agree({ id, seenVersion: version, seenHash });
  await as('specialistLS').openSigning({ id, seenVersion: version + 1 });
  await as('approverLS').reopen({ id, seenVersion: version + 2, reason: 'Điều chỉnh chỉ tiêu thu ngân sách.' });
  expect(await told()).toEqual(['notice.pledge-consulted', 'notice.pledge-signing', 'notice.pledge-reopened']);
  expect(await told(world.actors.leaderSL.accountId)).toEqual([]);
});
