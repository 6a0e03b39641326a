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
import { pledgeHash } from '#db/pledges/pledge.hash.ts';
import { findPledgeContent } from '#db/pledges/pledges.queries.ts';
import { foldAwardCounts } from '#db/registry/award-count.writes.ts';
import { type Disguise, disguiseRow, type Row } from '#shared/training/disguise.rules.ts';
import { rulesOf, TRAINING_COLUMNS } from '#shared/training/training-columns.ts';

export type CopyRequest = {
  /** Everything of a disguise but the former names, which are read here. */
  disguise: Omit<Disguise, 'former'>;
  signal?: AbortSignal;
  onRows?: (done: number, total: number) => void;
};

/** Some milliseconds of work: names are looked up in a keyed digest. */
const ROWS_BEFORE_OTHERS = 100;

/**
 * Fills an empty database with the rows of another, all as of one moment while others go on writing, each disguised on
 * its way: no real name reaches the copy, not even in a page that is written over later. All rows or none.
 *
 * @returns how many rows the copy has
 * @throws Error for a column that nobody decided about
 */
export async function copyRows(from: Db, to: Db, { disguise, signal, onRows }: CopyRequest): Promise<number> {
  refuseUndecided(await dumpedTables(from.longReads));
  const migrations = await appliedMigrations(from);
  await migrateAsFar(to, migrations);
  const made = await inSnapshot(from, async (source) => {
    await mayRest(source);
    const tables = (await dumpedTables(source)).filter(({ name }) => rulesOf(name) !== undefined);
    const whole: Disguise = { ...disguise, former: await formerNames(source) };
    let total = 0;
    for (const table of tables) total += await countRows(source, table);
    return inTransaction(to, async (tx) => {
      await mayRest(tx);
      let done = 0;
      const onPassed = (rows: number) => {
        signal?.throwIfAborted();
        done += rows;
        onRows?.(done, total);
      };
      let rows = 0;
      await withReferencesLast(tx, async () => {
        for (const table of tables) rows += await loadLines(tx, table, disguised(source, table, whole, onPassed));
      });
      await freezePledges(tx);
      if (to.engine === 'postgres') await foldAwardCounts(tx);
      return rows;
    });
  });
  if (to.engine === 'postgres') await sql`analyze`.execute(to.writes);
  return made;
}

/** Before anything is made: what nobody decided about would be shown, or be missing, in the copy. */
function refuseUndecided(tables: readonly DumpedTable[]): void {
  const undecided = tables.flatMap(({ name, columns }) => {
    if (!Object.hasOwn(TRAINING_COLUMNS, name)) return [name];
    const rules = rulesOf(name);
    return rules ? columns.filter((column) => !rules.has(column)).map((column) => `${name}.${column}`) : [];
  });
  if (undecided.length > 0)
    throw new Error(`nobody decided what becomes of ${undecided.join(', ')} in the training copy`);
}

/** Either side waits for the other, for longer than a transaction of a request may rest. */
async function mayRest(tx: Source | Writer): Promise<void> {
  if (engineOf(tx as Source) === 'postgres')
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx as Source);
}

async function* disguised(
  source: Source,
  table: DumpedTable,
  disguise: Disguise,
  onPassed: (rows: number) => void,
): AsyncGenerator<string> {
  for await (const { text } of tableLines(source, table)) {
    const lines = text.split('\n').filter((line) => line !== '');
    for (let from = 0; from < lines.length; from += ROWS_BEFORE_OTHERS) {
      const some = lines.slice(from, from + ROWS_BEFORE_OTHERS);
      for (const line of some) {
        const row = disguiseRow(table.name, JSON.parse(line) as Row, disguise);
        if (row) yield JSON.stringify(row);
      }
      onPassed(some.length);
      await turn();
    }
  }
}

async function formerNames(source: Source): Promise<Disguise['former']> {
  const rows = await source
    .selectFrom('recipientName')
    .innerJoin('recipient', 'recipient.id', 'recipientName.recipientId')
    .select(['recipientName.recipientId', 'recipientName.name', 'recipient.kind'])
    .orderBy('recipientName.id')
    .execute();
  const byRecipient = Map.groupBy(rows, ({ recipientId }) => recipientId);
  return new Map(
    [...byRecipient].map(([id, names]) => [id, { kind: names[0]!.kind, names: names.map(({ name }) => name) }]),
  );
}

/** What was agreed is now the invented text: its hash, and that under each signature, are made of it. */
async function freezePledges(tx: Writer): Promise<void> {
  const pledges = await tx
    .selectFrom('pledge')
    .select(['id', 'contentHash'])
    .where('contentHash', 'is not', null)
    .execute();
  for (const { id, contentHash: before } of pledges) {
    const contentHash = pledgeHash(await findPledgeContent(tx, id));
    await tx.updateTable('pledge').set({ contentHash }).where('id', '=', id).execute();
    await tx
      .updateTable('pledgeSignature')
      .set({ contentHash })
      .where('pledgeId', '=', id)
      .where('contentHash', '=', before)
      .execute();
  }
}
