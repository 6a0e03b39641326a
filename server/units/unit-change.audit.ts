import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate } from '#shared/core/dates.ts';
import type { UnitEffects, UnitRef } from '#shared/units/unit-plan.ts';
import { percentText } from '#shared/units/units.rules.ts';
import { UNIT_KIND_LABELS, type UnitChange } from '#shared/units/units.schema.ts';

type Names = (ref: UnitRef) => string;

/** One event for every unit that the change writes to, each with the legal document. */
export function changeEvents(
  change: UnitChange,
  effects: UnitEffects,
  idOf: (ref: UnitRef) => string,
  nameOf: Names,
): AuditEvent[] {
  const document: FieldChange = { field: 'document', from: null, to: change.document };
  const since: FieldChange = { field: 'effectiveOn', from: null, to: formatDate(change.effectiveOn) };
  const event = (action: string, ref: UnitRef, changes: FieldChange[]): AuditEvent => ({
    action,
    subjectKind: 'unit',
    subjectId: idOf(ref),
    subjectLabel: nameOf(ref),
    unitId: idOf(ref),
    ...(change.note && { reason: change.note }),
    changes: [...changes, since, document],
  });
  const into = (id: string) => effects.lines.filter(({ ancestorId }) => ancestorId === id);
  const from = (ref: UnitRef) => effects.lines.filter(({ descendant }) => descendant === ref);
  const formed = (ref: UnitRef): FieldChange[] =>
    from(ref).map((line) => ({ field: 'formedFrom', from: null, to: withShare(nameOf(line.ancestorId), line) }));
  const merged = (id: string): FieldChange[] =>
    into(id).map((line) => ({ field: 'mergedInto', from: null, to: withShare(nameOf(line.descendant), line) }));

  const ended = new Set(effects.ended.map(({ unitId }) => unitId));
  const made = new Set(effects.made.map(({ ref }) => ref));
  const kept = [...new Set(effects.lines.map(({ ancestorId }) => ancestorId))].filter((id) => !ended.has(id));
  const took = [...new Set(effects.lines.map(({ descendant }) => descendant))].filter((ref) => !made.has(ref));
  return [
    ...effects.ended.map(({ unitId, lastDay }) =>
      event(
        change.change === 'close' ? 'unit.closed' : change.change === 'split' ? 'unit.split' : 'unit.merged',
        unitId,
        [{ field: 'validTo', from: null, to: formatDate(lastDay) }, ...merged(unitId)],
      ),
    ),
    ...kept.map((id) => event('unit.split', id, merged(id))),
    ...effects.made.map(({ ref, kind, name, fullName, code, parents }) =>
      event('unit.added', ref, [
        { field: 'name', from: null, to: name },
        { field: 'fullName', from: null, to: fullName },
        { field: 'kind', from: null, to: UNIT_KIND_LABELS[kind].vi },
        ...(code === null ? [] : [{ field: 'code', from: null, to: code }]),
        ...parents.map((span) => ({ field: 'parent', from: null, to: nameOf(span.parent) })),
        ...formed(ref),
      ]),
    ),
    ...took.map((ref) => event('unit.formed', ref, formed(ref))),
    ...effects.renamed.map(({ unitId, fromName, fromFullName, name, fullName }) =>
      event('unit.renamed', unitId, [
        ...(name === fromName ? [] : [{ field: 'name', from: fromName, to: name }]),
        ...(fullName === fromFullName ? [] : [{ field: 'fullName', from: fromFullName, to: fullName }]),
      ]),
    ),
    ...effects.moved.map(({ unitId, fromParentId, parents }) =>
      event('unit.moved', unitId, [
        { field: 'parent', from: nameOf(fromParentId), to: nameOf(parents.at(-1)!.parent) },
      ]),
    ),
  ];
}

const withShare = (name: string, { sharePermille }: { sharePermille: number }) =>
  sharePermille === 1000 ? name : `${name} (${percentText(sharePermille)})`;
