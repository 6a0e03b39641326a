import { sql } from 'kysely';
import { engineOf } from '#db/core/schema.ts';
import type { Writer } from '#db/database.ts';
import type { JobRow, NewJob, NewJobLog } from '#db/jobs/jobs.table.ts';

/**
 * Queues a job; only inside `commit`, with its audit entry.
 * @returns false when another with its `dedupeKey` came first
 */
export async function insertJob(tx: Writer, job: NewJob): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('job')
    .values(job)
    .onConflict((conflict) => conflict.column('dedupeKey').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The job that waits or runs under this key, if any. */
export async function findUnfinished(tx: Writer, dedupeKey: string): Promise<string | undefined> {
  const found = await tx.selectFrom('job').select('id').where('dedupeKey', '=', dedupeKey).executeTakeFirst();
  return found?.id;
}

type Taker = { owner: string; now: string; leaseUntil: string };

/**
 * Takes the oldest job that is due, or whose holder's lease ran out, for this owner. A job whose lane is held by
 * another is passed over. Takers come one after another (PostgreSQL: a lock for the length of this short
 * transaction), or two of them could each see a lane empty and enter it with different jobs.
 */
export async function claimJob(tx: Writer, { owner, now, leaseUntil }: Taker): Promise<JobRow | undefined> {
  await takersInTurn(tx);
  const due = await tx
    .selectFrom('job')
    .where((eb) =>
      eb.or([
        eb.and([eb('job.status', '=', 'queued'), eb('job.runAfter', '<=', now)]),
        eb.and([eb('job.status', '=', 'running'), eb('job.leaseUntil', '<', now)]),
      ]),
    )
    .where((eb) =>
      eb.or([
        eb('job.lane', 'is', null),
        eb.not(
          eb.exists(
            eb
              .selectFrom('job as ahead')
              .select('ahead.id')
              .whereRef('ahead.lane', '=', 'job.lane')
              .whereRef('ahead.id', '<>', 'job.id')
              .where('ahead.status', '=', 'running')
              .where('ahead.leaseUntil', '>=', now),
          ),
        ),
      ]),
    )
    .select(['job.id', 'job.attempt', 'job.startedAt'])
    .orderBy('job.runAfter')
    .orderBy('job.id')
    .limit(1)
    .executeTakeFirst();
  if (!due) return undefined;
  return tx
    .updateTable('job')
    .set({
      status: 'running',
      attempt: due.attempt + 1,
      leaseOwner: owner,
      leaseUntil,
      startedAt: due.startedAt ?? now,
    })
    .where('id', '=', due.id)
    .where('attempt', '=', due.attempt)
    .returningAll()
    .executeTakeFirst();
}

const TAKERS_LOCK = 4_120_917;

async function takersInTurn(tx: Writer): Promise<void> {
  if (engineOf(tx) === 'sqlite') return; // one writer at a time anyway
  await tx.selectNoFrom(sql<string>`pg_advisory_xact_lock(cast(${TAKERS_LOCK} as bigint))::text`.as('taken')).execute();
}

export type JobEnd = {
  status: 'done' | 'failed' | 'queued' | 'cancelled';
  result: string | null;
  error: string | null;
  at: string;
  fileId?: string | null;
  /** When it is to run again, for `queued`. */
  runAfter?: string;
  /** Counted attempts, when this one shall not count (the server was stopped in between). */
  attempt?: number;
};

/**
 * Writes down how a run ended. With `owner` only as long as that owner holds the job: a run that lost its lease has no
 * say any more.
 * @returns whether it was written
 */
export async function finishJob(tx: Writer, id: string, end: JobEnd, owner?: string): Promise<boolean> {
  const { status, result, error, at, fileId, runAfter, attempt } = end;
  const ended = status !== 'queued';
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({
      status,
      result,
      error,
      leaseOwner: null,
      leaseUntil: null,
      finishedAt: ended ? at : null,
      ...(ended && { dedupeKey: null }),
      ...(fileId !== undefined && { fileId }),
      ...(runAfter !== undefined && { runAfter }),
      ...(attempt !== undefined && { attempt }),
    })
    .where('id', '=', id)
    .$if(owner !== undefined, (qb) => qb.where('leaseOwner', '=', owner!).where('status', '=', 'running'))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Keeps a job held and writes how far it is. Undefined: the job is no longer this owner's. */
export function renewLease(
  tx: Writer,
  id: string,
  owner: string,
  values: { leaseUntil: string; progress: number; progressTotal: number | null },
): Promise<{ cancelAsked: number } | undefined> {
  return tx
    .updateTable('job')
    .set(values)
    .where('id', '=', id)
    .where('leaseOwner', '=', owner)
    .where('status', '=', 'running')
    .returning('cancelAsked')
    .executeTakeFirst();
}

export async function insertJobLog(tx: Writer, line: NewJobLog): Promise<void> {
  await tx.insertInto('jobLog').values(line).execute();
}

/**
 * At the start of the only server of a database: whoever held a job before is dead, so what was running waits again,
 * at once and not only when its lease ends.
 */
export async function requeueOrphans(tx: Writer): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ status: 'queued', leaseOwner: null, leaseUntil: null })
    .where('status', '=', 'running')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Asks a running job to stop, ends a waiting one. @returns the state it had, or undefined when it had ended */
export async function cancelJob(tx: Writer, id: string, at: string): Promise<'queued' | 'running' | undefined> {
  const waiting = await tx
    .updateTable('job')
    .set({ status: 'cancelled', cancelAsked: 1, finishedAt: at, dedupeKey: null })
    .where('id', '=', id)
    .where('status', '=', 'queued')
    .executeTakeFirst();
  if (waiting.numUpdatedRows === 1n) return 'queued';
  const running = await tx
    .updateTable('job')
    .set({ cancelAsked: 1 })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return running.numUpdatedRows === 1n ? 'running' : undefined;
}

/** Lets a job that failed or was cancelled start from its beginning. @returns whether it was one of these */
export async function retryJob(tx: Writer, id: string, runAfter: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({
      status: 'queued',
      attempt: 0,
      cancelAsked: 0,
      progress: 0,
      progressTotal: null,
      error: null,
      startedAt: null,
      finishedAt: null,
      runAfter,
    })
    .where('id', '=', id)
    .where('status', 'in', ['failed', 'cancelled'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Forgets answers kept for repeated requests once they are older than `before` (UTC instant). */
export async function sweepPlatform(tx: Writer, before: string): Promise<void> {
  await tx.deleteFrom('idempotency').where('createdAt', '<', before).execute();
}
