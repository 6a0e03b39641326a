import { setImmediate as turn } from 'node:timers/promises';
import { lockRows } from '#db/core/lock-rows.ts';
import { markFileRemoved } from '#db/files/files.writes.ts';
import { findRunToClear, listClearedWithRows, listOldRuns } from '#db/imports/clearing.queries.ts';
import { deleteSomeRows, updateRun } from '#db/imports/imports.writes.ts';
import { commit } from '#server/core/commit.ts';
import { type AppContext, systemContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { runEvent } from '#server/imports/imports.audit.ts';
import { clearsAt, ROWS_KEPT_DAYS, STOPPED_KEPT_HOURS } from '#shared/imports/import-run.rules.ts';

const HOUR_MS = 3_600_000;
/** Rows that go in one transaction: some twenty milliseconds of the writer. */
const ROWS_AT_ONCE = 2_000;

/** The run is not to be cleared any more. */
class Kept extends Error {}

/**
 * Clears away uploaded files and rows of old imports: they hold citizen numbers. Who, when, the file's name and hash,
 * and the counts stay. First the run gives its file up, then the rows go part by part; what is left after a stop goes
 * with the next sweep. The content of the file goes with `sweepFiles`.
 */
export async function sweepImports(app: AppContext): Promise<void> {
  const now = Date.now();
  const before = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
  const old = await listOldRuns(
    app.db.longReads,
    { states: ['cancelled', 'failed', 'undone'], before: before(STOPPED_KEPT_HOURS) },
    { states: ['applied', 'mapping', 'checked'], before: before(ROWS_KEPT_DAYS * 24) },
  );
  const nowAt = new Date(now).toISOString();
  for (const run of old) if (isOver(run, nowAt)) await clearRun(app, run.id, nowAt);
  for (const id of await listClearedWithRows(app.db.longReads)) await clearRows(app, id);
}

function isOver(run: Parameters<typeof clearsAt>[0], now: string): boolean {
  const at = clearsAt(run);
  return at !== null && at <= now;
}

async function clearRun(app: AppContext, id: string, now: string): Promise<void> {
  try {
    await commit(systemContext(app, 'imports.sweep'), async (tx) => {
      await lockRows(tx, 'importRun', [id]);
      const run = await findRunToClear(tx, id);
      if (!run || run.clearedAt !== null || !isOver(run, now)) throw new Kept();
      await markFileRemoved(tx, run.fileId, now);
      const isOpen = run.status === 'mapping' || run.status === 'checked';
      await updateRun(
        tx,
        { id, seenVersion: run.version },
        {
          found: null,
          chosen: null,
          corrections: '[]',
          unknownValues: null,
          moved: null,
          passwordSeed: null,
          ...(isOpen && { status: 'cancelled' }),
        },
      );
      const told = [{ field: 'file', from: run.fileName, to: null }];
      return { result: undefined, audit: [runEvent(run, 'import.cleared', told)] };
    });
  } catch (error) {
    if (!(error instanceof Kept)) throw error;
  }
}

async function clearRows(app: AppContext, id: string): Promise<void> {
  while (await housekeeping(app.db, (tx) => deleteSomeRows(tx, id, ROWS_AT_ONCE))) await turn();
}
