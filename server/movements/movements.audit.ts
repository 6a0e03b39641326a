import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import { type LaunchDraft, MOVEMENT_KIND_LABELS, type MovementDraft } from '#shared/movements/movements.schema.ts';

type Known = { id: string; name: string; unitId: string | null };

/** Who and what an event of this movement is about, seen from the year it happened in. */
export function movementEvent(
  movement: Known,
  clusterYearId: string,
  action: string,
): Omit<AuditEvent, 'changes' | 'reason'> {
  return {
    action,
    subjectKind: 'movement',
    subjectId: movement.id,
    subjectLabel: movement.name,
    clusterYearId,
    unitId: movement.unitId,
  };
}

/** Every field that differs, before and after in the words of the screen. */
export function movementChanges(before: MovementDraft | null, after: MovementDraft): FieldChange[] {
  const fields = Object.keys(after) as (keyof MovementDraft)[];
  return fields
    .map((field) => ({ field, from: before && shown(before, field), to: shown(after, field) }))
    .filter(({ from, to }) => from !== to);
}

function shown(draft: MovementDraft, field: keyof MovementDraft): string | null {
  if (field === 'kind') return MOVEMENT_KIND_LABELS[draft.kind].vi;
  if (field === 'periodFrom' || field === 'periodTo') return formatDate(draft[field]);
  return draft[field] || null;
}

/** The same for a launch; its contents are one field, numbered as on the screen. */
export function launchChanges(before: LaunchDraft | null, after: LaunchDraft): FieldChange[] {
  const [was, is] = [before && launchWords(before), launchWords(after)];
  return (Object.keys(is) as (keyof LaunchDraft)[])
    .map((field) => ({ field, from: was?.[field] ?? null, to: is[field] }))
    .filter(({ from, to }) => from !== to);
}

function launchWords({
  launchedOn,
  place,
  launchedBy,
  contents,
}: LaunchDraft): Record<keyof LaunchDraft, string | null> {
  return {
    launchedOn: formatDate(launchedOn),
    place: place || null,
    launchedBy: launchedBy || null,
    contents: contents.map((content, index) => `${index + 1}. ${content}`).join('\n') || null,
  };
}
