import type { Writer } from '#db/database.ts';
import type { JobRow } from '#db/jobs/jobs.table.ts';

/**
 * Takes the oldest job that is due, or whose holder's lease ran out, for this owner. The update names the state it
 * saw, so of two takers one gets it.
 */
export async function claimJob(
  tx: Writer,
  { owner, now, leaseUntil }: { owner: string; now: string; leaseUntil: string },
): Promise<JobRow | undefined> {
  const due = await tx
    .selectFrom('job')
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'queued'), eb('runAfter', '<=', now)]),
        eb.and([eb('status', '=', 'running'), eb('leaseUntil', '<', now)]),
      ]),
    )
    .select(['id', 'attempt'])
    .orderBy('runAfter')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!due) return undefined;
  return tx
    .updateTable('job')
    .set({ status: 'running', attempt: due.attempt + 1, leaseOwner: owner, leaseUntil })
    .where('id', '=', due.id)
    .where('attempt', '=', due.attempt)
    .returningAll()
    .executeTakeFirst();
}

export async function finishJob(
  tx: Writer,
  id: string,
  {
    status,
    result,
    error,
    at,
  }: { status: 'done' | 'failed' | 'queued'; result: string | null; error: string | null; at: string },
): Promise<void> {
  await tx
    .updateTable('job')
    .set({ status, result, error, leaseOwner: null, leaseUntil: null, finishedAt: status === 'queued' ? null : at })
    .where('id', '=', id)
    .execute();
}

/** Forgets answers kept for repeated requests once they are older than `before` (UTC instant). */
export async function sweepPlatform(tx: Writer, before: string): Promise<void> {
  await tx.deleteFrom('idempotency').where('createdAt', '<', before).execute();
}
