import { sweepPlatform } from '#db/jobs/jobs.writes.ts';
import { foldAwardCounts } from '#db/registry/award-count.writes.ts';
import { sweepSessions } from '#server/accounts/session.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import type { JobHandler } from '#server/core/job.ts';
import { sweepFiles } from '#server/files/files.service.ts';

/** Joins the jobs of the features by kind. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {};

const ANSWERS_KEPT_MS = 24 * 3_600_000;

/** What is cleared away from time to time: answers kept for repeats, ended sessions, files without a record. */
export async function sweep(app: AppContext): Promise<void> {
  const before = new Date(Date.now() - ANSWERS_KEPT_MS).toISOString();
  await housekeeping(app.db, (tx) => sweepPlatform(tx, before));
  // Only PostgreSQL lines changes of the kept counts up.
  if (app.db.engine === 'postgres') await housekeeping(app.db, foldAwardCounts);
  await sweepSessions(app.db, new Date());
  await sweepFiles(app);
}
