import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { makePack } from '#server/conferences/pack/make-pack.ts';
import { packSource } from '#server/conferences/pack/pack-source.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { Actor } from '#shared/accounts/accounts.schema.ts';
import { accessFor } from '#shared/accounts/permissions.ts';
import { givenReport } from '#test/builders/reports.builder.ts';
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

test('what a member writes while its report is open again is in no paper; when the hour is over it is', async () => {
  const sent = { status: 'sent' as const, sentAt: '2024-01-12T03:00:00.000Z', narrative: 'Đã hoàn thành Mẫu.' };
  const id = await givenReport(db, { clusterYearId: world.yearA, unitId: world.units.SL, ...sent });
  const textsAt = async (reopenedUntil: string) => {
    await inTransaction(db, (tx) =>
      tx.updateTable('report').set({ reopenedUntil, reopenReason: 'Sửa số.' }).where('id', '=', id).execute(),
    );
    return (await packSource(asPacker(world.actors.specialistLS), world.yearA)).texts.map(({ content }) => content);
  };
  expect(await textsAt('2024-03-01T09:00:00.000Z')).toEqual([]);
  expect(await textsAt('2024-03-01T02:00:00.000Z')).toEqual(['Đã hoàn thành Mẫu.']);
});
