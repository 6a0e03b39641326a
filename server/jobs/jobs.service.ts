import type { Writer } from '#db/database.ts';
import { findUnfinished, insertJob } from '#db/jobs/jobs.writes.ts';
import { writeAudit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { markQueued } from '#server/core/job.ts';
import { JOB_KIND_LABELS } from '#shared/jobs/job-kinds.ts';

/** Work to be done behind the scenes. */
export type JobOrder = {
  /** A key of JOB_HANDLERS (server/worker.ts) and of JOB_KIND_LABELS (shared/jobs/job-kinds.ts). */
  kind: string;
  /** Plain JSON, without personal data: it stays in the table. */
  payload: unknown;
  /** Jobs of one lane run one after another, e.g. 'award-import'. */
  lane?: string;
  /** While a job with this key waits or runs, no second one is made. */
  dedupeKey?: string;
  unitId?: string | null;
  /** What it is about, e.g. the import run; the job's page leads there. */
  subjectId?: string;
};

/**
 * Queues work inside a commit, so that it exists exactly when the change exists; it starts as soon as that is
 * committed. Writes its own audit entry (job.queued).
 *
 * @returns the id of the job, of the unfinished one with the same `dedupeKey` if there is one
 */
export async function enqueueJob(ctx: ActorContext, tx: Writer, order: JobOrder): Promise<string> {
  const { kind, payload, lane = null, dedupeKey = null, unitId = ctx.actor.unitId, subjectId = null } = order;
  const known = dedupeKey === null ? undefined : await findUnfinished(tx, dedupeKey);
  if (known !== undefined) return known;
  const id = ctx.newId();
  const now = new Date().toISOString(); // real time: the demo's day stands still, leases do not
  const isNew = await insertJob(tx, {
    id,
    kind,
    dedupeKey,
    payload: JSON.stringify(payload ?? null),
    status: 'queued',
    runAfter: now,
    createdBy: ctx.actor.accountId,
    createdAt: now,
    lane,
    unitId,
    subjectId,
  });
  // Two ordered it at once: on PostgreSQL the second waits here until the first is committed.
  if (!isNew) return enqueueJob(ctx, tx, order);
  const name = JOB_KIND_LABELS[kind]?.vi ?? kind;
  const changes = [{ field: 'kind', from: null, to: name }];
  await writeAudit(ctx, tx, [
    { action: 'job.queued', subjectKind: 'job', subjectId: id, subjectLabel: name, unitId, changes },
  ]);
  markQueued(tx);
  return id;
}
