import { beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import { invariants } from '#db/registry/award-count.invariants.ts';
import { countAwards, countAwardsByYear } from '#db/registry/award-count.queries.ts';
import { foldAwardCounts } from '#db/registry/award-count.writes.ts';
import { insertAwards } from '#db/registry/registry.writes.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

const SON_LA = 'SL';
const LANG_SON = 'LS';

let db: Db;

beforeAll(async () => {
  db = await testDb();
  await givenWorld(db);
  await givenAwardForm(db);
  await inTransaction(db, (tx) =>
    tx
      .insertInto('awardForm')
      .values({ code: 'GK', kind: 'merit', name: 'Giấy khen', level: 'commune', appliesTo: '[]', position: 2 })
      .execute(),
  );
  await inTransaction(db, (tx) =>
    insertRecipients(tx, [{ id: 'r', kind: 'individual', name: 'Lò Thị Mẫu', nameFold: 'lo thi mau' }]),
  );
});

function anAward(id: string, unitId: string, year: number, more: object = {}) {
  return {
    id,
    recipientId: 'r',
    awardCode: 'BKT',
    unitId,
    issuingUnitId: unitId,
    year,
    decisionNumber: '1/QĐ-UBND',
    decidedOn: `${year}-12-01`,
    recipientKind: 'individual' as const,
    printedName: 'Lò Thị Mẫu',
    nameFold: 'lo thi mau',
    way: 'merit' as const,
    sex: 'female' as 'female' | null,
    field: '',
    ...more,
  };
}

/** Only PostgreSQL lines changes up. */
const fold = async () => {
  if (db.engine === 'postgres') await inTransaction(db, foldAwardCounts);
};
const sound = async () => expect(await invariants[0]!.find(db.reads)).toEqual([]);

test('counts follow every change of an award, before and after they are folded', async () => {
  await inTransaction(db, (tx) =>
    insertAwards(tx, [
      anAward('a1', SON_LA, 2020),
      anAward('a2', SON_LA, 2021, { awardCode: 'GK', field: 'Giáo dục' }),
      anAward('a3', LANG_SON, 2021, { sex: null }),
    ]),
  );
  await sound();
  expect(await countAwards(db.reads, {})).toEqual([
    { dimension: 'field', value: 'Giáo dục', awards: 1 },
    { dimension: 'form', value: 'BKT', awards: 2 },
    { dimension: 'form', value: 'GK', awards: 1 },
    { dimension: 'kind', value: 'individual', awards: 3 },
    { dimension: 'sex', value: 'female', awards: 2 },
    { dimension: 'status', value: 'active', awards: 3 },
    { dimension: 'way', value: 'merit', awards: 3 },
  ]);

  await fold();
  await fold(); // a second time adds nothing
  await inTransaction(db, async (tx) => {
    await tx.updateTable('award').set({ status: 'cancelled' }).where('id', '=', 'a1').execute();
    await tx.updateTable('award').set({ unitId: LANG_SON, year: 2022 }).where('id', '=', 'a2').execute();
    await tx.deleteFrom('award').where('id', '=', 'a3').execute();
  });
  await sound();
  expect(await countAwardsByYear(db.reads, {})).toEqual([{ year: 2022, awards: 1 }]);
  expect(await countAwards(db.reads, { unitIds: [SON_LA] })).toEqual([
    { dimension: 'status', value: 'cancelled', awards: 1 },
  ]);
  expect(await countAwards(db.reads, { unitIds: [LANG_SON, SON_LA], yearFrom: 2021, yearTo: 2022 })).toEqual([
    { dimension: 'field', value: 'Giáo dục', awards: 1 },
    { dimension: 'form', value: 'GK', awards: 1 },
    { dimension: 'kind', value: 'individual', awards: 1 },
    { dimension: 'sex', value: 'female', awards: 1 },
    { dimension: 'status', value: 'active', awards: 1 },
    { dimension: 'way', value: 'merit', awards: 1 },
  ]);
  expect(await countAwards(db.reads, { unitIds: [] })).toEqual([]);
  await fold();
  await sound();
});

test('a transaction that fails leaves no count behind', async () => {
  const before = await countAwards(db.reads, {});
  await expect(
    inTransaction(db, async (tx) => {
      await insertAwards(tx, [anAward('a9', SON_LA, 2019)]);
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await countAwards(db.reads, {})).toEqual(before);
});
