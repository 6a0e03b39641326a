import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { engine, testDb } from '#test/core/test-db.ts';

test.runIf(engine === 'postgres')('what is asked again and again is prepared once, and answers the same', async () => {
  const { url } = await testDb();
  vi.resetModules(); // as in a process that has just begun: what is kept is kept for all databases
  const { openDatabase } = await import('#db/core/connect.ts');
  const db = await openDatabase({ url, poolSize: 1 });
  const ask = (given: string) => sql<{ echo: string }>`select ${given}::text as echo`.execute(db.reads);
  for (const word of ['một', 'hai', 'ba', 'bốn', 'năm']) expect((await ask(word)).rows).toEqual([{ echo: word }]);
  await sql`select 'once', ${1}::int`.execute(db.reads);

  const { rows } = await sql<{ statement: string; runs: number }>`
    select statement, generic_plans + custom_plans as runs from pg_prepared_statements`.execute(db.reads);
  await db.close();
  expect(rows).toEqual([{ statement: 'select $1::text as echo', runs: 3 }]);
});
