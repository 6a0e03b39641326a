import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { templateListsOf } from '#server/imports/lists.ts';
import { Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

test("the drop-downs offer what an import takes: units of today, one's own first, and the one form of a cluster", async () => {
  const world = await givenWorld(await testDb());
  await givenAwardForm(world.db);
  const { db, units, actors } = world;
  await inTransaction(db, async (tx) => {
    const { code: _, ...form } = await tx.selectFrom('awardForm').selectAll().executeTakeFirstOrThrow();
    await tx
      .insertInto('awardForm')
      .values({ ...form, code: 'XYZ', name: 'Hình thức khác' })
      .execute();
    const unit = await tx.selectFrom('unit').selectAll().where('id', '=', units.SL).executeTakeFirstOrThrow();
    const later = { id: uuidv7(), name: 'An Mẫu', nameFold: 'an mau', validFrom: '2100-01-01' };
    await tx
      .insertInto('unit')
      .values({ ...unit, ...later })
      .execute();
    const { id, ...name } = later;
    const known = await tx.selectFrom('unitName').selectAll().where('unitId', '=', units.SL).executeTakeFirstOrThrow();
    await tx
      .insertInto('unitName')
      .values({ ...known, ...name, id: uuidv7(), unitId: id })
      .execute();
  });
  const ctx = new Importer(world, actors.specialistLS).context;
  const { units: offered } = await templateListsOf(ctx, 'awards');
  expect(offered![0]!.label).toBe('Lạng Sơn');
  expect(offered!.map(({ label }) => label)).not.toContain('An Mẫu');
  const { 'award-forms': forms } = await templateListsOf(ctx, 'nominations');
  expect(forms!.map(({ value }) => value)).toEqual(['BKT']);
});
