import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { findNamesakes } from '#db/decisions/issue.queries.ts';
import { invariants } from '#db/duplicates/duplicates.invariants.ts';
import { findSameRecipient } from '#db/recipients/recipients.queries.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { aMerge, givenPair, givenRecipient, KEEP_ALL } from '#test/builders/duplicates.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { together } from '#test/server/together.ts';

let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).duplicates;

/** The codes of a refusal, each with its field. */
async function refusalOf(work: Promise<unknown>): Promise<string[]> {
  const error = (await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )) as { cause?: { reasons?: { code: string; field?: string }[] } } | undefined;
  return (error?.cause?.reasons ?? []).map(({ code, field }) => (field ? `${code} @${field}` : code));
}

const recipient = (id: string) =>
  world.db.reads.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

const TABLES = [
  'recipient',
  'recipientName',
  'recipientHold',
  'recipientPost',
  'recipientLine',
  'recipientSensitive',
  'recipientPair',
  'award',
  'nomination',
  'file',
] as const;

/** Every row that a merge may touch; versions count on and the search sees pairs again, so they are left out. */
async function everything(): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await world.db.reads.selectFrom(table).selectAll().execute();
    all[table] = rows
      .map((row) => {
        const { version: _, foundAt: __, ...rest } = row as Record<string, unknown>;
        return JSON.stringify(rest);
      })
      .sort();
  }
  return all;
}

const broken = async () => {
  const found: string[] = [];
  for (const { name, find } of invariants) if ((await find(world.db.reads)).length > 0) found.push(name);
  return found;
};

/** Two records of Sơn La with everything that can hang on a recipient, and others around them. */
async function givenTwo() {
  const { db, units } = world;
  const keptId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', {
    awards: 2,
    sex: 'male',
    place: 'Bản Mẫu, huyện Mẫu',
    cccdCipher: 'cipher-kept',
    cccdIndex: 'index',
  });
  const mergedId = await givenRecipient(db, units.SL, 'Lò Mẫu', {
    awards: 3,
    birthYear: 1970,
    birthOn: '1970-05-02',
    positionHeld: 'Trưởng bản',
    cccdCipher: 'cipher-merged',
    cccdIndex: 'index',
    ethnicityCode: '03',
  });
  const gone = await givenRecipient(db, units.SL, 'Lò Văn Cũ', { mergedInto: mergedId });
  const third = await givenRecipient(db, units.SL, 'Lò Văn Khác');
  const fourth = await givenRecipient(db, units.SL, 'Lò Văn Nữa');
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('recipientName')
      .values({
        id: uuidv7(),
        recipientId: mergedId,
        name: 'Lò Văn Mậu',
        nameFold: 'lo van mau',
        validFrom: null,
        validTo: '2010-01-01',
      })
      .execute();
    await tx
      .insertInto('recipientHold')
      .values({
        id: uuidv7(),
        recipientId: mergedId,
        kind: 'complaint',
        fromOn: '2024-01-01',
        toOn: null,
        reason: 'Đơn thư',
        liftedOn: null,
        liftReason: null,
      })
      .execute();
    await tx
      .insertInto('recipientPost')
      .values({ id: uuidv7(), recipientId: mergedId, unitId: units.LS, validFrom: null, validTo: '2015-01-01' })
      .execute();
    await tx
      .insertInto('recipientLine')
      .values([
        { id: uuidv7(), fromRecipientId: mergedId, toRecipientId: keptId, kind: 'merged', onDate: '2020-01-01' },
        { id: uuidv7(), fromRecipientId: mergedId, toRecipientId: third, kind: 'split', onDate: '2020-01-01' },
        { id: uuidv7(), fromRecipientId: keptId, toRecipientId: third, kind: 'split', onDate: '2020-01-01' },
        { id: uuidv7(), fromRecipientId: fourth, toRecipientId: mergedId, kind: 'merged', onDate: '2019-01-01' },
      ])
      .execute();
    await tx
      .insertInto('file')
      .values({
        id: uuidv7(),
        sha256: 'a'.repeat(64),
        sizeBytes: 1,
        mediaType: 'application/pdf',
        name: 'giay-to.pdf',
        subjectKind: 'recipient',
        subjectId: mergedId,
        unitId: units.SL,
        createdBy: 'somebody',
        createdAt: '2024-01-01T00:00:00.000Z',
        removedAt: null,
      })
      .execute();
  });
  return { keptId, mergedId, gone, third, fourth, id: await givenPair(db, keptId, mergedId) };
}

const MIXED = { ...KEEP_ALL, birth: 'merged', positionHeld: 'merged', cccd: 'merged', ethnicity: 'merged' } as const;

test('a merge gives everything to the one that stays, with the chosen values', async () => {
  const { keptId, mergedId, gone, id } = await givenTwo();
  await as(world.actors.specialistSL).merge(aMerge(id, keptId, { choices: MIXED }));
  expect(await recipient(keptId)).toMatchObject({
    name: 'Lò Văn Mẫu',
    birthYear: 1970,
    birthOn: '1970-05-02',
    positionHeld: 'Trưởng bản',
    cccdCipher: 'cipher-merged',
    sex: 'male',
    mergedInto: null,
    version: 2,
  });
  expect((await recipient(keptId)).searchText.split(' ')).toEqual(
    expect.arrayContaining(['lo', 'mau', 'ban', 'huyen']),
  );
  expect(await recipient(mergedId)).toMatchObject({ mergedInto: keptId, name: 'Lò Mẫu', version: 2 });
  expect((await recipient(gone)).mergedInto).toBe(keptId);
  const count = async (table: 'award' | 'recipientHold' | 'recipientName') =>
    (
      await world.db.reads
        .selectFrom(table as 'award')
        .select('id')
        .where('recipientId', '=', keptId)
        .execute()
    ).length;
  expect([await count('award'), await count('recipientHold'), await count('recipientName')]).toEqual([5, 1, 2]);
  const awards = await world.db.reads.selectFrom('award').select('printedName').execute();
  expect(new Set(awards.map(({ printedName }) => printedName))).toEqual(new Set(['Lò Văn Mẫu', 'Lò Mẫu']));
  expect(await world.db.reads.selectFrom('recipientSensitive').selectAll().execute()).toEqual([
    { recipientId: keptId, ethnicityCode: '03' },
  ]);
  expect((await as(world.actors.specialistSL).byId({ id })).status).toBe('merged');
  expect(await broken()).toEqual([]);
});

test('both histories tell it, and neither tells a citizen number or a people', async () => {
  const { keptId, mergedId, id } = await givenTwo();
  await as(world.actors.specialistSL).merge(aMerge(id, keptId, { choices: MIXED }));
  const entries = await world.db.reads
    .selectFrom('auditEntry')
    .leftJoin('auditChange', 'auditChange.entryId', 'auditEntry.id')
    .select(['subjectId', 'action', 'reason', 'field', 'oldValue', 'newValue'])
    .where('subjectId', 'in', [keptId, mergedId])
    .execute();
  expect(entries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        subjectId: keptId,
        action: 'recipient.merged',
        field: 'mergedFrom',
        newValue: 'Lò Mẫu',
      }),
      expect.objectContaining({ subjectId: keptId, field: 'birth', oldValue: null, newValue: '02/05/1970' }),
      expect.objectContaining({ subjectId: keptId, field: 'movedAwards', newValue: '3' }),
      expect.objectContaining({ subjectId: keptId, field: 'formerName', newValue: 'Lò Mẫu' }),
      expect.objectContaining({ subjectId: mergedId, field: 'mergedInto', newValue: 'Lò Văn Mẫu' }),
    ]),
  );
  expect(entries.every(({ reason }) => reason === 'Cùng một người, ghi hai lần.')).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/cipher-|"03"|Thái/);
});

const SIDES = ['kept', 'merged'] as const;
const EVERY_OTHER = Object.fromEntries(Object.keys(KEEP_ALL).map((field, n) => [field, SIDES[n % 2]]));
const ALL_MERGED = Object.fromEntries(Object.keys(KEEP_ALL).map((field) => [field, 'merged']));

test.each([
  ['nothing of the other', KEEP_ALL, true, 'first'],
  ['everything of the other', ALL_MERGED, true, 'first'],
  ['every other value', EVERY_OTHER, false, 'second'],
  ['some values', MIXED, false, 'first'],
  ['everything, the other way round', ALL_MERGED, true, 'second'],
] as const)(
  'a merge that takes %s and its undoing leave an equal database',
  async (_, choices, keepOtherName, which) => {
    const { keptId, mergedId, third, id } = await givenTwo();
    const admin = as(world.actors.admin);
    await givenPair(world.db, mergedId, third);
    const before = await everything();
    const stays = which === 'first' ? keptId : mergedId;
    const merge = await admin.merge(aMerge(id, stays, { choices, keepOtherName }));
    expect(await everything()).not.toEqual(before);
    const input = { id: merge.id, seenVersion: 1, reason: 'Hai người khác nhau.', remember: 'open' as const };
    expect(await admin.undo(input)).toEqual({ id: merge.id, changedSince: [], elsewhereCount: 0 });
    expect(await everything()).toEqual(before);
    expect(await broken()).toEqual([]);
    expect(await refusalOf(admin.undo(input))).toEqual(['duplicate.undone-already']);
  },
);

test('undoing keeps what others changed since, and says so', async () => {
  const { keptId, mergedId, id } = await givenTwo();
  const staff = as(world.actors.approverSL);
  const merge = await staff.merge(aMerge(id, keptId, { choices: MIXED }));
  await inTransaction(world.db, async (tx) => {
    await tx
      .updateTable('recipient')
      .set({ positionHeld: 'Chủ tịch xã', version: 3 })
      .where('id', '=', keptId)
      .execute();
    const award = await tx
      .selectFrom('award')
      .select('id')
      .where('printedName', '=', 'Lò Mẫu')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('award')
      .set({ recipientId: (await givenOther(tx))! })
      .where('id', '=', award.id)
      .execute();
  });
  const answer = await staff.undo({
    id: merge.id,
    seenVersion: 1,
    reason: 'Hai người khác nhau.',
    remember: 'different',
  });
  expect(answer).toMatchObject({ changedSince: ['positionHeld'], elsewhereCount: 1 });
  expect(await recipient(keptId)).toMatchObject({ positionHeld: 'Chủ tịch xã', birthYear: null, version: 4 });
  expect(await recipient(mergedId)).toMatchObject({ mergedInto: null, version: 3 });
  expect((await staff.byId({ id })).status).toBe('different');
});

const givenOther = async (tx: Parameters<Parameters<typeof inTransaction>[1]>[0]) =>
  (await tx.selectFrom('recipient').select('id').where('name', '=', 'Lò Văn Khác').executeTakeFirst())?.id;

test('a merge under another merge is undone last, and after 30 days not at all', async () => {
  const { keptId, third, id } = await givenTwo();
  const admin = as(world.actors.admin);
  const first = await admin.merge(aMerge(id, keptId));
  const next = await givenPair(world.db, keptId, third);
  const { version } = await recipient(keptId);
  const second = await admin.merge(aMerge(next, third, { mergedSeenVersion: version }));
  expect(await broken()).toEqual([]);
  const undo = (mergeId: string) =>
    admin.undo({ id: mergeId as never, seenVersion: 1, reason: 'Hai người khác nhau.', remember: 'open' });
  expect(await refusalOf(undo(first.id))).toEqual(['duplicate.undo-later-first']);
  const { rows } = await admin.merges({});
  expect(rows.map(({ id, actions }) => [id, actions.undo.allowed])).toEqual([
    [second.id, true],
    [first.id, false],
  ]);
  await undo(second.id);
  await inTransaction(world.db, (tx) =>
    tx.updateTable('recipientMerge').set({ undoUntil: '2020-01-01T00:00:00.000Z' }).execute(),
  );
  expect(await refusalOf(undo(first.id))).toEqual(['duplicate.undo-too-late']);
  expect(await broken()).toEqual([]);
});

test('two people merge at once: one wins, the other is told', async () => {
  const { keptId, mergedId, id } = await givenTwo();
  const outcome = await together(
    as(world.actors.specialistSL).merge(aMerge(id, keptId)),
    as(world.actors.approverSL).merge(aMerge(id, mergedId)),
  );
  expect(outcome.sort()).toEqual(['CONFLICT', 'done']);
  expect(await broken()).toEqual([]);
});

test('two merges that meet in one record: one wins, nothing points to a merged one', async () => {
  const { keptId, mergedId, third, id } = await givenTwo();
  const other = await givenPair(world.db, mergedId, third);
  const outcome = await together(
    as(world.actors.specialistSL).merge(aMerge(id, keptId)),
    as(world.actors.approverSL).merge(aMerge(other, mergedId)),
  );
  expect(outcome.filter((one) => one === 'done')).toHaveLength(1);
  expect(await broken()).toEqual([]);
});

test('the same intent twice merges once', async () => {
  const { keptId, id } = await givenTwo();
  const input = aMerge(id, keptId);
  const first = await as(world.actors.specialistSL).merge(input);
  expect(await as(world.actors.specialistSL).merge(input)).toEqual(first);
  expect(await world.db.reads.selectFrom('recipientMerge').select('id').execute()).toHaveLength(1);
});

test('every no says why', async () => {
  const { keptId, mergedId, third, id } = await givenTwo();
  const { actors, units, db } = world;
  const staff = as(actors.specialistSL);
  expect(await refusalOf(staff.merge(aMerge(id, keptId, { reason: 'x' })))).toEqual(['duplicate.needs-reason @reason']);
  expect(await refusalOf(staff.merge(aMerge(id, third)))).toEqual(['duplicate.not-of-pair @keptId']);
  expect(await refusalOf(staff.merge(aMerge(id, keptId, { keptSeenVersion: 2 })))).toEqual([
    'duplicate.changed-meanwhile',
  ]);
  expect(await refusalOf(staff.merge(aMerge(id, keptId, { seenVersion: 2 })))).toEqual(['duplicate.decided-meanwhile']);
  expect(await refusalOf(as(actors.specialistLS).merge(aMerge(id, keptId)))).toEqual(['recipient-pair.not-found']);
  expect(await refusalOf(as(actors.reporterSL).byId({ id }))).toEqual(['account.lacks-role']);

  const foreign = await givenRecipient(db, units.LS, 'Lò Văn Mẫu', {
    birthYear: 1970,
    birthOn: '1970-05-02',
    awards: 1,
  });
  const across = await givenPair(db, keptId, foreign);
  expect(await refusalOf(staff.merge(aMerge(across, keptId)))).toEqual(['duplicate.other-unit']);
  const shown = await staff.byId({ id: across });
  expect(shown.actions.merge).toMatchObject({ allowed: false });
  expect(shown.actions.merge.reasons[0]!.text).toMatch(/Lạng Sơn.*Quản trị hệ thống/);
  expect(shown.sides.find((side) => side.id === foreign)).toMatchObject({
    birthOn: null,
    awards: [],
    isInReach: false,
  });
  const nobodys = await givenRecipient(db, null, 'Lò Văn Mẫu');
  expect(await refusalOf(staff.merge(aMerge(await givenPair(db, keptId, nobodys), keptId)))).toEqual([
    'duplicate.without-unit',
  ]);
  const household = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { kind: 'household' });
  expect(await refusalOf(staff.merge(aMerge(await givenPair(db, keptId, household), keptId)))).toEqual([
    'duplicate.other-kind',
  ]);
  await staff.merge(aMerge(id, keptId));
  const late = await givenPair(db, mergedId, third);
  expect(await refusalOf(staff.merge(aMerge(late, third, { mergedSeenVersion: 2 })))).toEqual([
    'duplicate.merged-already',
  ]);
});

test('“không trùng” of the one that went holds for the one that stays, and can be taken up again', async () => {
  const { keptId, mergedId, third, id } = await givenTwo();
  const staff = as(world.actors.specialistSL);
  const other = await givenPair(world.db, mergedId, third);
  await staff.dismiss({ id: other, seenVersion: 1, reason: 'Hai anh em ruột.' });
  const merge = await staff.merge(aMerge(id, keptId));
  const between = async () =>
    (await world.db.reads.selectFrom('recipientPair').select(['firstId', 'secondId', 'status']).execute())
      .filter(({ firstId, secondId }) => [keptId, third].every((one) => [firstId, secondId].includes(one)))
      .map(({ status }) => status);
  expect(await between()).toEqual(['different']);
  await staff.undo({ id: merge.id, seenVersion: 1, reason: 'Hai người khác nhau.', remember: 'different' });
  expect(await between()).toEqual([]);
  expect(await staff.reopen({ id: other, seenVersion: 2 })).toMatchObject({ version: 3 });
  expect((await staff.list({})).rows.map((row) => row.id)).toEqual([other]);
});

test('the queue is paged by likelihood and filtered', async () => {
  const { db, units } = world;
  for (let n = 0; n < 26; n++) {
    const [a, b, c] = [
      await givenRecipient(db, units.SL, `Mẫu ${n}`),
      await givenRecipient(db, units.SL, `Mẫu ${n}`),
      await givenRecipient(db, units.LS, `Tập thể ${n}`, { kind: 'collective' }),
    ];
    await givenPair(db, a, b);
    await givenPair(db, a, c);
  }
  const admin = as(world.actors.admin);
  const first = await admin.list({});
  const second = await admin.list({ cursor: first.nextCursor! });
  expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([50, 2, null]);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(52);
  expect(await admin.overview({ unitId: units.LS as never })).toMatchObject({ count: 26, isMore: false });
  expect((await admin.overview({})).units.map(({ name }) => name)).toEqual(['Lạng Sơn', 'Sơn La']);
  expect((await admin.list({ ground: 'same-cccd' })).rows).toEqual([]);
  expect((await as(world.actors.specialistQT).list({})).rows).toEqual([]);
});

test('a name that was merged leads to the record it went into', async () => {
  const { db, units } = world;
  const keptId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { birthYear: 1970 });
  const goneId = await givenRecipient(db, units.SL, 'Lò Văn Mẫu', { birthYear: 1970 });
  const who = { kind: 'individual' as const, nameFold: 'lo van mau', unitId: units.SL, birthYear: 1970 };
  expect(await findSameRecipient(db.reads, who)).toBeUndefined();
  await as(world.actors.admin).merge(aMerge(await givenPair(db, keptId, goneId), keptId));
  expect(await findSameRecipient(db.reads, who)).toBe(keptId);
  expect((await findNamesakes(db.reads, [who])).map(({ id }) => id)).toEqual([keptId, keptId]);
});
