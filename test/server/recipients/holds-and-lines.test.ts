import { beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenAwardsOf, givenRecipient, givenRecipients } from '#test/builders/recipients.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

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

describe('holds and lines', () => {
  test('a hold begins, is seen by its unit only, and is lifted with a reason', async () => {
    const { specialistSL, reporterLS } = world.actors;
    const id = await givenRecipient(world.db, { unitId: 'SL' });
    await givenAwardsOf(world.db, [{ recipientId: id, unitId: 'SL', clusterYearId: world.yearA }]);
    const input = { id, kind: 'inspection' as const, fromOn: '2024-02-01', toOn: null, document: '', reason: REASON };
    await as(specialistSL).addHold({ ...input, seenVersion: 1 });
    const [hold] = (await as(specialistSL).byId({ id })).holds;
    expect(hold).toMatchObject({ isHeld: true });
    expect((await as(reporterLS).byId({ id })).holds).toEqual([]);
    const lift = { id, seenVersion: 2, holdId: hold!.id as never, liftedOn: '2024-02-20', reason: 'Đã kết luận' };
    await as(specialistSL).liftHold(lift);
    expect((await as(specialistSL).byId({ id })).holds).toMatchObject([{ isHeld: false, liftReason: 'Đã kết luận' }]);
    expect(await reasonsOf(as(specialistSL).liftHold({ ...lift, seenVersion: 3 }))).toMatchObject([
      { code: 'hold.lifted-before' },
    ]);
  });

  test('lines close no circle, stay within reach, and can be taken back', async () => {
    const { specialistSL } = world.actors;
    const [a, b, far] = await givenRecipients(world.db, [
      { unitId: 'SL', kind: 'collective', name: 'Phòng A' },
      { unitId: 'SL', kind: 'collective', name: 'Phòng B' },
      { unitId: 'LS', kind: 'collective', name: 'Phòng Xa' },
    ]);
    const line = { direction: 'into' as const, onDate: '2020-07-01', document: '' };
    await as(specialistSL).addLine({ ...line, id: a!, seenVersion: 1, otherId: b! });
    expect(await reasonsOf(as(specialistSL).addLine({ ...line, id: b!, seenVersion: 1, otherId: a! }))).toMatchObject([
      { code: 'line.circle' },
    ]);
    expect(await reasonsOf(as(specialistSL).addLine({ ...line, id: b!, seenVersion: 1, otherId: far! }))).toMatchObject(
      [{ code: 'line.other-not-found' }],
    );
    const [known] = (await as(specialistSL).byId({ id: b! })).lines;
    expect(known).toMatchObject({ fromName: 'Phòng A', kind: 'merged', isFromOpen: 1 });
    await as(specialistSL).removeLine({
      id: b!,
      seenVersion: 1,
      lineId: known!.id as never,
      reason: 'Ghi nhầm tập thể',
    });
    expect((await as(specialistSL).byId({ id: a! })).lines).toEqual([]);
  });
});
