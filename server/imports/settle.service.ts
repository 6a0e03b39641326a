import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import { findRunById, findRunOfJob, listStoppedRuns } from '#db/imports/imports.queries.ts';
import type { ImportRunRow } from '#db/imports/imports.table.ts';
import { moveRun } from '#db/imports/imports.writes.ts';
import { commit } from '#server/core/commit.ts';
import { type ActorContext, type AppContext, systemContext } from '#server/core/context.ts';
import { countsIn, writtenSoFar } from '#server/imports/counts.ts';
import { runEvent } from '#server/imports/imports.audit.ts';
import type { Reason } from '#shared/core/reason.ts';
import { waitingRows } from '#shared/imports/import-run.rules.ts';
import type { ImportStatus } from '#shared/imports/imports.schema.ts';

/** States in which a job works on a run. */
const WORKED_ON: readonly ImportStatus[] = ['reading', 'checking', 'applying', 'undoing'];

/** The run moved on by itself meanwhile: nothing is written then. */
class MovedOn extends Error {}

/**
 * Where a run stands once its job has stopped before its end. What was written stays and can be taken back; a check
 * that stopped lets the columns be chosen anew.
 *
 * @param end somebody cancelled the job, or it was given up for these reasons
 */
export async function settleRun(
  ctx: ActorContext,
  runId: string,
  end: 'cancelled' | 'failed',
  reasons: readonly Reason[],
): Promise<void> {
  try {
    await commit(ctx, async (tx) => {
      await lockRows(tx, 'importRun', [runId]);
      const run = await findRunById(tx, runId);
      if (!run || !WORKED_ON.includes(run.status)) throw new MovedOn();
      const error = reasons.length > 0 ? JSON.stringify(reasons) : null;
      await moveRun(tx, runId, [run.status], { ...(await standingOf(tx, run, end)), error });
      const changes = reasons.map(({ code }) => ({ field: 'failure', from: null, to: code }));
      const action = end === 'failed' ? 'import.failed' : 'import.cancelled';
      return { result: undefined, audit: [runEvent(run, action, changes)] };
    });
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
  }
}

async function standingOf(tx: Writer, { id, status }: ImportRunRow, end: 'cancelled' | 'failed') {
  switch (status) {
    case 'checking':
      return { status: 'mapping' as const };
    case 'applying':
      return { status: end, ...(await writtenSoFar(tx, id)) };
    case 'undoing': {
      // What was taken back is taken back; the rest waits for the next press.
      const isWhole = waitingRows(await countsIn(tx, id)) === 0;
      return { status: isWhole ? ('applied' as const) : ('cancelled' as const) };
    }
    default:
      return { status: end };
  }
}

/** A job of an import ended without saying so to its run: cancelled while it waited, or its process died too often. */
export async function settleStopped(app: AppContext, jobId: string): Promise<void> {
  const run = await findRunOfJob(app.db.reads, jobId);
  if (run) await settleAs(app, run);
}

/** The same for all runs, for the sweep. */
export async function settleAllStopped(app: AppContext): Promise<void> {
  for (const run of await listStoppedRuns(app.db.reads, WORKED_ON)) await settleAs(app, run);
}

type Stopped = Awaited<ReturnType<typeof listStoppedRuns>>[number];

async function settleAs(app: AppContext, { id, jobStatus, jobError }: Stopped): Promise<void> {
  if (jobStatus !== 'cancelled' && jobStatus !== 'failed') return;
  const reasons = jobError === null ? [] : (JSON.parse(jobError) as Reason[]);
  await settleRun(systemContext(app, 'imports.settle'), id, jobStatus, reasons);
}
