import { CompiledQuery, sql, type UpdateObject } from 'kysely';
import { insertRows } from '#db/core/insert-rows.ts';
import { listed } from '#db/core/listed.ts';
import { engineOf } from '#db/core/schema.ts';
import { sendAlong } from '#db/core/send-along.ts';
import type { Database, Writer } from '#db/database.ts';
import type { ImportRowTable, NewImportRow, NewImportRun } from '#db/imports/imports.table.ts';
import type { ImportKind, ImportStatus, RowVerdict } from '#shared/imports/imports.schema.ts';

export async function insertRun(tx: Writer, run: NewImportRun): Promise<void> {
  await tx.insertInto('importRun').values(run).execute();
}

/**
 * Changes a run that is at the version the person saw and counts it up.
 * @returns false when somebody was quicker
 */
export async function updateRun(
  tx: Writer,
  { id, seenVersion }: { id: string; seenVersion: number },
  change: UpdateObject<Database, 'importRun'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('importRun')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * The next state of a run, as long as it is in one of these: a job that was overtaken says nothing any more.
 * @returns whether it was
 */
export async function moveRun(
  tx: Writer,
  id: string,
  from: readonly ImportStatus[],
  change: UpdateObject<Database, 'importRun'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('importRun')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

const ROW_COLUMNS = [
  'runId',
  'rowNumber',
  'cells',
  'parsed',
  'verdict',
  'reasons',
  'changes',
  'decided',
  'effect',
  'appliedAt',
  'undo',
] as const satisfies readonly (keyof ImportRowTable)[];

/** Rows of a dry run. */
export async function insertImportRows(tx: Writer, rows: readonly NewImportRow[]): Promise<void> {
  await insertRows(tx, 'importRow', ROW_COLUMNS, rows, (row) => row);
}

/** Forgets the rows of a dry run, before it is made anew. */
export async function deleteImportRows(tx: Writer, runId: string): Promise<void> {
  await tx.deleteFrom('importRow').where('runId', '=', runId).where('appliedAt', 'is', null).execute();
}

export type RowOutcome = {
  rowNumber: number;
  verdict: RowVerdict;
  reasons: string;
  parsed: string | null;
  changes: string | null;
};

/**
 * One change for each row. PostgreSQL takes them as one statement that joins the list; SQLite would read the list
 * again for every row of the run, so there each is a statement of its own, handed in together.
 *
 * @param columns of import_row in SQL, in the order of the values
 */
async function updateRows(
  tx: Writer,
  runId: string,
  columns: readonly string[],
  rows: readonly (readonly [rowNumber: number, ...values: (string | null)[]])[],
  also = '',
): Promise<void> {
  if (rows.length === 0) return;
  if (engineOf(tx) === 'sqlite') {
    const text = `update import_row set ${columns.map((column) => `${column} = ?`).join(', ')}
      where run_id = ? and row_number = ? ${also}`;
    for (const [rowNumber, ...values] of rows)
      await sendAlong(tx, { compile: () => CompiledQuery.raw(text, [...values, runId, rowNumber]) });
    return;
  }
  const text = `update import_row set ${columns.map((column, index) => `${column} = item ->> ${index + 1}`).join(', ')}
    from json_array_elements($1::json) as item where run_id = $2 and row_number = (item ->> 0)::int ${also}`;
  await tx.executeQuery(CompiledQuery.raw(text, [JSON.stringify(rows), runId]));
}

/** Writes new verdicts of rows that were judged again; one that was written meanwhile keeps its own. */
export async function updateVerdicts(tx: Writer, runId: string, rows: readonly RowOutcome[]): Promise<void> {
  await updateRows(
    tx,
    runId,
    ['verdict', 'reasons', 'parsed', 'changes'],
    rows.map((row) => [row.rowNumber, row.verdict, row.reasons, row.parsed, row.changes]),
    'and applied_at is null',
  );
}

/**
 * Marks rows as written, with what they made.
 * @throws Error when one of them was written already: the whole chunk is given up then
 */
export async function markApplied(
  tx: Writer,
  runId: string,
  at: string,
  rows: readonly { rowNumber: number; effect: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  const numbers = rows.map(({ rowNumber }) => [rowNumber]);
  const open = await tx
    .selectFrom(listed(engineOf(tx), numbers))
    .crossJoin('importRow') // SQLite keeps this order: else it would read the list for every row of the run
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('importRow.runId', '=', runId)
    .where('importRow.rowNumber', '=', sql<number>`cast(listed.a as integer)`)
    .where('importRow.appliedAt', 'is', null)
    .executeTakeFirst();
  if (Number(open?.count) !== rows.length) throw new Error(`import ${runId}: rows to write were written already`);
  await updateRows(
    tx,
    runId,
    ['effect', 'applied_at'],
    rows.map(({ rowNumber, effect }) => [rowNumber, effect, at]),
  );
}

/** Marks rows as taken back ('undone'), or why they were not. */
export async function markUndone(
  tx: Writer,
  runId: string,
  rows: readonly { rowNumber: number; undo: string }[],
): Promise<void> {
  await updateRows(
    tx,
    runId,
    ['undo'],
    rows.map(({ rowNumber, undo }) => [rowNumber, undo]),
  );
}

/** Takes rows out of the import or in again; gives how many there were. */
export async function setSkipped(tx: Writer, runId: string, rowNumbers: readonly number[], skip: boolean) {
  const rows = tx
    .updateTable('importRow')
    .where('runId', '=', runId)
    .where('rowNumber', 'in', [...rowNumbers])
    .where('appliedAt', 'is', null);
  // What it is, once it is in again, the next check says.
  const set = skip ? { verdict: 'skipped' as const } : { verdict: 'wrong' as const };
  const { numUpdatedRows } = await rows
    .set(set)
    .where('verdict', skip ? '<>' : '=', 'skipped')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** What a person says of doubtful rows; gives how many there were. */
export async function setDecided(tx: Writer, runId: string, rowNumbers: readonly number[], decided: string) {
  const { numUpdatedRows } = await tx
    .updateTable('importRow')
    .set({ decided })
    .where('runId', '=', runId)
    .where('rowNumber', 'in', [...rowNumbers])
    .where('appliedAt', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function rememberShape(
  tx: Writer,
  shape: { kind: ImportKind; accountId: string; shape: string; mapping: string; usedAt: string },
): Promise<void> {
  const { mapping, usedAt } = shape;
  await tx
    .insertInto('importShape')
    .values(shape)
    .onConflict((conflict) => conflict.columns(['kind', 'accountId', 'shape']).doUpdateSet({ mapping, usedAt }))
    .execute();
}

/** Deletes some rows of a run. @returns whether there are more */
export async function deleteSomeRows(tx: Writer, runId: string, count: number): Promise<boolean> {
  const next = await tx
    .selectFrom('importRow')
    .select('rowNumber')
    .where('runId', '=', runId)
    .orderBy('rowNumber')
    .offset(count)
    .limit(1)
    .executeTakeFirst();
  let rows = tx.deleteFrom('importRow').where('runId', '=', runId);
  if (next) rows = rows.where('rowNumber', '<', next.rowNumber);
  await rows.execute();
  return next !== undefined;
}
