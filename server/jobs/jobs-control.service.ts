import { findJob } from '#db/jobs/jobs.queries.ts';
import { cancelJob, retryJob } from '#db/jobs/jobs.writes.ts';
import { markNoticesRead } from '#db/notices/notices.writes.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import { markQueued } from '#server/core/job.ts';
import { reachOf } from '#server/jobs/jobs.view.ts';
import { JOB_STOPPED } from '#server/worker.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { notFound, Refusal } from '#shared/core/refusal.ts';
import { JOB_KIND_LABELS } from '#shared/jobs/job-kinds.ts';
import { JOB_STATUS_LABELS, type JobStatus } from '#shared/jobs/jobs.schema.ts';

/**
 * Takes a waiting job out of the queue; asks a running one to stop at its next safe place.
 * @throws Refusal job.not-found, job.ended
 */
export async function cancel(ctx: ActorContext, id: string): Promise<{ status: JobStatus }> {
  const { kind, ...result } = await commit(ctx, async (tx) => {
    const job = await findJob(tx, id, reachOf(ctx));
    if (!job) throw notFound('job');
    const was = await cancelJob(tx, id, new Date().toISOString());
    if (was === undefined) throw new Refusal('conflict', [{ code: 'job.ended' }]);
    markQueued(tx); // whoever runs it looks at once
    const status: JobStatus = was === 'queued' ? 'cancelled' : 'running';
    return { result: { status, kind: job.kind }, audit: [eventOf(job, 'job.cancelled', was, 'cancelled')] };
  });
  // One that waited will never say so itself.
  if (result.status === 'cancelled') await JOB_STOPPED[kind]?.(ctx, id);
  return result;
}

/**
 * Lets a job that failed or was cancelled start again.
 * @throws Refusal job.not-found, job.not-ended-badly
 */
export function retry(ctx: ActorContext, id: string): Promise<{ status: JobStatus }> {
  return commit(ctx, async (tx) => {
    const job = await findJob(tx, id, reachOf(ctx));
    if (!job) throw notFound('job');
    if (!(await retryJob(tx, id, new Date().toISOString())))
      throw new Refusal('conflict', [{ code: 'job.not-ended-badly' }]);
    markQueued(tx);
    return { result: { status: 'queued' as const }, audit: [eventOf(job, 'job.retried', job.status, 'queued')] };
  });
}

function eventOf(
  job: { id: string; kind: string; unitId: string | null },
  action: string,
  from: JobStatus,
  to: JobStatus,
): AuditEvent {
  return {
    action,
    subjectKind: 'job',
    subjectId: job.id,
    subjectLabel: JOB_KIND_LABELS[job.kind]?.vi ?? job.kind,
    unitId: job.unitId,
    changes: [{ field: 'status', from: JOB_STATUS_LABELS[from].vi, to: JOB_STATUS_LABELS[to].vi }],
  };
}

/** That somebody has seen what they were told: theirs alone, so nothing for the log. */
export async function readNotices(ctx: ActorContext, which: { id: string } | { upToId: string }): Promise<void> {
  const at = new Date().toISOString();
  await housekeeping(ctx.db, (tx) => markNoticesRead(tx, ctx.actor.accountId, which, at));
}
