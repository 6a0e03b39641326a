import type { Insertable, Selectable } from 'kysely';

/** Nhật ký: who did what to which record, when, why. */
export interface AuditEntryTable {
  id: string;
  at: string;
  actorId: string;
  actorName: string;
  actorUnitId: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  subjectLabel: string | null;
  clusterYearId: string | null;
  unitId: string | null;
  reason: string | null;
  requestId: string | null;
  salt: string;
  leafHash: string;
}
export type AuditEntryRow = Selectable<AuditEntryTable>;
export type NewAuditEntry = Insertable<AuditEntryTable>;

/** One field of an audit entry, before and after. */
export interface AuditChangeTable {
  entryId: string;
  position: number;
  field: string;
  oldValue: string | null;
  newValue: string | null;
}
export type AuditChangeRow = Selectable<AuditChangeTable>;
export type NewAuditChange = Insertable<AuditChangeTable>;
