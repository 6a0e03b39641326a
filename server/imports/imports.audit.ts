import type { ImportRunRow } from '#db/imports/imports.table.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { IMPORT_KIND_LABELS, type ImportCounts } from '#shared/imports/imports.schema.ts';

type Told = Pick<ImportRunRow, 'id' | 'fileName' | 'unitId' | 'clusterYearId'>;

/** One step of a run in its history. */
export function runEvent(run: Told, action: string, changes: readonly FieldChange[] = []): AuditEvent {
  const { id, fileName, unitId, clusterYearId } = run;
  return { action, subjectKind: 'import', subjectId: id, subjectLabel: fileName, unitId, clusterYearId, changes };
}

/** Figures of a run as changes: only what there is. */
export function countChanges(counts: Partial<ImportCounts>): FieldChange[] {
  return Object.entries(counts)
    .filter(([, rows]) => rows > 0)
    .map(([field, rows]) => ({ field: `rows.${field}`, from: null, to: String(rows) }));
}

export const kindChange = ({ kind }: Pick<ImportRunRow, 'kind'>): FieldChange => ({
  field: 'kind',
  from: null,
  to: IMPORT_KIND_LABELS[kind].vi,
});
