import { sweepPlatform } from '#db/jobs/jobs.writes.ts';
import { sweepNotices } from '#db/notices/notices.writes.ts';
import { foldAwardCounts } from '#db/registry/award-count.writes.ts';
import { sweepSessions } from '#server/accounts/session.ts';
import { runPack, sweepPacks } from '#server/conferences/pack/packs.service.ts';
import type { AppContext } from '#server/core/context.ts';
import { housekeeping } from '#server/core/housekeeping.ts';
import type { JobHandler } from '#server/core/job.ts';
import { runDump } from '#server/dumps/dumps.service.ts';
import { findDuplicates } from '#server/duplicates/find.job.ts';
import { findPairsOfNewcomers, orderNightlyFinding } from '#server/duplicates/order-finding.service.ts';
import { runExport, sweepExports } from '#server/exports/exports.service.ts';
import { sweepFiles } from '#server/files/files.service.ts';
import { applyJob, undoJob } from '#server/imports/apply.job.ts';
import { checkJob, readJob } from '#server/imports/check.job.ts';
import { sweepImports } from '#server/imports/clearing.service.ts';
import { settleAllStopped, settleStopped } from '#server/imports/settle.service.ts';
import { writeDigests } from '#server/mail/digest.service.ts';
import { tellDue } from '#server/mail/due.service.ts';
import { sweepMail } from '#server/mail/sending.service.ts';
import { sweepSearchWords } from '#server/registry/search-frequency.service.ts';
import { makeTraining } from '#server/training/make-training.job.ts';

/** Joins the jobs of the features by kind. */
export const JOB_HANDLERS: Readonly<Record<string, JobHandler>> = {
  'pack.make': runPack,
  'duplicates.find': findDuplicates,
  'dump.make': runDump,
  'export.list': runExport,
  'import.apply': applyJob,
  'import.check': checkJob,
  'import.read': readJob,
  'import.undo': undoJob,
  'training.make': makeTraining,
};

/** By kind: what a job that was cancelled or given up leaves to be put right (its id is told). */
export const JOB_STOPPED: Readonly<Record<string, (app: AppContext, jobId: string) => Promise<void>>> = {
  'import.apply': settleStopped,
  'import.check': settleStopped,
  'import.read': settleStopped,
  'import.undo': settleStopped,
};

const ANSWERS_KEPT_MS = 24 * 3_600_000;
const NOTICES_KEPT_MS = 90 * ANSWERS_KEPT_MS;

/** What is cleared away from time to time: answers kept for repeats, ended sessions, files without a record. */
export async function sweep(app: AppContext): Promise<void> {
  const before = new Date(Date.now() - ANSWERS_KEPT_MS).toISOString();
  await housekeeping(app.db, (tx) => sweepPlatform(tx, before));
  // Only PostgreSQL lines changes of the kept counts up.
  if (app.db.engine === 'postgres') await housekeeping(app.db, foldAwardCounts);
  await sweepSearchWords(app.db);
  await sweepSessions(app.db, new Date());
  const told = new Date(Date.now() - NOTICES_KEPT_MS).toISOString();
  await housekeeping(app.db, (tx) => sweepNotices(tx, told));
  await tellDue(app);
  await writeDigests(app);
  await sweepMail(app);
  await sweepExports(app);
  await sweepPacks(app);
  await settleAllStopped(app);
  await sweepImports(app);
  await sweepFiles(app);
  await orderNightlyFinding(app);
  await findPairsOfNewcomers(app);
}
