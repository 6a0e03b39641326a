import type { AuditChangeTable, AuditEntryTable, NewAuditChange, NewAuditEntry } from '#db/audit/audit.table.ts';
import { insertRows } from '#db/core/insert-rows.ts';
import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';

const AT_ONCE = 200;
/** From so many entries on a statement is worth being kept: a part of an import, not a click. */
const MANY = 50;

const ENTRY_COLUMNS = [
  'id',
  'at',
  'actorId',
  'actorName',
  'actorUnitId',
  'action',
  'subjectKind',
  'subjectId',
  'subjectLabel',
  'clusterYearId',
  'unitId',
  'reason',
  'requestId',
  'salt',
  'leafHash',
] as const satisfies readonly (keyof AuditEntryTable)[];
const CHANGE_COLUMNS = [
  'entryId',
  'position',
  'field',
  'oldValue',
  'newValue',
] as const satisfies readonly (keyof AuditChangeTable)[];

/** Adds entries; there is no function that changes or removes one. */
export async function insertAuditEntries(
  tx: Writer,
  entries: readonly NewAuditEntry[],
  changes: readonly NewAuditChange[],
): Promise<void> {
  if (entries.length > MANY) {
    await insertRows(tx, 'auditEntry', ENTRY_COLUMNS, entries, (entry) => entry);
    await insertRows(tx, 'auditChange', CHANGE_COLUMNS, changes, (change) => change);
    return;
  }
  for (let from = 0; from < entries.length; from += AT_ONCE)
    await sendAlong(tx, tx.insertInto('auditEntry').values(entries.slice(from, from + AT_ONCE)));
  for (let from = 0; from < changes.length; from += AT_ONCE)
    await sendAlong(tx, tx.insertInto('auditChange').values(changes.slice(from, from + AT_ONCE)));
}
