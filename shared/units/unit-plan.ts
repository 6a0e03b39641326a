import type { LineageFact } from '#shared/units/lineage.rules.ts';
import type { Span } from '#shared/units/unit-spans.ts';
import type { UnitKind } from '#shared/units/units.schema.ts';

/** A unit as the rules of changes need it; `name` is the last one, `parentSince` null: since it began. */
export type UnitFact = Span & {
  id: string;
  kind: UnitKind;
  name: string;
  fullName: string;
  parentId: string | null;
  parentSince: string | null;
  version: number;
};

/**
 * What is known around a change: the units it names, their parents up to the top with those who take the parents over,
 * the units below those that end, and whoever bears a name or a code that the change gives.
 */
export type Around = {
  units: readonly UnitFact[];
  names: readonly (Span & { unitId: string; name: string; fullName: string | null })[];
  codes: readonly (Span & { unitId: string; scheme: string; code: string })[];
  formerParents: readonly (Span & { unitId: string; parentId: string })[];
  lineage: readonly LineageFact[];
};

/** A unit that is there by its id, or one that the change makes: 'new:0', 'new:1' in the order of the input. */
export type UnitRef = string;
export const newRef = (index: number): UnitRef => `new:${index}`;
export const isNewRef = (ref: UnitRef): boolean => ref.startsWith('new:');

/** Parents of a unit one after the other; the last span is the parent it keeps. */
export type ParentSpan = Span & { parent: UnitRef };

/** Everything that a change writes; nothing else changes. Dates are YYYY-MM-DD. */
export type UnitEffects = {
  made: {
    ref: UnitRef;
    kind: UnitKind;
    name: string;
    fullName: string;
    code: string | null;
    validFrom: string;
    parents: ParentSpan[];
  }[];
  /** `lastDay` closes the unit, its last name and its codes. */
  ended: { unitId: string; lastDay: string; codes: string[] }[];
  renamed: { unitId: string; fromName: string; fromFullName: string; name: string; fullName: string; from: string }[];
  lines: { ancestorId: string; descendant: UnitRef; sharePermille: number; fromOn: string }[];
  /** Units below that get another parent. */
  moved: { unitId: string; fromParentId: string; parents: ParentSpan[] }[];
};

export const noEffects = (): UnitEffects => ({ made: [], ended: [], renamed: [], lines: [], moved: [] });

/** Ids of the units there already that the effects write to or build on. */
export function touchedUnits(effects: UnitEffects): string[] {
  const ids = [
    ...effects.ended.map(({ unitId }) => unitId),
    ...effects.renamed.map(({ unitId }) => unitId),
    ...effects.moved.map(({ unitId }) => unitId),
    ...effects.lines.flatMap(({ ancestorId, descendant }) => [ancestorId, descendant]),
    ...effects.made.flatMap(({ parents }) => parents.map(({ parent }) => parent)),
    ...effects.moved.flatMap(({ parents }) => parents.map(({ parent }) => parent)),
  ];
  return [...new Set(ids)].filter((id) => !isNewRef(id)).toSorted();
}
