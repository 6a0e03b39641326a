import type { InsertObject } from 'kysely';
import type { Database, Writer } from '#db/database.ts';

/** Both databases limit the parameters of one statement (32.766 on SQLite). */
const PARAMETERS_AT_ONCE = 10_000;

/** Inserts many rows of one shape in few statements. */
export async function insertRows<Table extends keyof Database>(
  tx: Writer,
  table: Table,
  rows: readonly InsertObject<Database, Table>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const atOnce = Math.max(1, Math.floor(PARAMETERS_AT_ONCE / Object.keys(first).length));
  for (let from = 0; from < rows.length; from += atOnce)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + atOnce))
      .execute();
}
