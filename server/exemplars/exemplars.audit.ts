import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { EXEMPLAR_KIND_LABELS, type ExemplarDraft } from '#shared/exemplars/exemplars.schema.ts';

type Known = { id: string; title: string; clusterYearId: string; unitId: string };

/** Who and what an event of this exemplar is about; the label stays as it was at the time. */
export function eventOf(exemplar: Known, action: string): Omit<AuditEvent, 'changes' | 'reason'> {
  return {
    action,
    subjectKind: 'exemplar',
    subjectId: exemplar.id,
    subjectLabel: exemplar.title,
    clusterYearId: exemplar.clusterYearId,
    unitId: exemplar.unitId,
  };
}

/** Every field that differs, before and after in the words of the screen. */
export function draftChanges(before: ExemplarDraft | null, after: ExemplarDraft): FieldChange[] {
  const fields = Object.keys(after) as (keyof ExemplarDraft)[];
  return fields
    .map((field) => ({ field, from: before && shown(before, field), to: shown(after, field) }))
    .filter(({ from, to }) => from !== to);
}

function shown(draft: ExemplarDraft, field: keyof ExemplarDraft): string | null {
  return field === 'kind' ? EXEMPLAR_KIND_LABELS[draft.kind].vi : draft[field] || null;
}
