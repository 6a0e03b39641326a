import type * as z from 'zod/mini';
import { hasJobSince } from '#db/duplicates/finding.queries.ts';
import { listNewcomers } from '#db/duplicates/likeness.queries.ts';
import { commit } from '#server/core/commit.ts';
import { type ActorContext, type AppContext, systemContext } from '#server/core/context.ts';
import { commitOnce } from '#server/core/idempotent.ts';
import { findPairsFor, MOST_AT_ONCE } from '#server/duplicates/find.service.ts';
import { enqueueJob } from '#server/jobs/jobs.service.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import type { findInput } from '#shared/duplicates/duplicates.schema.ts';

export const FIND_JOB = 'duplicates.find';
/** Two at night in Việt Nam, when nobody waits for the registry. */
const NIGHT_HOUR_UTC = 'T19:00:00.000Z';

const order = { kind: FIND_JOB, payload: null, lane: FIND_JOB, dedupeKey: FIND_JOB };

/** Tìm lại: looks through all recipients in the background; while one such job runs, its id is given again. */
export function orderFinding(ctx: ActorContext, input: z.infer<typeof findInput>): Promise<{ jobId: string }> {
  return commitOnce(ctx, input, async (tx) => {
    const jobId = await enqueueJob(ctx, tx, order);
    return { result: { jobId }, audit: [orderedEvent(jobId)] };
  });
}

/** Once a night, or as soon as the server runs again after it. By the real clock. */
export async function orderNightlyFinding(app: AppContext, now = new Date()): Promise<void> {
  const yesterday = vietnamDate(new Date(now.getTime() - 26 * 3_600_000));
  const since = `${yesterday}${NIGHT_HOUR_UTC}`;
  if (await hasJobSince(app.db.reads, FIND_JOB, since)) return;
  await orderBySystem(app);
}

const marks = new WeakMap<object, string>();

/**
 * Looks at recipients made since the last call by ways that do not wait for it (recording an award, issuing a
 * decision, importing): ids grow with time. So many at once that a look at all is quicker: that is ordered. The first
 * call only remembers where it stands.
 */
export async function findPairsOfNewcomers(app: AppContext): Promise<void> {
  const after = marks.get(app.db);
  const now = app.newId();
  if (after !== undefined) {
    const ids = await listNewcomers(app.db.longReads, after, MOST_AT_ONCE);
    if (ids.length < MOST_AT_ONCE) await findPairsFor(app, ids);
    else await orderBySystem(app);
  }
  marks.set(app.db, now);
}

async function orderBySystem(app: AppContext): Promise<void> {
  const ctx = systemContext(app, 'duplicates.find');
  await commit(ctx, async (tx) => {
    const jobId = await enqueueJob(ctx, tx, order);
    return { result: undefined, audit: [orderedEvent(jobId)] };
  });
}

const orderedEvent = (jobId: string): AuditEvent => ({
  action: 'recipient-pair.finding-ordered',
  subjectKind: 'job',
  subjectId: jobId,
});
