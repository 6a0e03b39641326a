import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { formatPartialDate, readPartialDate } from '#shared/recipients/partial-date.ts';
import type { RecipientDraft } from '#shared/recipients/recipient-page.schema.ts';
import { SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

type Known = { id: string; name: string; unitId: string | null };

/** Who an event is about; the name stays as it was at the time. */
export function eventOf({ id, name, unitId }: Known, action: string): Omit<AuditEvent, 'changes' | 'reason'> {
  return { action, subjectKind: 'recipient', subjectId: id, subjectLabel: name, unitId };
}

/** Every field that differs, before and after in the words of the screen. */
export function draftChanges(before: RecipientDraft | null, after: RecipientDraft): FieldChange[] {
  const fields = Object.keys(after) as (keyof RecipientDraft)[];
  return fields
    .map((field) => ({ field, from: before && shown(before, field), to: shown(after, field) }))
    .filter(({ from, to }) => from !== to);
}

function shown(draft: RecipientDraft, field: keyof RecipientDraft): string | null {
  if (field === 'sex') return draft.sex && SEX_LABELS[draft.sex].vi;
  if (field === 'birth' || field === 'founded') return formatPartialDate(readPartialDate(draft[field]) ?? null) || null;
  return draft[field] || null;
}

/** Changes that have a value on both sides or one, the others left out. */
export function changed(changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter(({ from, to }) => from !== to);
}
