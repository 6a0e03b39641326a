import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { leafHash } from '#db/audit/audit.leaf.ts';
import type { NewAuditChange, NewAuditEntry } from '#db/audit/audit.table.ts';
import { insertAuditEntries } from '#db/audit/audit.writes.ts';
import { lockDemo } from '#db/core/demo-lock.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';
import type { ActorContext } from '#server/core/context.ts';
import { hasQueued, wakeJobs } from '#server/core/job.ts';
import { refuseArchived } from '#server/core/year-state.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';

/** At least one event: a change that has nothing to say for itself does not compile. */
export type Outcome<Result> = { result: Result; audit: readonly [AuditEvent, ...AuditEvent[]] };

/**
 * The only place that opens a business transaction. Writes need a Writer, a Writer comes from here, and the
 * work must say what it did: so no change goes unrecorded. Entry and change stand or fall together.
 *
 * Inside `work` read through `tx`; reading through `ctx.db.reads` throws (it would show the state before).
 * `work` may run again when the database asks for it, so it must not do anything that cannot be undone.
 */
export async function commit<Result>(
  ctx: ActorContext,
  work: (tx: Writer) => Promise<Outcome<Result>>,
): Promise<Result> {
  let isQueued = false;
  const result = await inTransaction(ctx.db, async (tx) => {
    if (ctx.demo) await lockDemo(tx, ctx.procedure === 'demo.reset');
    const { result, audit } = await work(tx);
    await refuseArchived(tx, audit);
    await writeAudit(ctx, tx, audit);
    isQueued = hasQueued(tx);
    return result;
  });
  if (isQueued) wakeJobs(ctx.db);
  return result;
}

/** Writes entries inside a commit; for what says of itself that it happened (a queued job), besides the commit's own. */
export async function writeAudit(ctx: ActorContext, tx: Writer, events: readonly AuditEvent[]): Promise<void> {
  for (let from = 0; from < events.length; from += ENTRIES_AT_ONCE) {
    if (from > 0) await turn();
    const entries: NewAuditEntry[] = [];
    const changes: NewAuditChange[] = [];
    for (const event of events.slice(from, from + ENTRIES_AT_ONCE)) {
      const entry = entryOf(ctx, event);
      entries.push(entry);
      for (const [position, { field, from: oldValue, to: newValue }] of (event.changes ?? []).entries())
        changes.push({ entryId: entry.id, position, field, oldValue, newValue });
    }
    await insertAuditEntries(tx, entries, changes);
  }
}

/** Hashed without a break: some three milliseconds. */
const ENTRIES_AT_ONCE = 250;
const SALT_BYTES = 16;
const SALTS_AT_ONCE = 256;
let salts = Buffer.alloc(0);

/** Asked for by the hundred: one call of the system for each entry is felt in an import. */
function nextSalt(): string {
  if (salts.length < SALT_BYTES) salts = randomBytes(SALT_BYTES * SALTS_AT_ONCE);
  const salt = salts.toString('hex', 0, SALT_BYTES);
  salts = salts.subarray(SALT_BYTES);
  return salt;
}

function entryOf(ctx: ActorContext, event: AuditEvent): NewAuditEntry {
  const row = {
    id: ctx.newId(),
    at: ctx.now().toISOString(),
    actorId: ctx.actor.accountId,
    actorName: ctx.actor.name,
    actorUnitId: ctx.actor.unitId,
    action: event.action,
    subjectKind: event.subjectKind,
    subjectId: event.subjectId,
    subjectLabel: event.subjectLabel ?? null,
    clusterYearId: event.clusterYearId ?? null,
    unitId: event.unitId ?? null,
    reason: event.reason ?? null,
    requestId: ctx.requestId,
    salt: nextSalt(),
  };
  return { ...row, leafHash: leafHash(row, event.changes ?? []) };
}
