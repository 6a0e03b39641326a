import { setImmediate as turn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import {
  countRows,
  type DumpedTable,
  dumpedTables,
  inSnapshot,
  type Source,
  tableLines,
} from '#db/core/dump-tables.ts';
import { loadLines, withReferencesLast } from '#db/core/load-rows.ts';
import { appliedMigrations, migrateAsFar } from '#db/core/migrate.ts';
import { engineOf } from '#db/core/schema.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';

/** A row by SQL names. */
type Row = Record<string, unknown>;

export type CopyPlan = {
  /** Tables that are copied. @throws Error before anything is made, where nobody decided about one */
  choose(tables: readonly DumpedTable[]): readonly DumpedTable[];
  /** How a row goes over; undefined leaves it out. Made once, from the same moment as the rows. */
  changer(source: Source): Promise<(table: string, row: Row) => Row | undefined>;
  /** What follows from the rows together, in the same transaction. */
  finish(tx: Writer): Promise<void>;
  signal?: AbortSignal;
  onRows?: (done: number, total: number) => void;
};

/** Some milliseconds of work. */
const ROWS_BEFORE_OTHERS = 50;

/**
 * Fills an empty database with the rows of another, all as of one moment while others go on writing, each changed on
 * its way. All rows or none.
 *
 * @returns how many rows the copy has
 */
export async function copyRows(from: Db, to: Db, plan: CopyPlan): Promise<number> {
  const tables = plan.choose(await dumpedTables(from.longReads));
  await migrateAsFar(to, await appliedMigrations(from));
  const made = await inSnapshot(from, async (source) => {
    await mayRest(source);
    const change = await plan.changer(source);
    let total = 0;
    for (const table of tables) total += await countRows(source, table);
    return inTransaction(to, async (tx) => {
      await mayRest(tx);
      let done = 0;
      const onPassed = (rows: number) => {
        plan.signal?.throwIfAborted();
        done += rows;
        plan.onRows?.(done, total);
      };
      let rows = 0;
      await withReferencesLast(tx, async () => {
        for (const table of tables)
          rows += await loadLines(
            tx,
            table,
            changed(source, table, (row) => change(table.name, row), onPassed),
          );
      });
      await plan.finish(tx);
      return rows;
    });
  });
  if (to.engine === 'postgres') await sql`analyze`.execute(to.writes);
  return made;
}

/** Either side waits for the other, for longer than a transaction of a request may rest. */
async function mayRest(tx: Source | Writer): Promise<void> {
  if (engineOf(tx as Source) === 'postgres')
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx as Source);
}

async function* changed(
  source: Source,
  table: DumpedTable,
  change: (row: Row) => Row | undefined,
  onPassed: (rows: number) => void,
): AsyncGenerator<string> {
  for await (const { text } of tableLines(source, table)) {
    const lines = text.split('\n').filter((line) => line !== '');
    for (let from = 0; from < lines.length; from += ROWS_BEFORE_OTHERS) {
      const some = lines.slice(from, from + ROWS_BEFORE_OTHERS);
      for (const line of some) {
        const row = change(JSON.parse(line) as Row);
        if (row) yield JSON.stringify(row);
      }
      onPassed(some.length);
      await turn();
    }
  }
}
