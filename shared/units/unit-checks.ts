import type { Reason } from '#shared/core/reason.ts';
import { successorOf } from '#shared/units/lineage.rules.ts';
import { type Around, isNewRef, type ParentSpan, type UnitFact, type UnitRef } from '#shared/units/unit-plan.ts';
import { overlap } from '#shared/units/unit-spans.ts';
import type { NewUnitInput, UnitKind } from '#shared/units/units.schema.ts';

/** Levels of government; a special zone took the place of districts as well as of communes. */
const LEVELS: Readonly<Record<UnitKind, readonly string[]>> = {
  province: ['province'],
  city: ['province'],
  district: ['district'],
  commune: ['commune'],
  ward: ['commune'],
  township: ['commune'],
  'special-zone': ['commune', 'district'],
  agency: ['office'],
  organisation: ['office'],
};
const TOP: readonly UnitKind[] = ['province', 'city'];
const OFFICES: readonly UnitKind[] = ['agency', 'organisation'];
const GSO = 'gso';

const same = (a: string, b: string) => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();

/** A unit that takes part must be there on the day; one that ends must have been there the day before as well. */
export function aliveReasons(unit: UnitFact, on: string, role: 'ends' | 'stays', field = 'effectiveOn'): Reason[] {
  const { name, validFrom, validTo } = unit;
  if (validFrom !== null && (role === 'ends' ? on <= validFrom : on < validFrom))
    return [{ code: 'unit.not-yet', field, facts: { unit: name, validFromOn: validFrom, effectiveOn: on } }];
  if (validTo !== null && on > validTo)
    return [{ code: 'unit.ended-before', field, facts: { unit: name, validToOn: validTo, effectiveOn: on } }];
  return [];
}

/** What is recorded of a unit from that day on would hang in the air if the unit ended or were split before it. */
export function laterReasons(unit: UnitFact, on: string, around: Around): Reason[] {
  const { id, name, validTo } = unit;
  const facts = { unit: name, effectiveOn: on };
  const about = (code: string, fromOn: string): Reason[] => [
    { code, field: 'effectiveOn', facts: { ...facts, fromOn } },
  ];
  const from = (days: readonly (string | null)[]) => days.filter((day) => day !== null && day >= on).toSorted()[0];
  if (validTo !== null && on <= validTo) return about('unit.ends-later', validTo);
  const renamed = from(around.names.filter(({ unitId }) => unitId === id).map(({ validFrom }) => validFrom));
  if (renamed) return about('unit.renamed-later', renamed);
  const changed = from([
    ...around.lineage
      .filter(({ ancestorId, descendantId }) => ancestorId === id || descendantId === id)
      .map(({ fromOn }) => fromOn),
    ...around.codes.filter(({ unitId }) => unitId === id).map(({ validFrom }) => validFrom),
    ...around.formerParents.filter(({ parentId }) => parentId === id).map((one) => one.validTo),
    unit.parentSince,
  ]);
  return changed ? about('unit.changed-later', changed) : [];
}

/** Sáp nhập, chia tách happens between units of one level. */
export function levelReasons(kinds: readonly UnitKind[], field: string): Reason[] {
  const common = kinds.map((kind) => LEVELS[kind]).reduce((all, levels) => all.filter((one) => levels.includes(one)));
  return common.length > 0 ? [] : [{ code: 'unit.level-mixed', field }];
}

/** Whether this kind stands below another unit. */
export function parentReasons({ kind, parentId }: Pick<NewUnitInput, 'kind' | 'parentId'>, field: string): Reason[] {
  if (TOP.includes(kind) && parentId !== null) return [{ code: 'unit.parent-not-wanted', field }];
  if (!TOP.includes(kind) && !OFFICES.includes(kind) && parentId === null)
    return [{ code: 'unit.parent-missing', field }];
  return [];
}

export function nameReasons(name: string, fullName: string, at = ''): Reason[] {
  return [
    ...(name === '' ? [{ code: 'unit.name-missing', field: `${at}name` }] : []),
    ...(fullName === '' ? [{ code: 'unit.full-name-missing', field: `${at}fullName` }] : []),
  ];
}

type Wanted = {
  ref: UnitRef;
  kind: UnitKind;
  name: string;
  fullName: string;
  parents: readonly UnitRef[];
  from: string;
};

/**
 * Two units of one name under one parent at one time cannot be told apart.
 * @param leaving units that end or change their name by the same change
 */
export function sameNameReasons(wanted: Wanted, around: Around, leaving: readonly string[], field: string): Reason[] {
  const span = { validFrom: wanted.from, validTo: null };
  const twin = around.units.find(
    (unit) =>
      unit.id !== wanted.ref &&
      !leaving.includes(unit.id) &&
      overlap(unit, span) &&
      (unit.parentId === null ? wanted.parents.length === 0 : wanted.parents.includes(unit.parentId)) &&
      around.names.some(
        (one) =>
          one.unitId === unit.id &&
          overlap(one, span) &&
          (same(one.fullName ?? one.name, wanted.fullName) ||
            (same(one.name, wanted.name) && unit.kind === wanted.kind)),
      ),
  );
  return twin ? [{ code: 'unit.same-name', field, facts: { name: wanted.fullName, other: twin.fullName } }] : [];
}

/** A code belongs to one unit on a day; one that ends leaves its code free. */
export function codeReasons(
  code: string,
  from: string,
  around: Around,
  leaving: readonly string[],
  field: string,
): Reason[] {
  if (code === '') return [];
  if (!/^\d{2,5}$/.test(code)) return [{ code: 'unit.code-format', field, facts: { code } }];
  const taken = around.codes.find(
    (one) =>
      one.scheme === GSO &&
      one.code === code &&
      !leaving.includes(one.unitId) &&
      overlap(one, { validFrom: from, validTo: null }),
  );
  if (!taken) return [];
  const holder = around.units.find(({ id }) => id === taken.unitId)?.name ?? taken.unitId;
  return [{ code: 'unit.code-taken', field, facts: { code, unit: holder, effectiveOn: from } }];
}

/**
 * The parents of a unit from a day on: the wanted one, and where its end is known already, whoever takes it over whole.
 * @param childEnds last day of the unit below, null when it goes on
 * @returns reasons when the unit below would outlive its parent
 */
export function parentSpans(
  parent: UnitRef,
  from: string,
  childEnds: string | null,
  child: string,
  around: Around,
  field: string,
): { spans: ParentSpan[]; reasons: Reason[] } {
  const spans: ParentSpan[] = [];
  let current = parent;
  let since = from;
  for (;;) {
    const unit = isNewRef(current) ? undefined : around.units.find(({ id }) => id === current);
    const ends = unit?.validTo ?? null;
    if (ends === null || (childEnds !== null && childEnds <= ends)) {
      spans.push({ parent: current, validFrom: since, validTo: childEnds });
      return { spans, reasons: [] };
    }
    const next = successorOf(unit!, around.lineage);
    if (!next) {
      const facts = { child, parent: unit!.name, validToOn: ends };
      return { spans, reasons: [{ code: 'unit.child-outlives-parent', field, facts }] };
    }
    spans.push({ parent: current, validFrom: since, validTo: ends });
    current = next.descendantId;
    since = next.fromOn;
  }
}

/** Walks up from each unit by its parent after the change; one that meets itself stands below itself. */
export function cycleReasons(
  parentOf: ReadonlyMap<UnitRef, UnitRef | null>,
  nameOf: (ref: UnitRef) => string,
): Reason[] {
  for (const start of parentOf.keys()) {
    const seen = new Set<UnitRef>();
    for (let at: UnitRef | null | undefined = start; at; at = parentOf.get(at)) {
      if (seen.has(at)) return [{ code: 'unit.parent-cycle', facts: { unit: nameOf(at) } }];
      seen.add(at);
    }
  }
  return [];
}
