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
  /** Jobs of one lane run one after another, on any number of workers. */
  lane: string | null;
  unitId: string | null;
  /** What it is about, e.g. an import run. */
  subjectId: string | null;
  /** The file it made. */
  fileId: string | null;
  startedAt: string | null;
  progressTotal: number | null;
  cancelAsked: Generated<number>;
}
export type JobRow = Selectable<JobTable>;
export type NewJob = Insertable<JobTable>;

/** What a job said while it ran; worded from its code and facts. */
export interface JobLogTable {
  jobId: string;
  position: number;
  at: string;
  code: string;
  facts: Generated<string>;
}
export type NewJobLog = Insertable<JobLogTable>;
