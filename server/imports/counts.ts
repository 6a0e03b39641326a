import type { Reader } from '#db/database.ts';
import { countRows } from '#db/imports/imports.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { ImportCounts } from '#shared/imports/imports.schema.ts';

/** How long a whole import can be taken back, in real time. */
export const UNDO_MS = 24 * 3_600_000;

const NO_COUNTS: ImportCounts = {
  total: 0,
  new: 0,
  changed: 0,
  unchanged: 0,
  wrong: 0,
  doubtful: 0,
  skipped: 0,
  applied: 0,
};

export async function countsIn(db: Reader, runId: string): Promise<ImportCounts> {
  const counts = { ...NO_COUNTS };
  for (const { verdict, rows, applied } of await countRows(db, runId)) {
    counts[verdict] = Number(rows);
    counts.total += Number(rows);
    counts.applied += Number(applied);
  }
  return counts;
}

/** What was written before a stop: it can be taken back like a whole import. */
export async function writtenSoFar(db: Reader, runId: string) {
  const counts = await countsIn(db, runId);
  const now = Date.now();
  return {
    counts: JSON.stringify(counts),
    appliedAt: new Date(now).toISOString(),
    undoUntil: counts.applied > 0 ? new Date(now + UNDO_MS).toISOString() : null,
  };
}

export const countsOf = ({ db }: ActorContext, runId: string): Promise<ImportCounts> => countsIn(db.longReads, runId);
