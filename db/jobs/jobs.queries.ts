import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import type { JobStatus } from '#shared/jobs/jobs.schema.ts';

const SHOWN = [
  'job.id',
  'job.kind',
  'job.status',
  'job.attempt',
  'job.maxAttempts',
  'job.progress',
  'job.progressTotal',
  'job.cancelAsked',
  'job.unitId',
  'job.subjectId',
  'job.fileId',
  'job.error',
  'job.result',
  'job.createdBy',
  'job.createdAt',
  'job.startedAt',
  'job.finishedAt',
] as const;

/** Whose jobs somebody sees: their own, or all (undefined). */
type Owner = string | undefined;

/** Jobs in these states, newest first; one more than `limit`, so that it is known whether there are further ones. */
export function listJobs(
  db: Reader,
  {
    createdBy,
    statuses,
    beforeId,
    limit,
  }: { createdBy: Owner; statuses: readonly JobStatus[]; beforeId?: string | undefined; limit: number },
) {
  return shown(db)
    .$if(createdBy !== undefined, (qb) => qb.where('job.createdBy', '=', createdBy!))
    .where('job.status', 'in', [...statuses])
    .$if(beforeId !== undefined, (qb) => qb.where('job.id', '<', beforeId!))
    .orderBy('job.id', 'desc')
    .limit(limit + 1)
    .execute();
}

export function findJob(db: Reader, id: string, createdBy: Owner) {
  return shown(db)
    .where('job.id', '=', id)
    .$if(createdBy !== undefined, (qb) => qb.where('job.createdBy', '=', createdBy!))
    .executeTakeFirst();
}
export type ShownJob = NonNullable<Awaited<ReturnType<typeof findJob>>>;

function shown(db: Reader) {
  return db
    .selectFrom('job')
    .leftJoin('authUser', 'authUser.id', 'job.createdBy')
    .leftJoin('unit', 'unit.id', 'job.unitId')
    .select(SHOWN)
    .select(['authUser.name as createdByName', 'unit.name as unitName']);
}

/** What a job said, in order; the newest `limit` lines. */
export async function listJobLog(db: Reader, jobId: string, limit: number) {
  const lines = await db
    .selectFrom('jobLog')
    .select(['position', 'at', 'code', 'facts'])
    .where('jobId', '=', jobId)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
  return lines.reverse();
}

/** The place after the last line a job has said. */
export async function nextLogPosition(db: Reader, jobId: string): Promise<number> {
  const { last } = await db
    .selectFrom('jobLog')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('jobId', '=', jobId)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
}

/** Whether anything waits to be run: asked before a write transaction is opened for nothing. */
export async function isJobDue(db: Reader, now: string): Promise<boolean> {
  const due = await db
    .selectFrom('job')
    .select(sql<number>`1`.as('one'))
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'queued'), eb('runAfter', '<=', now)]),
        eb.and([eb('status', '=', 'running'), eb('leaseUntil', '<', now)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
}

/** Whether somebody asked a running job to stop; undefined when the job is gone. */
export async function isCancelAsked(db: Reader, id: string): Promise<boolean | undefined> {
  const row = await db.selectFrom('job').select('cancelAsked').where('id', '=', id).executeTakeFirst();
  return row && row.cancelAsked === 1;
}

/** How many jobs of one kind somebody (undefined: anybody) has that wait or run. */
export async function countUnfinishedOf(db: Reader, createdBy: Owner, kind: string): Promise<number> {
  const rows = await db
    .selectFrom('job')
    .select('id')
    .$if(createdBy !== undefined, (qb) => qb.where('createdBy', '=', createdBy!))
    .where('kind', '=', kind)
    .where('status', 'in', ['queued', 'running'])
    .limit(50)
    .execute();
  return rows.length;
}
