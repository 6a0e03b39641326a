import { beforeEach, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { scanForPairs } from '#server/duplicates/find.job.ts';
import { findPairsFor } from '#server/duplicates/find.service.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { aMerge, givenRecipient } from '#test/builders/duplicates.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { refusalOf } from '#test/server/duplicates/two-records.ts';

let world: World;

beforeEach(async () => {
  world = await givenWorld(await testDb());
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).duplicates;
const beside = (recipientId: string, otherId: string) => ({
  recipientId: recipientId as never,
  otherId: otherId as never,
  idempotencyKey: uuidv7(),
});

test('two that nothing speaks for are put beside each other, stay there through the search, and are merged', async () => {
  const { specialistSL } = world.actors;
  const one = await givenRecipient(world.db, world.units.SL, 'Lò Văn Mẫu');
  const other = await givenRecipient(world.db, world.units.SL, 'Vì Thị Khác');
  const input = beside(other, one);
  const { id } = await as(specialistSL).propose(input);
  expect(await as(specialistSL).propose(input)).toEqual({ id });
  expect(await as(specialistSL).propose(beside(one, other))).toEqual({ id });
  const pair = await as(specialistSL).byId({ id });
  expect(pair).toMatchObject({ status: 'open', grounds: [{ code: 'by-hand' }] });
  await scanForPairs(aContext(world.db, null), { progress: () => {}, throwIfCancelled: () => {}, log: async () => {} });
  await findPairsFor(aContext(world.db, null), [one, other]);
  expect((await as(specialistSL).list({ ground: 'by-hand' })).rows.map((row) => row.id)).toEqual([id]);
  await as(specialistSL).merge(aMerge(id, one));
  expect((await as(specialistSL).byId({ id })).status).toBe('merged');
  expect(await refusalOf(as(specialistSL).propose(beside(one, await givenRecipient(world.db, null, 'Ai đó'))))).toEqual(
    ['recipient.not-found'],
  );
});

test('what would speak for them is told too; two that were said to be two are given as they stand', async () => {
  const { specialistSL } = world.actors;
  const one = await givenRecipient(world.db, world.units.SL, 'Lò Văn Mẫu', { cccdCipher: 'c', cccdIndex: 'same' });
  const other = await givenRecipient(world.db, world.units.SL, 'Vì Thị Khác', { cccdCipher: 'd', cccdIndex: 'same' });
  const { id } = await as(specialistSL).propose(beside(one, other));
  expect((await as(specialistSL).byId({ id })).grounds[0]).toEqual({ code: 'by-hand' });
  expect((await as(specialistSL).byId({ id })).grounds.map(({ code }) => code)).toContain('same-cccd');
  await as(specialistSL).dismiss({ id, seenVersion: 1, reason: 'Hai người khác nhau.' });
  expect(await as(specialistSL).propose(beside(one, other))).toEqual({ id });
  expect((await as(specialistSL).byId({ id })).status).toBe('different');
});

test('refuses one and the same, other kinds, and a first record of another unit', async () => {
  const { specialistSL, admin } = world.actors;
  const one = await givenRecipient(world.db, world.units.SL, 'Lò Văn Mẫu');
  const group = await givenRecipient(world.db, world.units.SL, 'Tổ Mẫu', { kind: 'collective' });
  const far = await givenRecipient(world.db, world.units.LS, 'Lò Văn Mẫu');
  expect(await refusalOf(as(admin).propose(beside(one, one)))).toEqual(['duplicate.itself @otherId']);
  expect(await refusalOf(as(admin).propose(beside(one, group)))).toEqual(['duplicate.other-kind']);
  expect(await refusalOf(as(specialistSL).propose(beside(far, one)))).toEqual(['recipient.not-found']);
  expect((await as(admin).propose(beside(one, far))).id).toBeTruthy();
});
