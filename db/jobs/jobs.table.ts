import type { Generated, Insertable, Selectable } from 'kysely';
import type { JobStatus } from '#shared/jobs/jobs.schema.ts';

/** Background work (công việc đang chạy). */
export interface JobTable {
  id: string;
  kind: string;
  dedupeKey: string | null;
  payload: string;
  status: JobStatus;
  attempt: Generated<number>;
  maxAttempts: Generated<number>;
  runAfter: string;
  leaseUntil: string | null;
  leaseOwner: string | null;
  progress: Generated<number>;
  result: string | null;
  error: string | null;
  createdBy: string;
  createdAt: string;
  finishedAt: string | null;
}
export type JobRow = Selectable<JobTable>;
export type NewJob = Insertable<JobTable>;
