import type { Reader, Writer } from '#db/database.ts';
import type { ImportStatus } from '#shared/imports/imports.schema.ts';

const MOST_AT_ONCE = 100;

const withJobAndFile = (db: Reader) =>
  db
    .selectFrom('importRun')
    .innerJoin('file', 'file.id', 'importRun.fileId')
    .leftJoin('job', 'job.id', 'importRun.jobId')
    .selectAll('importRun')
    .select(['job.finishedAt as endedAt', 'file.removedAt as clearedAt']);

/**
 * Runs in these states that are older than `before` (instants) and still have their file, the oldest first: among them
 * are those whose time is over (clearsAt).
 */
export function listOldRuns(
  db: Reader,
  soon: { states: readonly ImportStatus[]; before: string },
  late: { states: readonly ImportStatus[]; before: string },
) {
  return withJobAndFile(db)
    .where('file.removedAt', 'is', null)
    .where((eb) =>
      eb.or(
        [soon, late].map(({ states, before }) =>
          eb.and([eb('importRun.status', 'in', [...states]), eb('importRun.createdAt', '<', before)]),
        ),
      ),
    )
    .orderBy('importRun.createdAt')
    .limit(MOST_AT_ONCE)
    .execute();
}

/** One of them as it is inside the transaction that clears it. */
export const findRunToClear = (tx: Writer, id: string) =>
  withJobAndFile(tx).where('importRun.id', '=', id).executeTakeFirst();

/** Cleared runs of which rows are left. */
export async function listClearedWithRows(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('importRun')
    .innerJoin('file', 'file.id', 'importRun.fileId')
    .select('importRun.id')
    .where('file.removedAt', 'is not', null)
    .where((eb) =>
      eb.exists(eb.selectFrom('importRow').select('rowNumber').whereRef('importRow.runId', '=', 'importRun.id')),
    )
    .execute();
  return rows.map(({ id }) => id);
}
