import { beforeAll, expect, test } from 'vitest';
import { APP_PROCEDURES } from '#server/app-router.ts';
import { BusinessClock } from '#server/core/clock.ts';
import { ACTION_LABELS, fieldLabel } from '#shared/audit/audit.labels.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import type { MatrixWorld, Place } from '#test/server/matrix-records.ts';
import { SAMPLES } from '#test/server/matrix-samples.ts';
import { anybody, callProcedure, givenAccounts, givenMatrixWorld, isMutation } from '#test/server/matrix-world.ts';

/*
 * Every mutation there is, called once so that it succeeds: it leaves an entry that says who, what and why. A new
 * mutation is in here by itself; to leave one out, its name has to be written down.
 */

/** It empties the log itself; test/server/demo/demo.router.test.ts looks at what it leaves. */
/** That somebody has seen a notice is nobody's business but theirs. */
/** Whoever has a link is nobody with an account: test/server/reports/collecting.service.test.ts looks at what it leaves. */
const ELSEWHERE = ['demo.reset', 'notices.markRead', 'collecting.answerLink'];
/** Housekeeping: how somebody likes the columns of a list is nobody else's business. */
const UNHEARD = ['savedViews.saveLayout'];
/** What is new has no field before and after. */
const CREATES = ['decisions.create', 'nominations.create'];
/** Class P3: never in clear, under whatever name. */
const SENSITIVE = /cccd|ethnic|dân tộc|căn cước|password|mật khẩu|hash|token|secret(?!ary)/i;

let world: MatrixWorld;
let place: Place;

beforeAll(async () => {
  const given = await givenMatrixWorld(await testDb());
  world = given.world;
  place = given.places.chairA;
  await givenAccounts(world.db, [anybody(world)]);
});

/** Where the sample of the matrix, good as it is, would change nothing. */
const CHANGED: Readonly<Record<string, object>> = {
  'accounts.setLanguage': { lang: 'en' },
  'decisions.setItems': { nominationIds: [] },
};

const MUTATIONS = APP_PROCEDURES.filter(
  (procedure) => isMutation(procedure) && ![...ELSEWHERE, ...UNHEARD].includes(procedure),
);

test.each(MUTATIONS)('%s is in the log', async (procedure) => {
  const sample = (await SAMPLES[procedure]!(world, place)).input;
  const input = CHANGED[procedure] ? { ...(sample as object), ...CHANGED[procedure] } : sample;
  const actor = anybody(world);
  const clock = new BusinessClock('2024-03-01');
  const ctx = { ...aContext(world.db, actor, { demo: true }), now: clock.now, clock };
  await callProcedure(ctx, procedure, input);

  const entries = await world.db.reads
    .selectFrom('auditEntry')
    .selectAll()
    .where('requestId', '=', ctx.requestId)
    .execute();
  expect(entries.length).toBeGreaterThan(0);
  const changes = await world.db.reads
    .selectFrom('auditChange')
    .selectAll()
    .where(
      'entryId',
      'in',
      entries.map(({ id }) => id),
    )
    .execute();

  for (const entry of entries) {
    expect(entry).toMatchObject({ actorId: actor.accountId, actorName: actor.name, actorUnitId: actor.unitId });
    expect(ACTION_LABELS, `${entry.action} has no words`).toHaveProperty([entry.action]);
    expect(entry.leafHash).toMatch(/^[0-9a-f]{64}$/);
  }
  if (!CREATES.includes(procedure)) expect(changes.length).toBeGreaterThan(0);
  for (const { field, oldValue, newValue } of changes) {
    expect(oldValue, `${field} has not changed`).not.toBe(newValue);
    expect(field).not.toMatch(SENSITIVE);
  }
  const { reason } = (input ?? {}) as { reason?: string };
  if (reason !== undefined) expect(entries.map((entry) => entry.reason)).toContain(reason);
});

test('a refused call leaves nothing', async () => {
  const { input } = await SAMPLES['reports.receive']!(world, place);
  const ctx = aContext(world.db, world.actors.reporterSL);
  await expect(callProcedure(ctx, 'reports.receive', input)).rejects.toThrow();
  const entries = await world.db.reads
    .selectFrom('auditEntry')
    .select('id')
    .where('requestId', '=', ctx.requestId)
    .execute();
  expect(entries).toEqual([]);
});

test('fields that people read have words', () => {
  expect(fieldLabel('decision', 'signedOn')?.vi).toBeTruthy();
});
