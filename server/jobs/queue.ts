import { isJobDue } from '#db/jobs/jobs.queries.ts';
import type { JobRow } from '#db/jobs/jobs.table.ts';
import { claimJob, finishJob, type JobEnd, requeueOrphans } from '#db/jobs/jobs.writes.ts';
import { insertNotice } from '#db/notices/notices.writes.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { type JobAnswer, onJobQueued } from '#server/core/job.ts';
import { HeldJob, LEASE_MS, Stopped } from '#server/jobs/job-run.ts';
import { sweepSearchWords } from '#server/registry/search-frequency.service.ts';
import { JOB_HANDLERS, JOB_STOPPED, sweep } from '#server/worker.ts';
import type { Reason } from '#shared/core/reason.ts';
import { Refusal } from '#shared/core/refusal.ts';

const POLL_MS = 1_000;
const SWEEP_MS = 10 * 60_000;
const AT_ONCE = 2;
const FIRST_PAUSE_MS = 2_000;
/** Whoever waited longer than this has looked away: they are told when it is over. */
const NOTICE_AFTER_MS = 2_000;

export type Jobs = { stop(): Promise<void> };
type Handlers = typeof JOB_HANDLERS;

/**
 * Runs background work of the `job` table inside this process: two jobs at once, each under a lease that is renewed
 * while it runs, so that a job of a killed process is taken up again and never runs twice at once. Jobs of one lane
 * run one after another, on however many processes. Handlers must bear being run again.
 */
export function startJobs(app: AppContext, handlers: Handlers = JOB_HANDLERS): Jobs {
  const owner = app.newId();
  const held = new Set<HeldJob>();
  const running = new Set<Promise<void>>();
  let stopped = false;
  let looking: Promise<void> | undefined;
  let again = false;
  const tell = (error: unknown) => app.log.error({ error }, 'background work failed');
  // At once, because the first search of a new registry asks for it.
  let sweeping: Promise<void> = sweepSearchWords(app.db).catch(tell);
  const look = () => {
    for (const job of held) job.look();
    if (stopped) return;
    if (looking) {
      again = true;
      return;
    }
    looking = takeUp()
      .catch(tell)
      .finally(() => {
        looking = undefined;
        if (again) {
          again = false;
          look();
        }
      });
  };
  const takeUp = async () => {
    while (!stopped && running.size < AT_ONCE) {
      if (!(await isJobDue(app.db.reads, new Date().toISOString()))) return;
      const job = await take(app, owner);
      if (!job) return;
      const run = new HeldJob(app, job, owner);
      held.add(run);
      if (stopped) run.stop('stopping');
      const ended = runHeld(app, job, run, owner, handlers)
        .catch(tell)
        .finally(() => {
          held.delete(run);
          running.delete(ended);
          look();
        });
      running.add(ended);
    }
  };

  // One server has a SQLite file to itself, so whoever held a job in it is dead.
  const orphans = app.db.engine === 'sqlite' ? housekeeping(app.db, requeueOrphans).catch(tell) : Promise.resolve();
  looking = orphans
    .then(() => takeUp())
    .catch(tell)
    .finally(() => {
      looking = undefined;
    });
  onJobQueued(app.db, look);
  const poll = setInterval(look, POLL_MS);
  const sweepTimer = setInterval(() => {
    sweeping = sweeping.then(() => (stopped ? undefined : sweep(app))).catch(tell);
  }, SWEEP_MS);
  poll.unref();
  sweepTimer.unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(poll);
      clearInterval(sweepTimer);
      onJobQueued(app.db, () => {});
      await looking;
      for (const job of held) job.stop('stopping');
      await Promise.all([...running, sweeping]);
    },
  };
}

/** Takes the next due job and runs it to its end. @returns false when none is due */
export async function runNext(app: AppContext, owner: string, handlers: Handlers = JOB_HANDLERS): Promise<boolean> {
  const job = await take(app, owner);
  if (!job) return false;
  await runHeld(app, job, new HeldJob(app, job, owner), owner, handlers);
  return true;
}

/** Runs every job that is due, one after another: for the command line and tests. */
export async function drainJobs(app: AppContext, handlers: Handlers = JOB_HANDLERS): Promise<void> {
  const owner = app.newId();
  while (await runNext(app, owner, handlers));
}

function take(app: AppContext, owner: string): Promise<JobRow | undefined> {
  const now = new Date();
  const leaseUntil = new Date(now.getTime() + LEASE_MS).toISOString();
  return housekeeping(app.db, (tx) => claimJob(tx, { owner, now: now.toISOString(), leaseUntil }));
}

async function runHeld(app: AppContext, job: JobRow, run: HeldJob, owner: string, handlers: Handlers): Promise<void> {
  const startedMs = Date.now();
  const end = await outcomeOf(app, job, run, handlers);
  await run.release();
  if (!end) return; // another holder has it, or the demo was emptied
  const isOver = end.status !== 'queued';
  const isLong = Date.now() - startedMs >= NOTICE_AFTER_MS || job.attempt > 1;
  const isWorthTelling = isLong || end.fileId != null || end.madeFile === true;
  await housekeeping(app.db, async (tx) => {
    if (!(await finishJob(tx, job.id, end, owner)) || !isOver || !isWorthTelling) return;
    if (job.createdBy === 'system' || end.status === 'cancelled') return;
    await insertNotice(tx, {
      id: app.newId(),
      accountId: job.createdBy,
      at: end.at,
      code: end.status === 'done' ? 'notice.job-done' : 'notice.job-failed',
      facts: JSON.stringify({ kind: job.kind, jobId: job.id, subjectId: job.subjectId, fileId: end.fileId ?? null }),
      link: null,
      readAt: null,
    });
  });
  if (end.status === 'cancelled' || end.status === 'failed') await JOB_STOPPED[job.kind]?.(app, job.id);
}

type Ended = JobEnd & { madeFile?: boolean };

async function outcomeOf(app: AppContext, job: JobRow, run: HeldJob, handlers: Handlers): Promise<Ended | undefined> {
  const at = () => new Date().toISOString();
  const failed = (reasons: readonly Reason[]): JobEnd => ({
    status: 'failed',
    result: null,
    error: JSON.stringify(reasons),
    at: at(),
  });
  // Its process died again and again: running it once more would only kill this one.
  if (job.attempt > job.maxAttempts) return failed([{ code: 'job.died', facts: { attemptCount: job.maxAttempts } }]);
  const handler = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined;
  if (!handler) return failed([{ code: 'job.unknown-kind', facts: { kind: job.kind } }]);
  try {
    run.throwIfCancelled();
    const answer = await handler(app, JSON.parse(job.payload), run);
    const { fileId, madeFile } = (answer ?? {}) as JobAnswer;
    return {
      status: 'done',
      result: JSON.stringify(answer ?? null),
      error: null,
      at: at(),
      fileId: fileId ?? null,
      madeFile: madeFile === true,
    };
  } catch (error) {
    // Work that was told to stop fails in its own ways: what counts is why it was told.
    const why = error instanceof Stopped ? error.why : run.signal.aborted ? run.signal.reason : undefined;
    if (why === 'lost') return undefined;
    if (why === 'cancelled') return { status: 'cancelled', result: null, error: null, at: at() };
    if (why === 'stopping') return { status: 'queued', result: null, error: null, at: at(), attempt: job.attempt - 1 };
    if (error instanceof Refusal) return failed(error.reasons);
    app.log.error({ error, jobId: job.id, kind: job.kind }, 'job failed');
    const reasons: Reason[] = [{ code: 'job.broke', facts: { attemptCount: job.attempt, jobId: job.id } }];
    if (job.attempt >= job.maxAttempts) return failed(reasons);
    const runAfter = new Date(Date.now() + FIRST_PAUSE_MS * 2 ** job.attempt).toISOString();
    return { ...failed(reasons), status: 'queued', runAfter };
  }
}
