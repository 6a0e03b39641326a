import { lockRows } from '#db/core/lock-rows.ts';
import { findRunById, isCleared } from '#db/imports/imports.queries.ts';
import type { ImportRunRow } from '#db/imports/imports.table.ts';
import { moveRun } from '#db/imports/imports.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import type { JobHandler, JobRun } from '#server/core/job.ts';
import { runEvent } from '#server/imports/imports.audit.ts';
import { mayChange } from '#server/imports/imports.service.ts';
import { settleRun } from '#server/imports/settle.service.ts';
import type { Procedure } from '#shared/accounts/permissions.ts';
import { Refusal, refuseIf } from '#shared/core/refusal.ts';
import { stepReasons } from '#shared/imports/import-run.rules.ts';
import type { ImportCounts, ImportStatus } from '#shared/imports/imports.schema.ts';

const LAST_ATTEMPT = 5;

type Step = {
  procedure: Procedure;
  /** State in which the job finds its run; in any other it was overtaken and does nothing. */
  while: ImportStatus;
  /** States of a run whose job stopped: run again by hand, it goes on from there. */
  again: readonly ImportStatus[];
  work(ctx: ActorContext, run: ImportRunRow, job: JobRun, payload: Payload): Promise<void>;
};
type Payload = { runId: string; again?: boolean };

/** What the jobs of an import have in common: find the run, do the work, and say on the run why it failed. */
export function importJob(step: Step): JobHandler {
  return async (app, payload, job) => {
    const { runId } = payload as Payload;
    const run = await findRunById(app.db.reads, runId);
    // An older job of the run, started again by hand, has nothing to say to it any more.
    if (!run || run.jobId !== job.id || (run.status !== step.while && !step.again.includes(run.status))) return null;
    const ctx = await job.actorContext(step.procedure);
    // Roles may have gone since it was ordered: what it writes, its maker must still be let write.
    if (!mayChange(ctx, run)) throw new Refusal('forbidden', [{ code: 'import.kind-not-yours' }]);
    if (run.status !== step.while) await takeUpAgain(ctx, run, step.while);
    try {
      await step.work(ctx, run, job, payload as Payload);
    } catch (error) {
      if (job.signal.aborted) {
        if (await isCancelAsked(app, job.id)) await settleRun(ctx, run.id, 'cancelled', []);
      } else if (error instanceof Refusal) await settleRun(ctx, run.id, 'failed', error.reasons);
      else if (job.attempt >= LAST_ATTEMPT) await settleRun(ctx, run.id, 'failed', [{ code: 'import.broke-off' }]);
      throw error;
    }
    return null;
  };
}

/** Tried again by hand: the run goes on from where it stopped, as long as its file and rows are there. */
const takeUpAgain = (ctx: ActorContext, run: ImportRunRow, status: ImportStatus) =>
  commit(ctx, async (tx) => {
    await lockRows(tx, 'importRun', [run.id]);
    if (await isCleared(tx, run)) throw new Refusal('refused', [{ code: 'import.cleared' }]);
    const counts: ImportCounts | null = run.counts === null ? null : JSON.parse(run.counts);
    if (status === 'undoing') refuseIf(stepReasons('undo', { ...run, counts }, new Date().toISOString()));
    await moveRun(tx, run.id, [run.status], { status, error: null });
    return { result: undefined, audit: [runEvent(run, 'import.taken-up')] };
  });

/** The person wants it to stop (and not the server). */
export async function isCancelAsked(app: AppContext, jobId: string): Promise<boolean> {
  const job = await app.db.reads.selectFrom('job').select('cancelAsked').where('id', '=', jobId).executeTakeFirst();
  return job?.cancelAsked === 1;
}
