import { fold } from '#shared/core/fold.ts';
import { type EverydayNames, provinceNames } from '#shared/imports/everyday-names.rules.ts';
import type { ListOption } from '#shared/imports/fields/import-field.ts';
import type { RowReason } from '#shared/imports/imports.schema.ts';
import { type LineageFact, todayOf } from '#shared/units/lineage.rules.ts';
import { holdsOn } from '#shared/units/unit-spans.ts';
import type { UnitKind } from '#shared/units/units.schema.ts';

export type UnitNameFact = {
  unitId: string;
  name: string;
  fullName: string | null;
  validFrom: string | null;
  validTo: string | null;
  kind: UnitKind;
  parentId: string | null;
  lastName: string;
  lastFullName: string;
  endedOn: string | null;
};

/** Names of units, to be asked by name and day. */
export type UnitNames = {
  byFold: Map<string, UnitNameFact[]>;
  byId: Map<string, UnitNameFact>;
  lineage: readonly LineageFact[];
};

/** Units whose names are made ready before somebody else gets a turn: some two milliseconds. */
const AT_ONCE = 500;
const PROVINCES: readonly UnitKind[] = ['province', 'city'];

/** In steps, as `unitOptions`. */
export function* unitNames(
  facts: readonly UnitNameFact[],
  lineage: readonly LineageFact[],
): Generator<undefined, UnitNames> {
  const names: UnitNames = { byFold: new Map(), byId: new Map(), lineage };
  let seen = 0;
  for (const fact of facts) {
    learnUnit(names, fact);
    if (++seen % AT_ONCE === 0) yield;
  }
  return names;
}

/** Adds a name; those of one unit in the order of time, for the last one stays. */
export function learnUnit({ byFold, byId }: UnitNames, fact: UnitNameFact): void {
  byId.set(fact.unitId, fact);
  for (const key of new Set([fact.name, fact.fullName ?? fact.lastFullName].map(fold))) {
    const known = byFold.get(key);
    if (known) known.push(fact);
    else byFold.set(key, [fact]);
  }
}

/**
 * One option for each name that was ever borne; which unit bore it on a day is asked later (`unitOn`). Where units of
 * one name have different full names ("Tỉnh Lạng Sơn", "Xã Lạng Sơn") the short one means the province, and each other
 * full name is an option of its own. In steps, for there may be twelve thousand.
 */
export function* unitOptions({ byFold }: UnitNames, everyday: EverydayNames): Generator<undefined, ListOption[]> {
  const byName = new Map<string, { fulls: Set<string>; province: string | null }>();
  let seen = 0;
  for (const facts of byFold.values())
    for (const { name, fullName, lastFullName, kind } of facts) {
      const full = fullName ?? lastFullName;
      const known = byName.get(name) ?? { fulls: new Set(), province: null };
      byName.set(name, known);
      known.fulls.add(full);
      if (PROVINCES.includes(kind)) known.province ??= full;
      if (++seen % AT_ONCE === 0) yield;
    }
  const options: ListOption[] = [];
  for (const [name, { fulls, province }] of byName) {
    const meant = province ?? (fulls.size === 1 ? [...fulls][0]! : null);
    const more = province === null ? [] : provinceNames({ name, fullName: province }, everyday);
    options.push({ value: name, label: name, aliases: [...(meant === null ? [] : [meant]), ...more] });
    for (const full of fulls) if (full !== meant && full !== name) options.push({ value: full, label: full });
    if (options.length % AT_ONCE === 0) yield;
  }
  return options;
}

export type UnitFound = { ok: true; unitId: string } | { ok: false; reason: RowReason };

/**
 * The unit that bore a name on a day. Provinces before communes of the same name, one's own before others'.
 *
 * @param preferred units that are meant first, e.g. the person's own
 * @param field of the row, for the reason
 */
export function unitOn(
  names: UnitNames,
  name: string,
  on: string,
  field: string,
  preferred: readonly string[] = [],
): UnitFound {
  const borne = names.byFold.get(fold(name)) ?? [];
  if (borne.length === 0) return { ok: false, reason: { code: 'import.unit-unknown', field, facts: { name } } };
  const then = borne.filter((one) => holdsOn(one, on));
  const best =
    pick(then.filter(({ unitId }) => preferred.includes(unitId))) ??
    pick(then.filter(({ kind }) => PROVINCES.includes(kind))) ??
    pick(then);
  if (best !== undefined) return { ok: true, unitId: best };
  if (then.length > 0) {
    const units = [...new Set(then.map(({ lastFullName }) => lastFullName))].slice(0, 5).join(', ');
    return { ok: false, reason: { code: 'import.unit-many', field, facts: { name, units } } };
  }
  return { ok: false, reason: goneReason(names, borne, name, on, field) };
}

/** The one unit among these facts. */
function pick(facts: readonly UnitNameFact[]): string | undefined {
  const ids = new Set(facts.map(({ unitId }) => unitId));
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** Not there on that day: ended (and what it became), renamed, or not yet made. */
function goneReason(
  names: UnitNames,
  borne: readonly UnitNameFact[],
  name: string,
  on: string,
  field: string,
): RowReason {
  const last = borne.find(({ validTo }) => validTo !== null && validTo < on);
  if (!last) {
    const fromOn = borne[0]?.validFrom ?? '';
    return { code: 'import.unit-not-yet', field, facts: { name, onOn: on, fromOn } };
  }
  const heirs = todayOf(last.unitId, names.lineage, on)
    .parts.map(({ unitId }) => unitId)
    .filter((id) => id !== last.unitId || last.endedOn === null || last.endedOn >= on);
  const now = heirs.map((id) => nameOn(names, id, on));
  const facts = { name, onOn: on, endedOn: last.validTo ?? '', became: now.join(', ') };
  return now.length === 0
    ? { code: 'import.unit-gone', field, facts }
    : { code: 'import.unit-became', field, facts, suggestions: now };
}

function nameOn({ byFold, byId }: UnitNames, unitId: string, on: string): string {
  for (const facts of byFold.values())
    for (const fact of facts) if (fact.unitId === unitId && holdsOn(fact, on)) return fact.name;
  return byId.get(unitId)?.lastName ?? unitId;
}
