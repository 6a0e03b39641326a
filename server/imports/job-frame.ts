import { findRunById } from '#db/imports/imports.queries.ts';
import type { ImportRunRow } from '#db/imports/imports.table.ts';
import { moveRun } from '#db/imports/imports.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext, AppContext } from '#server/core/context.ts';
import type { JobHandler, JobRun } from '#server/core/job.ts';
import { runEvent } from '#server/imports/imports.audit.ts';
import { mayChange } from '#server/imports/imports.service.ts';
import type { Procedure } from '#shared/accounts/permissions.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal } from '#shared/core/refusal.ts';
import type { ImportStatus } from '#shared/imports/imports.schema.ts';

const LAST_ATTEMPT = 5;

type Step = {
  procedure: Procedure;
  /** State in which the job finds its run; in any other it was overtaken and does nothing. */
  while: ImportStatus;
  /** State of the run once somebody cancelled the job on its page. */
  cancelled: ImportStatus;
  work(ctx: ActorContext, run: ImportRunRow, job: JobRun, payload: Payload): Promise<void>;
};
type Payload = { runId: string; again?: boolean };

/** What the jobs of an import have in common: find the run, do the work, and say on the run why it failed. */
export function importJob(step: Step): JobHandler {
  return async (app, payload, job) => {
    const { runId } = payload as Payload;
    const run = await findRunById(app.db.reads, runId);
    // An older job of the run, started again by hand, has nothing to say to it any more.
    if (!run || run.jobId !== job.id || (run.status !== step.while && run.status !== 'failed')) return null;
    const ctx = await job.actorContext(step.procedure);
    // Roles may have gone since it was ordered: what it writes, its maker must still be let write.
    if (!mayChange(ctx, run)) throw new Refusal('forbidden', [{ code: 'import.kind-not-yours' }]);
    if (run.status === 'failed') await retry(ctx, run, step.while);
    try {
      await step.work(ctx, run, job, payload as Payload);
    } catch (error) {
      if (job.signal.aborted) {
        if (await isCancelAsked(app, job.id)) await settle(ctx, run, step, step.cancelled, []);
      } else if (error instanceof Refusal) await settle(ctx, run, step, 'failed', error.reasons);
      else if (job.attempt >= LAST_ATTEMPT) await settle(ctx, run, step, 'failed', [{ code: 'import.broke-off' }]);
      throw error;
    }
    return null;
  };
}

/** Tried again by hand: the run goes on from where it failed. */
const retry = (ctx: ActorContext, run: ImportRunRow, status: ImportStatus) =>
  commit(ctx, async (tx) => {
    await moveRun(tx, run.id, ['failed'], { status, error: null });
    return { result: undefined, audit: [runEvent(run, 'import.started')] };
  });

async function settle(
  ctx: ActorContext,
  run: ImportRunRow,
  step: Step,
  status: ImportStatus,
  reasons: readonly Reason[],
): Promise<void> {
  await commit(ctx, async (tx) => {
    const error = reasons.length > 0 ? JSON.stringify(reasons) : null;
    await moveRun(tx, run.id, [step.while], { status, error });
    const failed = status === 'failed';
    const changes = reasons.map(({ code }) => ({ field: 'failure', from: null, to: code }));
    return { result: undefined, audit: [runEvent(run, failed ? 'import.failed' : 'import.cancelled', changes)] };
  });
}

/** The person wants it to stop (and not the server). */
export async function isCancelAsked(app: AppContext, jobId: string): Promise<boolean> {
  const job = await app.db.reads.selectFrom('job').select('cancelAsked').where('id', '=', jobId).executeTakeFirst();
  return job?.cancelAsked === 1;
}
