import { expect, test } from 'vitest';
import { uuidv7 } from '#server/core/ids.ts';
import { aContext } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { SAMPLES } from '#test/server/matrix-samples.ts';
import { anybody, callProcedure, givenAccounts, givenMatrixWorld, isMutation } from '#test/server/matrix-world.ts';
import { together } from '#test/server/together.ts';

const { world, places } = await givenMatrixWorld(await testDb());

/** Not of a cluster's year: races.test.ts and the tests of these features try them. */
const ELSEWHERE =
  /^(accounts|awards|certificates|decisions|demo|dumps|duplicates|exports|imports|jobs|recipients|savedViews|training|units)\.|^mail\.test$/;
const CHANGES = Object.keys(SAMPLES).filter((procedure) => isMutation(procedure) && !ELSEWHERE.test(procedure));

/* The same press by three people at once: one of them is refused in words at worst, never by a clash in the database. */
test.each(CHANGES)('%s', async (procedure) => {
  const { input } = await SAMPLES[procedure]!(world, places.chairA);
  const people = [1, 2, 3].map(() => ({ ...anybody(world), accountId: uuidv7() }));
  await givenAccounts(world.db, people);
  const hasKey = typeof input === 'object' && input !== null && 'idempotencyKey' in input;
  const own = () => (hasKey ? { ...input, idempotencyKey: uuidv7() } : input);
  const outcomes = await together(
    ...people.map((person) => callProcedure(aContext(world.db, person), procedure, own())),
  );
  expect(outcomes.filter((outcome) => outcome === 'done').length).toBeGreaterThan(0);
});
