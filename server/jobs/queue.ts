import { claimJob, finishJob } from '#db/jobs/jobs.writes.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { JOB_HANDLERS, sweep } from '#server/worker.ts';

const POLL_MS = 1_000;
const SWEEP_MS = 10 * 60_000;
const LEASE_MS = 60_000;

export type Jobs = { stop(): Promise<void> };

/**
 * Runs background work of the `job` table inside this process: one at a time, each under a lease, so that a job of
 * a killed process is taken up again and never runs twice at once. Handlers must bear being run again.
 */
export function startJobs(app: AppContext): Jobs {
  const owner = app.newId();
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const guarded = (work: () => Promise<void>) => () => {
    if (stopped) return;
    running = running.then(work).catch((error: unknown) => app.log.error({ error }, 'background work failed'));
  };
  const poll = setInterval(
    guarded(() => runNext(app, owner)),
    POLL_MS,
  );
  const sweeping = setInterval(
    guarded(() => sweep(app)),
    SWEEP_MS,
  );
  poll.unref();
  sweeping.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(poll);
      clearInterval(sweeping);
      await running;
    },
  };
}

/** Takes the next due job and runs it to its end; does nothing when none is due. */
export async function runNext(app: AppContext, owner: string): Promise<void> {
  const now = new Date();
  const leaseUntil = new Date(now.getTime() + LEASE_MS).toISOString();
  const job = await housekeeping(app.db, (tx) => claimJob(tx, { owner, now: now.toISOString(), leaseUntil }));
  if (!job) return;
  const handler = JOB_HANDLERS[job.kind];
  const outcome = handler
    ? await handler(app, JSON.parse(job.payload)).then(
        (result) => ({ status: 'done' as const, result: JSON.stringify(result ?? null), error: null }),
        (error: unknown) => {
          app.log.error({ error, jobId: job.id, kind: job.kind }, 'job failed');
          return {
            status: job.attempt >= job.maxAttempts ? ('failed' as const) : ('queued' as const),
            result: null,
            error: String(error),
          };
        },
      )
    : { status: 'failed' as const, result: null, error: `unknown kind ${job.kind}` };
  await housekeeping(app.db, (tx) => finishJob(tx, job.id, { ...outcome, at: new Date().toISOString() }));
}
