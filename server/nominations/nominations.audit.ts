import type { NominationRow } from '#db/nominations/nominations.table.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import {
  NOMINATION_STATUS_LABELS,
  type NominationDraft,
  type NominationStatus,
} from '#shared/nominations/nominations.schema.ts';
import { AREA_CLASS_LABELS, PERSON_CLASS_LABELS, SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Who and what an event of this nomination is about; the label stays as it was at the time. */
export function eventOf(nomination: NominationRow, action: string): Omit<AuditEvent, 'changes' | 'reason'> {
  return {
    action,
    subjectKind: 'nomination',
    subjectId: nomination.id,
    ...(nomination.name && { subjectLabel: nomination.name }),
    clusterYearId: nomination.clusterYearId,
    unitId: nomination.unitId,
  };
}

export function statusChange(from: NominationStatus, to: NominationStatus): FieldChange {
  return { field: 'status', from: NOMINATION_STATUS_LABELS[from].vi, to: NOMINATION_STATUS_LABELS[to].vi };
}

/** Every field that differs, before and after in the words of the screen. */
export function draftChanges(before: NominationDraft, after: NominationDraft): FieldChange[] {
  const fields = Object.keys(after) as (keyof NominationDraft)[];
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: shown(field, before[field]), to: shown(field, after[field]) }));
}

type Value = NominationDraft[keyof NominationDraft];

function shown(field: keyof NominationDraft, value: Value): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 'Có' : 'Không';
  const text = String(value);
  if (field === 'proposalOn') return formatDate(text);
  if (field === 'sex') return SEX_LABELS[value as keyof typeof SEX_LABELS].vi;
  if (field === 'personClass') return PERSON_CLASS_LABELS[value as keyof typeof PERSON_CLASS_LABELS].vi;
  if (field === 'areaClass') return AREA_CLASS_LABELS[value as keyof typeof AREA_CLASS_LABELS].vi;
  return text;
}
