import { createHash } from 'node:crypto';
import type { NewAuditEntry } from '#db/audit/audit.table.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';

/**
 * Leaf of the tree that will make the log tamper-evident: SHA-256(0x00 ‖ salt ‖ canonical JSON of entry and
 * changes), as RFC 6962 hashes leaves. Salted, so that erasing row and salt leaves the tree provable.
 */
export function leafHash(row: Omit<NewAuditEntry, 'leafHash'>, changes: readonly FieldChange[]): string {
  const content = JSON.stringify([
    row.id,
    row.at,
    row.actorId,
    row.actorName,
    row.actorUnitId,
    row.action,
    row.subjectKind,
    row.subjectId,
    row.subjectLabel,
    row.clusterYearId,
    row.unitId,
    row.reason,
    changes.map(({ field, from, to }) => [field, from, to]),
  ]);
  return createHash('sha256').update(Buffer.of(0)).update(row.salt).update(content, 'utf8').digest('hex');
}
