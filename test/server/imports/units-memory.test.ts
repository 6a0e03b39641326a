import { expect, test } from 'vitest';
import { inTransaction } from '#db/core/transaction.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { Work } from '#server/imports/kinds/kind.ts';
import { units } from '#server/imports/kinds/units.ts';
import { Importer } from '#test/builders/import.builder.ts';
import { givenWorld } from '#test/builders/world.builder.ts';
import { testDb } from '#test/core/test-db.ts';

test('the catalogue is read once for all chunks, and again when somebody changed it', async () => {
  const world = await givenWorld(await testDb());
  const ctx = new Importer(world, world.actors.admin).context;
  const work = { ctx, run: null, today: '2024-03-01', isDemo: 0, isDry: false } as unknown as Work;
  const { memory } = await units.open(world.db.longReads, work);
  const first = memory.names;
  await units.judge(world.db.longReads, work, memory, []);
  expect(memory.names).toBe(first);

  await inTransaction(world.db, (tx) =>
    tx
      .insertInto('unitChange')
      .values({
        id: uuidv7(),
        kind: 'rename',
        effectiveOn: '2024-01-01',
        document: 'NQ',
        createdAt: '2024-01-01T00:00:00.000Z',
        createdBy: 'system',
      })
      .execute(),
  );
  await units.judge(world.db.longReads, work, memory, []);
  expect(memory.names).not.toBe(first);
});
