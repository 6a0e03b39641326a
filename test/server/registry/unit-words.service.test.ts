import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { unitReading } from '#server/registry/unit-words.service.ts';
import { fold } from '#shared/core/fold.ts';
import { aProvince } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const UNITS = 3_000;
const PARTS = 100;

test('names of thousands of units are learnt in parts: others run in between', async () => {
  const db = await testDb();
  await inTransaction(db, async (tx) => {
    for (let from = 0; from < UNITS; from += PARTS) {
      const units = Array.from({ length: PARTS }, (_, n) => aProvince(`U${from + n}`, `Mẫu Số ${from + n}`));
      await tx.insertInto('unit').values(units).execute();
      await tx
        .insertInto('unitName')
        .values(
          units.map(({ id, name, fullName }) => ({
            id: `N${id}`,
            unitId: id,
            name,
            fullName,
            nameFold: fold(name),
            nameSort: fold(name),
            validFrom: null,
            validTo: null,
          })),
        )
        .execute();
    }
  });
  let turns = 0;
  let isRead = false;
  const count = () => {
    if (isRead) return;
    turns += 1;
    setImmediate(count);
  };
  const reading = unitReading(db, ['mau', 'so', '1'], 'khi-khen').finally(() => {
    isRead = true;
  });
  await db.longReads.selectFrom('unit').select('id').limit(1).execute();
  count();
  await reading;
  // Of its six parts some are gone before the counting begins.
  expect(turns).toBeGreaterThanOrEqual(3);
});
