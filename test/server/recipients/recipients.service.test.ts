import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { invariants } from '#db/recipients/recipients.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { NUMBERS_ASKED_IN_AN_HOUR } from '#server/recipients/number-questions.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { A_DRAFT, givenAwardsOf, givenRecipient, givenRecipients } from '#test/builders/recipients.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const NUMBER = '014085001234';
const REASON = 'Đối chiếu hồ sơ giấy';
let world: World;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).recipients;
const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );
const rowOf = (id: string) =>
  world.db.reads.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const created = (change: object = {}) => ({
  recipientKind: 'individual' as const,
  unitId: world.units.SL as never,
  draft: A_DRAFT,
  cccd: '',
  anyway: false,
  idempotencyKey: randomUUID(),
  ...change,
});

describe('adding', () => {
  test('writes what it is found by, once for each key, and tells the history', async () => {
    const { specialistSL } = world.actors;
    const input = created({ cccd: '014 085 001 234' });
    const { id } = await as(specialistSL).create(input);
    expect(await as(specialistSL).create(input)).toEqual({ id, version: 1 });
    expect(await rowOf(id)).toMatchObject({
      nameFold: 'lo thi mau',
      birthOn: '1985-05-12',
      birthYear: 1985,
      searchText: 'lo thi mau truong tieu hoc mau',
      positionHeld: 'Giáo viên',
    });
    const history = await createCaller(aContext(world.db, specialistSL)).audit.ofRecord({
      subjectKind: 'recipient',
      subjectId: id,
    });
    expect(history).toMatchObject([{ action: 'recipient.created', subjectLabel: 'Lò Thị Mẫu' }]);
    expect(JSON.stringify(history)).not.toContain(NUMBER);
  });

  test('shows those who look alike first, and goes on when told', async () => {
    const { specialistSL } = world.actors;
    await givenRecipients(world.db, [
      { unitId: 'SL', birthYear: 1985 },
      { unitId: 'SL', name: 'Lò Thị Mầu', birthYear: 1985 },
      { unitId: 'SL', name: 'Vàng A Khác', birthYear: 1985 },
      { unitId: 'SL', name: 'Lò Thị Mẫu', kind: 'collective' },
    ]);
    const { found } = await as(specialistSL).lookAlikes({
      recipientKind: 'individual',
      name: 'lò thị mẫu',
      birth: '1985',
      unitId: 'SL' as never,
      cccd: '',
    });
    expect(found.map(({ name }) => name).sort()).toEqual(['Lò Thị Mầu', 'Lò Thị Mẫu']);
    expect(found[0]!.grounds).toContain('same-birth-year');
    expect(await reasonsOf(as(specialistSL).create(created()))).toMatchObject([
      { code: 'recipient.look-alikes', facts: { foundCount: 2 } },
    ]);
    expect((await as(specialistSL).create(created({ anyway: true }))).version).toBe(1);
  });

  test('finds those who bore the name before', async () => {
    const { specialistSL } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'SL', name: 'Lò Thị Nay' });
    await as(specialistSL).rename({
      id,
      seenVersion: 1,
      name: 'Lò Thị Sau',
      changedOn: '2023-06-01' as never,
      document: '',
    });
    const input = { recipientKind: 'individual' as const, birth: '', unitId: 'SL' as never, cccd: '' };
    const { found } = await as(specialistSL).lookAlikes({ ...input, name: 'Lò Thị Nay' });
    expect(found).toMatchObject([{ id, name: 'Lò Thị Sau', grounds: ['same-name-unit', 'former-name'] }]);
  });

  test('is for the own unit; content is checked with its field', async () => {
    const { specialistSL, reporterSL, admin } = world.actors;
    expect(await reasonsOf(as(specialistSL).create(created({ unitId: 'LS' })))).toEqual([
      { code: 'recipient.unit-not-yours' },
    ]);
    expect(await reasonsOf(as(reporterSL).create(created()))).toEqual([{ code: 'account.lacks-role' }]);
    const wrong = created({ cccd: '123456789', draft: { ...A_DRAFT, birth: '31/2/1985' } });
    expect(await reasonsOf(as(admin).create(wrong))).toMatchObject([
      { code: 'recipient.birth-format', field: 'birth' },
      { code: 'cccd.old-number', field: 'cccd' },
    ]);
  });
});

describe('changing', () => {
  test('saves with the version seen, and tells the second who was quicker', async () => {
    const { specialistSL } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'SL' });
    const draft = { ...A_DRAFT, name: 'Lò Thị Mới' };
    expect(await as(specialistSL).save({ id, seenVersion: 1, draft })).toEqual({ id, version: 2 });
    expect(await as(specialistSL).save({ id, seenVersion: 2, draft })).toEqual({ id, version: 2 });
    expect(await rowOf(id)).toMatchObject({ nameFold: 'lo thi moi', version: 2 });
    expect(await reasonsOf(as(specialistSL).save({ id, seenVersion: 1, draft: A_DRAFT }))).toMatchObject([
      { code: 'recipient.changed-meanwhile', facts: { who: 'Chuyên viên Sơn La' } },
    ]);
  });

  test('a collective keeps the names it bore and is found by them', async () => {
    const { specialistSL } = world.actors;
    const id = await givenRecipient(world.db, {
      unitId: 'SL',
      kind: 'collective',
      name: 'Phòng Cũ',
      foundedOn: '1990',
    });
    const rename = { id, name: 'Phòng Mới', changedOn: '2015-06-01', document: 'QĐ 10' };
    await as(specialistSL).rename({ ...rename, seenVersion: 1 });
    expect(await rowOf(id)).toMatchObject({
      name: 'Phòng Mới',
      nameFold: 'phong moi',
      searchText: 'phong moi phong cu',
    });
    expect((await as(specialistSL).byId({ id })).formerNames).toMatchObject([
      { name: 'Phòng Cũ', validFrom: null, validTo: '2015-06-01', document: 'QĐ 10' },
    ]);
    const again = { ...rename, name: 'Phòng Mới nữa', seenVersion: 2 };
    expect(await reasonsOf(as(specialistSL).rename(again))).toMatchObject([{ code: 'recipient.change-before-last' }]);
    for (const { find } of invariants) expect(await find(world.db.reads)).toEqual([]);
  });

  test('a post goes to the history with its days, and the person to the new unit', async () => {
    const { specialistSL, specialistLS } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'SL', positionHeld: 'Giáo viên', place: 'Trường A' });
    const move = { id, seenVersion: 1, unitId: 'LS' as never, positionHeld: 'Hiệu trưởng', place: 'Trường B' };
    await as(specialistSL).move({ ...move, changedOn: '2022-09-01', document: '' });
    const page = await as(specialistLS).byId({ id });
    expect(page).toMatchObject({ unitName: 'Lạng Sơn', positionHeld: 'Hiệu trưởng', place: 'Trường B' });
    expect(page.posts).toMatchObject([
      { unitName: 'Sơn La', positionHeld: 'Giáo viên', place: 'Trường A', validTo: '2022-09-01' },
    ]);
    expect(await reasonsOf(as(specialistSL).byId({ id }))).toEqual([{ code: 'recipient.not-found' }]);
  });
});

describe('what is sealed', () => {
  test('the citizen number is masked, opened with a reason, and each opening is written down', async () => {
    const { specialistSL, auditor, reporterSL } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'SL' });
    await as(specialistSL).setCccd({ id, seenVersion: 1, cccd: NUMBER, anyway: false });
    const row = await rowOf(id);
    expect(row.cccdCipher + row.cccdIndex!).not.toContain(NUMBER);
    expect((await as(specialistSL).byId({ id })).cccd).toEqual({ isKnown: true, masked: '•••••••••234' });
    expect((await as(reporterSL).byId({ id })).cccd).toBeNull();
    expect(await reasonsOf(as(specialistSL).revealCccd({ id, reason: '' }))).toMatchObject([
      { code: 'recipient.reason-short', field: 'reason' },
    ]);
    for (const actor of [specialistSL, auditor])
      expect(await as(actor).revealCccd({ id, reason: REASON })).toEqual({ cccd: NUMBER });
    expect(await reasonsOf(as(reporterSL).revealCccd({ id, reason: REASON }))).toEqual([
      { code: 'account.lacks-role' },
    ]);
    const reads = await world.db.reads.selectFrom('sensitiveRead').selectAll().orderBy('id').execute();
    expect(reads.map(({ actorId, recipientId, field, reason }) => [actorId, recipientId, field, reason])).toEqual(
      [specialistSL, auditor].map(({ accountId }) => [accountId, id, 'cccd', REASON]),
    );
    const told = await world.db.reads.selectFrom('auditChange').selectAll().execute();
    expect(JSON.stringify(told)).not.toContain(NUMBER);
  });

  test('a number of another record names it as far as it may be seen, and is written when told', async () => {
    const { specialistSL, specialistLS, admin } = world.actors;
    const [mine, other, far] = await givenRecipients(world.db, [
      { unitId: 'SL', name: 'Lò Văn Một' },
      { unitId: 'SL', name: 'Lò Văn Hai' },
      { unitId: 'LS', name: 'Hoàng Văn Xa' },
    ]);
    await as(specialistSL).setCccd({ id: other!, seenVersion: 1, cccd: NUMBER, anyway: false });
    const write = { id: mine!, seenVersion: 1, cccd: NUMBER };
    expect(await reasonsOf(as(specialistSL).setCccd({ ...write, anyway: false }))).toMatchObject([
      { code: 'cccd.clash', field: 'cccd', facts: { who: '“Lò Văn Hai” (Sơn La)' } },
    ]);
    await as(specialistSL).setCccd({ ...write, anyway: true });
    const [clash] = (await reasonsOf(
      as(specialistLS).setCccd({ id: far!, seenVersion: 1, cccd: NUMBER, anyway: false }),
    )) as { facts: object }[];
    expect(JSON.stringify(clash!.facts)).not.toMatch(/Lò|Sơn La/);
    const input = { recipientKind: 'individual' as const, name: '', birth: '', unitId: null, cccd: NUMBER };
    expect(await as(specialistLS).lookAlikes(input)).toEqual({ found: [], hiddenCount: 2 });
    expect((await as(admin).lookAlikes(input)).found.map(({ grounds }) => grounds)).toEqual([
      ['same-cccd'],
      ['same-cccd'],
    ]);
  });

  test('who asks by number is written down, and asks so often an hour only', async () => {
    const { specialistSL } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'LS' });
    await as(world.actors.admin).setCccd({ id, seenVersion: 1, cccd: NUMBER, anyway: false });
    const logged = () =>
      world.db.reads
        .selectFrom('auditEntry')
        .innerJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
        .select(['actorName', 'newValue'])
        .where('action', '=', 'recipient.number-asked')
        .execute();
    const reads = () => world.db.reads.selectFrom('sensitiveRead').select(['recipientId', 'field']).execute();
    expect(await logged()).toEqual([]);

    const input = { recipientKind: 'individual' as const, name: '', birth: '', unitId: null, cccd: NUMBER };
    await as(specialistSL).lookAlikes({ ...input, cccd: '' });
    await as(specialistSL).lookAlikes({ ...input, cccd: '0140850' });
    expect(await logged()).toEqual([]);
    await as(specialistSL).lookAlikes(input);
    await as(specialistSL).lookAlikes({ ...input, cccd: '014085009999' });
    expect(await logged()).toEqual([
      { actorName: 'Chuyên viên Sơn La', newValue: 'Số căn cước: 1 hồ sơ' },
      { actorName: 'Chuyên viên Sơn La', newValue: 'Số căn cước: 0 hồ sơ' },
    ]);
    expect(await reads()).toEqual([{ recipientId: id, field: 'cccd-match' }]);

    const own = await givenRecipient(world.db, { unitId: 'SL', name: 'Lò Văn Hai' });
    await reasonsOf(as(specialistSL).setCccd({ id: own, seenVersion: 1, cccd: NUMBER, anyway: false }));
    expect(await logged()).toHaveLength(3);
    await inTransaction(world.db, (tx) =>
      tx.updateTable('rateLimit').set({ count: NUMBERS_ASKED_IN_AN_HOUR }).where('key', 'like', 'cccd:%').execute(),
    );
    const tooOften = [{ code: 'cccd.asked-too-often', field: 'cccd' }];
    expect(await reasonsOf(as(specialistSL).lookAlikes(input))).toMatchObject(tooOften);
    expect(await reasonsOf(as(specialistSL).create(created({ cccd: NUMBER })))).toMatchObject(tooOften);
    expect(
      await reasonsOf(as(specialistSL).setCccd({ id: own, seenVersion: 1, cccd: NUMBER, anyway: true })),
    ).toMatchObject(tooOften);
    expect(await logged()).toHaveLength(3);
    expect((await as(specialistSL).create(created())).version).toBe(1);
  });

  test('the dân tộc is opened with a reason, and its history tells that it changed only', async () => {
    const { specialistSL, auditor } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'SL' });
    await as(specialistSL).setEthnicity({ id, seenVersion: 1, code: '08' });
    expect((await as(specialistSL).byId({ id })).ethnicity).toEqual({ isKnown: true });
    expect(await as(auditor).readEthnicity({ id, reason: REASON })).toEqual({ code: '08' });
    expect(await world.db.reads.selectFrom('sensitiveRead').select(['field', 'reason']).execute()).toEqual([
      { field: 'ethnicity', reason: REASON },
    ]);
    const changes = await world.db.reads.selectFrom('auditChange').select('newValue').execute();
    expect(JSON.stringify(changes)).not.toContain('08');
  });
});

describe('the page', () => {
  test('of another unit opens for an award in the own cluster, without what is that unit’s own', async () => {
    const { reporterSL, specialistQT } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'LS', birthOn: '1985-05-12', birthYear: 1985 });
    expect(await reasonsOf(as(reporterSL).byId({ id }))).toEqual([{ code: 'recipient.not-found' }]);
    await givenAwardsOf(world.db, [
      { recipientId: id, unitId: 'LS', clusterYearId: world.yearA },
      { recipientId: id, unitId: 'LS' },
    ]);
    const page = await as(reporterSL).byId({ id });
    expect(page).toMatchObject({ isWhole: false, birthOn: null, birthYear: 1985, cccd: null, ethnicity: null });
    expect(page.counts).toEqual({ active: 1, cancelled: 0 });
    expect((await as(reporterSL).awards({ id })).rows).toHaveLength(1);
    expect(page.actions.save.allowed).toBe(false);
    expect(await reasonsOf(as(specialistQT).byId({ id }))).toEqual([{ code: 'recipient.not-found' }]);
  });

  test('walks every award once, with those of predecessors until the day of the merger', async () => {
    const { specialistSL } = world.actors;
    const [one, two, apart] = await givenRecipients(
      world.db,
      ['Phòng Một', 'Phòng Hai', 'Phòng Khác'].map((name) => ({ unitId: 'SL', kind: 'collective' as const, name })),
    );
    const day = (n: number) => `2022-${String(1 + (n % 12)).padStart(2, '0')}-10`;
    const own = await givenAwardsOf(
      world.db,
      Array.from({ length: 60 }, (_, n) => ({ recipientId: two!, unitId: 'SL', decidedOn: day(n) })),
    );
    const [before] = await givenAwardsOf(world.db, [
      { recipientId: one!, unitId: 'SL', decidedOn: '2019-05-01', status: 'cancelled' },
      { recipientId: one!, unitId: 'SL', decidedOn: '2021-05-01' },
      { recipientId: apart!, unitId: 'SL' },
    ]);
    await as(specialistSL).addLine({
      id: one!,
      seenVersion: 1,
      direction: 'into',
      otherId: two!,
      onDate: '2020-07-01',
      document: '',
    });
    const seen: { id: string; ofName: string | null }[] = [];
    let cursor: string | undefined;
    do {
      const page = await as(specialistSL).awards({ id: two!, cursor });
      seen.push(...page.rows);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ id }) => id).sort()).toEqual([...own, before!].sort());
    expect(seen.at(-1)).toMatchObject({ id: before, ofName: 'Phòng Một' });
    expect((await as(specialistSL).byId({ id: two! })).counts).toEqual({ active: 60, cancelled: 1 });
  });

  test('of a record that was merged is that of the one it went into, and says so', async () => {
    const { specialistSL } = world.actors;
    const [kept, gone] = await givenRecipients(world.db, [{ unitId: 'SL' }, { unitId: 'SL', name: 'Lò Thị Mâu' }]);
    await inTransaction(world.db, (tx) =>
      tx.updateTable('recipient').set({ mergedInto: kept! }).where('id', '=', gone!).execute(),
    );
    expect(await as(specialistSL).byId({ id: gone! })).toMatchObject({ id: kept, asked: { name: 'Lò Thị Mâu' } });
    expect(await reasonsOf(as(specialistSL).save({ id: gone!, seenVersion: 1, draft: A_DRAFT }))).toEqual([
      { code: 'recipient.merged-away', facts: { name: 'Lò Thị Mẫu' } },
    ]);
  });
});

test('recording a past award goes to the recipient that was chosen', async () => {
  const { specialistSL } = world.actors;
  const [mine, other] = await givenRecipients(world.db, [{ unitId: 'SL' }, { unitId: 'LS' }]);
  const record = (recipientId: string, decisionNumber: string) =>
    createCaller(aContext(world.db, specialistSL)).awards.record({
      idempotencyKey: randomUUID(),
      recipientId: recipientId as never,
      recipientKind: 'individual',
      name: 'Lò Thị Mẫu',
      printedPlace: '',
      sex: 'female',
      personClass: 'frontline-worker',
      unitId: 'SL' as never,
      awardCode: 'BKT',
      way: 'merit',
      year: 2022,
      decisionNumber,
      decidedOn: '2023-02-20',
      sentence: '',
    });
  await record(mine!, '10/QĐ-UBND');
  expect((await as(specialistSL).byId({ id: mine! })).counts.active).toBe(1);
  expect(await reasonsOf(record(other!, '11/QĐ-UBND'))).toEqual([{ code: 'recipient.not-found' }]);
});
