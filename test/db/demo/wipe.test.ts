import { expect, test } from 'vitest';
import { dumpedTables, isFilled } from '#db/core/dump-tables.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { wipeBusiness } from '#db/demo/wipe.ts';
import { invariants } from '#db/registry/award-count.invariants.ts';
import { invariants as wordInvariants } from '#db/registry/search.invariants.ts';
import { createCaller } from '#server/app-router.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { givenAccount } from '#test/builders/account.builder.ts';
import { aMerge } from '#test/builders/duplicates.builder.ts';
import { csv, Importer } from '#test/builders/import.builder.ts';
import { givenAwardForm } from '#test/builders/nomination.builder.ts';
import { aContext, givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';
import { givenTwo } from '#test/server/duplicates/two-records.ts';

/** Accounts, units, clusters and catalogues stay. */
const STAYS = /^(auth_|account_|unit|cluster$|cluster_member|movement|award_form|base_salary|setting)/;

test('what the registry is made of goes with a new beginning, whatever hangs on it', async () => {
  const db = await testDb();
  const world = await givenWorld(db);
  await givenAwardForm(db);
  const { admin, specialistLS } = world.actors;
  await givenAccount(db, admin);
  await givenAccount(db, specialistLS);
  const importer = new Importer(world, specialistLS);
  const run = await importer.sendAndCheck(
    { kind: 'awards' },
    csv(
      ['Họ và tên', 'Loại đối tượng', 'Hình thức khen thưởng', 'Số quyết định', 'Ngày quyết định'],
      ['Hợp tác xã Mẫu', 'Tập thể', 'BKT', '120/QĐ-UBND', '20/02/2023'],
    ),
  );
  await importer.confirm(run);
  const { keptId, id } = await givenTwo(world);
  const caller = createCaller(aContext(db, admin, { dataDir: importer.context.dataDir }));
  await caller.duplicates.merge(aMerge(id, keptId));
  await caller.exports.start({
    list: 'awards',
    filters: {},
    columns: ['name'],
    format: 'csv',
    idempotencyKey: uuidv7(),
  } as never);
  await caller.savedViews.saveLayout({
    list: 'awards',
    viewId: null,
    layout: { density: 'normal', columns: [] },
  } as never);

  await inTransaction(db, wipeBusiness);
  const left: string[] = [];
  for (const table of await dumpedTables(db.reads))
    if (!STAYS.test(table.name) && (await isFilled(db.reads, table))) left.push(table.name);
  expect(left).toEqual([]);
  for (const { find } of [...invariants, ...wordInvariants]) expect(await find(db.reads)).toEqual([]);
});
