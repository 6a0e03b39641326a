import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCaller } from '#server/app-router.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import type { NominationId } from '#shared/nominations/nominations.schema.ts';
import { COMPLETE_PERSON, givenAwardForm } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld, type World } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

let world: World;

beforeEach(async () => {
  const db = await testDb();
  world = await givenWorld(db);
  await givenAwardForm(db);
});

const as = (actor: Actor) => createCaller(aContext(world.db, actor)).nominations;

async function opened(recipientKind: 'individual' | 'collective' = 'individual'): Promise<NominationId> {
  const input = { clusterYearId: world.yearA, recipientKind, idempotencyKey: randomUUID() };
  return (await as(world.actors.reporterSL).create(input)).id;
}

const reasonsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing was refused',
    (error) => error.cause?.reasons ?? error.cause ?? error,
  );

describe('dân tộc of a nominated person', () => {
  test('is written apart from the dossier: no answer of a page, no history tells which', async () => {
    const { reporterSL } = world.actors;
    const id = await opened();
    expect((await as(reporterSL).byId({ id })).ethnicity).toEqual({ isKnown: false, version: 0 });
    expect(await as(reporterSL).setEthnicity({ id, seenVersion: 0, code: '08' })).toEqual({ version: 1 });

    const page = await as(reporterSL).byId({ id });
    expect(page.ethnicity).toEqual({ isKnown: true, version: 1 });
    // The form around it is at the version it was.
    expect(page.version).toBe(1);
    const changes = await world.db.reads
      .selectFrom('auditChange')
      .selectAll()
      .where('field', '=', 'sensitive')
      .execute();
    expect(changes).toMatchObject([{ oldValue: null, newValue: '•••• (đã thay đổi)' }]);
    expect(JSON.stringify(page)).not.toContain('08"');
  });

  test('is opened by those in charge, each time logged', async () => {
    const { reporterSL, specialistLS, auditor } = world.actors;
    const id = await opened();
    await as(reporterSL).setEthnicity({ id, seenVersion: 0, code: '08' });
    await as(reporterSL).save({ id, seenVersion: 1, draft: COMPLETE_PERSON });
    await as(reporterSL).submit({ id, seenVersion: 2 });
    for (const actor of [reporterSL, specialistLS, auditor])
      expect(await as(actor).readEthnicity({ id })).toEqual({ code: '08', version: 1 });
    const reads = await world.db.reads.selectFrom('sensitiveRead').selectAll().orderBy('id').execute();
    expect(reads.map(({ actorId, recipientId, field }) => [actorId, recipientId, field])).toEqual(
      [reporterSL, specialistLS, auditor].map(({ accountId }) => [accountId, id, 'nomination-ethnicity']),
    );
  });

  test('is closed to the other readers of the dossier, who are told why', async () => {
    const { reporterSL, reporterLS, leaderLS, reporterQT } = world.actors;
    const id = await opened();
    await as(reporterSL).save({ id, seenVersion: 1, draft: COMPLETE_PERSON });
    await as(reporterSL).submit({ id, seenVersion: 2 });
    expect((await as(leaderLS).byId({ id })).ethnicity).toBeNull();
    expect(await reasonsOf(as(reporterLS).readEthnicity({ id }))).toEqual([{ code: 'nomination.ethnicity-closed' }]);
    expect(await reasonsOf(as(leaderLS).readEthnicity({ id }))).toEqual([{ code: 'account.lacks-role' }]);
    expect(await reasonsOf(as(reporterQT).readEthnicity({ id }))).toEqual([{ code: 'nomination.not-found' }]);
    expect(await world.db.reads.selectFrom('sensitiveRead').selectAll().execute()).toEqual([]);
  });

  test('is the proposing unit’s to write, while the dossier is open', async () => {
    const { reporterSL, reporterLS } = world.actors;
    const id = await opened();
    const set = (actor: Actor, seenVersion: number) =>
      reasonsOf(as(actor).setEthnicity({ id, seenVersion, code: '03' }));
    await as(reporterSL).save({ id, seenVersion: 1, draft: COMPLETE_PERSON });
    expect(await set(reporterSL, 1)).toMatchObject([{ code: 'nomination.ethnicity-changed-meanwhile' }]);
    await as(reporterSL).submit({ id, seenVersion: 2 });
    expect(await set(reporterSL, 0)).toMatchObject([{ code: 'nomination.wrong-state' }]);
    expect(await set(reporterLS, 0)).toEqual([{ code: 'nomination.not-proposer' }]);
  });

  test('is not asked of a collective, and not taken from outside the list of peoples', async () => {
    const { reporterSL } = world.actors;
    const collective = await opened('collective');
    expect((await as(reporterSL).byId({ id: collective })).ethnicity).toBeNull();
    expect(await reasonsOf(as(reporterSL).setEthnicity({ id: collective, seenVersion: 0, code: '03' }))).toEqual([
      { code: 'nomination.ethnicity-of-person' },
    ]);
    const id = await opened();
    await expect(as(reporterSL).setEthnicity({ id, seenVersion: 0, code: '99' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  test('can be taken away again', async () => {
    const { reporterSL } = world.actors;
    const id = await opened();
    await as(reporterSL).setEthnicity({ id, seenVersion: 0, code: '08' });
    await as(reporterSL).setEthnicity({ id, seenVersion: 1, code: null });
    expect((await as(reporterSL).byId({ id })).ethnicity).toEqual({ isKnown: false, version: 2 });
  });
});
