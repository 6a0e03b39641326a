import { beforeEach, expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { aMerge, givenPair, givenRecipient, KEEP_ALL } from '#test/builders/duplicates.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { broken, everything, givenTwo, MIXED, refusalOf } from '#test/server/duplicates/two-records.ts';

let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).duplicates;

const recipient = (id: string) =>
  world.db.reads.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

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
    const { keptId, mergedId, third, id } = await givenTwo(world);
    const admin = as(world.actors.admin);
    await givenPair(world.db, mergedId, third);
    const before = await everything(world);
    const stays = which === 'first' ? keptId : mergedId;
    const merge = await admin.merge(aMerge(id, stays, { choices, keepOtherName }));
    expect(await everything(world)).not.toEqual(before);
    const input = { id: merge.id, seenVersion: 1, reason: 'Hai người khác nhau.', remember: 'open' as const };
    expect(await admin.undo(input)).toEqual({ id: merge.id, changedSince: [], elsewhereCount: 0 });
    expect(await everything(world)).toEqual(before);
    expect(await broken(world)).toEqual([]);
    expect(await refusalOf(admin.undo(input))).toEqual(['duplicate.undone-already']);
  },
);

test('undoing keeps what others changed since, and says so', async () => {
  const { keptId, mergedId, id } = await givenTwo(world);
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
  const { keptId, third, id } = await givenTwo(world);
  const admin = as(world.actors.admin);
  const first = await admin.merge(aMerge(id, keptId));
  const next = await givenPair(world.db, keptId, third);
  const { version } = await recipient(keptId);
  const second = await admin.merge(aMerge(next, third, { mergedSeenVersion: version }));
  expect(await broken(world)).toEqual([]);
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
  expect(await broken(world)).toEqual([]);
});

test('“không trùng” of the one that went holds for the one that stays, and can be taken up again', async () => {
  const { keptId, mergedId, third, id } = await givenTwo(world);
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
