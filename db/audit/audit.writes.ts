import type { NewAuditChange, NewAuditEntry } from '#db/audit/audit.table.ts';
import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';

const AT_ONCE = 200;

/** Adds entries; there is no function that changes or removes one. */
export async function insertAuditEntries(
  tx: Writer,
  entries: readonly NewAuditEntry[],
  changes: readonly NewAuditChange[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await sendAlong(tx, tx.insertInto('auditEntry').values(entries.slice(from, from + AT_ONCE)));
  for (let from = 0; from < changes.length; from += AT_ONCE)
    await sendAlong(tx, tx.insertInto('auditChange').values(changes.slice(from, from + AT_ONCE)));
}
