import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { makePack } from '#server/conferences/pack/make-pack.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { aContext, givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const world = await givenWorld(db);

function asPacker(actor: Actor): ActorContext {
  const access = accessFor(actor, 'conferences.pack')!;
  return { ...aContext(db, actor), actor, procedure: 'conferences.pack', access };
}

test('whoever leads one cluster and is a member of another makes the papers of the first only', async () => {
  const { specialistLS } = world.actors;
  await inTransaction(db, (tx) =>
    tx
      .insertInto('clusterMember')
      .values({ id: 'LS-in-B', clusterId: world.clusterB, unitId: 'LS', position: 2, validFrom: '2010-01-01' })
      .execute(),
  );
  const { name } = await makePack(asPacker(specialistLS), world.yearA);
  expect(name).toMatch(/^Tài liệu Hội nghị năm \d{4}\.zip$/);
  await expect(makePack(asPacker(specialistLS), world.yearB)).rejects.toMatchObject({
    reasons: [{ code: 'cluster-year.not-found' }],
  });
});
