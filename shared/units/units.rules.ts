import type { Reason } from '#shared/core/reason.ts';
import {
  aliveReasons,
  codeReasons,
  cycleReasons,
  laterReasons,
  levelReasons,
  nameReasons,
  parentReasons,
  parentSpans,
  sameNameReasons,
} from '#shared/units/unit-checks.ts';
import {
  type Around,
  newRef,
  noEffects,
  type UnitEffects,
  type UnitFact,
  type UnitRef,
} from '#shared/units/unit-plan.ts';
import { dayBefore, holdsOn, nameOn } from '#shared/units/unit-spans.ts';
import type { NewUnitInput, UnitChange, UnitTarget } from '#shared/units/units.schema.ts';

export type UnitPlan = { reasons: Reason[]; effects: UnitEffects };
type Of<Kind extends UnitChange['change']> = Extract<UnitChange, { change: Kind }>;
/** So many names stand in a sentence; the others are counted. */
const NAMED = 5;

/**
 * What a change of units would write, or why it cannot be: the same for the preview and for doing it. Past records keep
 * the unit of their time, so nothing here speaks of them.
 */
export function planChange(change: UnitChange, around: Around): UnitPlan {
  const plan: UnitPlan = { reasons: [], effects: noEffects() };
  if (change.document === '') plan.reasons.push({ code: 'unit.document-missing', field: 'document' });
  switch (change.change) {
    case 'add':
      make(plan, around, change.unit, 0, change.effectiveOn, [], 'unit.');
      break;
    case 'rename':
      rename(plan, around, change);
      break;
    case 'merge':
      merge(plan, around, change);
      break;
    case 'split':
      split(plan, around, change);
      break;
    case 'close':
      close(plan, around, change);
      break;
  }
  plan.reasons.push(...cyclesOf(plan.effects, around));
  return plan;
}

const unitOf = (around: Around, id: string): UnitFact | undefined => around.units.find((unit) => unit.id === id);

/** A new unit with its name, code and parents. */
function make(
  { reasons, effects }: UnitPlan,
  around: Around,
  unit: NewUnitInput,
  index: number,
  on: string,
  leaving: readonly string[],
  at: string,
): UnitRef {
  const ref = newRef(index);
  reasons.push(...nameReasons(unit.name, unit.fullName, at), ...parentReasons(unit, `${at}parentId`));
  let parents: UnitEffects['made'][number]['parents'] = [];
  if (unit.parentId !== null) {
    const parent = unitOf(around, unit.parentId);
    if (!parent) reasons.push({ code: 'unit.not-found', field: `${at}parentId` });
    else if (leaving.includes(parent.id))
      reasons.push({ code: 'unit.parent-ends', field: `${at}parentId`, facts: { parent: parent.name } });
    else {
      const early = aliveReasons(parent, on, 'stays', `${at}parentId`);
      const chain = parentSpans(parent.id, on, null, unit.fullName, around, `${at}parentId`);
      reasons.push(...(early.length > 0 ? early : chain.reasons));
      parents = chain.spans;
    }
  }
  const { kind, name, fullName } = unit;
  const wanted = { ref, kind, name, fullName, parents: parents.map(({ parent }) => parent), from: on };
  reasons.push(...sameNameReasons(wanted, around, leaving, `${at}name`));
  reasons.push(...codeReasons(unit.code, on, around, leaving, `${at}code`));
  const twin = effects.made.find(
    (one) => one.fullName.toLowerCase() === fullName.toLowerCase() && one.parents[0]?.parent === parents[0]?.parent,
  );
  if (twin)
    reasons.push({ code: 'unit.same-name', field: `${at}name`, facts: { name: fullName, other: twin.fullName } });
  if (unit.code !== '' && effects.made.some(({ code }) => code === unit.code))
    reasons.push({ code: 'unit.code-twice', field: `${at}code`, facts: { code: unit.code } });
  effects.made.push({ ref, kind, name, fullName, code: unit.code || null, validFrom: on, parents });
  return ref;
}

function rename({ reasons, effects }: UnitPlan, around: Around, change: Of<'rename'>): void {
  const { unitId, name, fullName, effectiveOn } = change;
  const unit = unitOf(around, unitId);
  if (!unit) return void reasons.push({ code: 'unit.not-found', field: 'unitId' });
  reasons.push(...nameReasons(name, fullName), ...aliveReasons(unit, effectiveOn, 'ends'));
  const names = around.names.filter((one) => one.unitId === unitId);
  const current = nameOn(names, effectiveOn);
  const later = names
    .map(({ validFrom }) => validFrom ?? '')
    .filter((from) => from >= effectiveOn)
    .toSorted()[0];
  if (later && later !== unit.validFrom)
    reasons.push({
      code: 'unit.renamed-later',
      field: 'effectiveOn',
      facts: { unit: unit.name, effectiveOn, fromOn: later },
    });
  const fromName = current?.name ?? unit.name;
  const fromFullName = current?.fullName ?? unit.fullName;
  if (name === fromName && fullName === fromFullName)
    reasons.push({ code: 'unit.name-same', field: 'name', facts: { name: fullName } });
  const parents = unit.parentId === null ? [] : [unit.parentId];
  const wanted = { ref: unitId, kind: unit.kind, name, fullName, parents, from: effectiveOn };
  reasons.push(...sameNameReasons(wanted, around, [unitId], 'name'));
  effects.renamed.push({ unitId, fromName, fromFullName, name, fullName, from: effectiveOn });
}

function merge(plan: UnitPlan, around: Around, change: Of<'merge'>): void {
  const { reasons, effects } = plan;
  const { sources, into, effectiveOn } = change;
  if (new Set(sources).size < sources.length) reasons.push({ code: 'unit.source-twice', field: 'sources' });
  if ('unit' in into && sources.length < 2) reasons.push({ code: 'unit.merge-needs-two', field: 'sources' });
  if ('unitId' in into && sources.includes(into.unitId))
    reasons.push({
      code: 'unit.merged-into-itself',
      field: 'into',
      facts: { unit: unitOf(around, into.unitId)?.name ?? '' },
    });
  const ending = [...new Set(sources)];
  const ref = target(plan, around, into, 0, effectiveOn, ending, 'unit.', 'into');
  const kinds = ending.flatMap((id) => unitOf(around, id)?.kind ?? []);
  const intoKind = 'unit' in into ? into.unit.kind : unitOf(around, into.unitId)?.kind;
  if (intoKind) reasons.push(...levelReasons([...kinds, intoKind], 'into'));
  for (const id of ending) {
    const unit = unitOf(around, id);
    if (!unit) {
      reasons.push({ code: 'unit.not-found', field: 'sources' });
      continue;
    }
    end(plan, around, unit, effectiveOn);
    effects.lines.push({ ancestorId: id, descendant: ref, sharePermille: 1000, fromOn: effectiveOn });
    for (const child of childrenOf(around, id, effectiveOn)) move(plan, around, child, id, ref, effectiveOn);
  }
}

function split(plan: UnitPlan, around: Around, change: Of<'split'>): void {
  const { reasons, effects } = plan;
  const { unitId, parts, children, effectiveOn } = change;
  const unit = unitOf(around, unitId);
  if (!unit) return void reasons.push({ code: 'unit.not-found', field: 'unitId' });
  if (parts.length < 2) reasons.push({ code: 'unit.split-needs-two', field: 'parts' });
  const sum = parts.reduce((total, { sharePermille }) => total + sharePermille, 0);
  if (sum !== 1000) reasons.push({ code: 'unit.shares-sum', field: 'parts', facts: { sum: percentText(sum) } });
  const there = parts.flatMap(({ into }) => ('unitId' in into ? [into.unitId] : []));
  if (new Set(there).size < there.length) reasons.push({ code: 'unit.part-twice', field: 'parts' });
  const stays = there.includes(unitId);
  const leaving = stays ? [] : [unitId];
  if (stays) reasons.push(...aliveReasons(unit, effectiveOn, 'ends'), ...laterReasons(unit, effectiveOn, around));
  else end(plan, around, unit, effectiveOn);

  let made = 0;
  const refs = parts.map(({ into, sharePermille }, index): UnitRef => {
    const at = `parts.${index}.`;
    if (sharePermille < 1) reasons.push({ code: 'unit.share-missing', field: `${at}sharePermille` });
    const ref = target(plan, around, into, made, effectiveOn, leaving, `${at}unit.`, `${at}into`);
    if ('unit' in into) made += 1;
    const kind = 'unit' in into ? into.unit.kind : unitOf(around, into.unitId)?.kind;
    if (kind) reasons.push(...levelReasons([unit.kind, kind], `${at}into`));
    if (ref !== unitId) effects.lines.push({ ancestorId: unitId, descendant: ref, sharePermille, fromOn: effectiveOn });
    return ref;
  });

  const below = childrenOf(around, unitId, effectiveOn);
  const chosen = new Map(children.map((one) => [one.unitId as string, refs[one.part]]));
  const strangers = [...chosen.keys()].filter((id) => !below.some((child) => child.id === id));
  if (strangers.length > 0 || [...chosen.values()].includes(undefined))
    reasons.push({ code: 'unit.not-a-child', field: 'children', facts: { unit: unit.name } });
  const left = stays ? [] : below.filter(({ id }) => !chosen.has(id));
  if (left.length > 0)
    reasons.push({ code: 'unit.child-unassigned', field: 'children', facts: { ...listed(left), unit: unit.name } });
  for (const child of below) {
    const ref = chosen.get(child.id);
    if (ref !== undefined && ref !== unitId) move(plan, around, child, unitId, ref, effectiveOn);
  }
}

function close(plan: UnitPlan, around: Around, { unitId, effectiveOn }: Of<'close'>): void {
  const unit = unitOf(around, unitId);
  if (!unit) return void plan.reasons.push({ code: 'unit.not-found', field: 'unitId' });
  end(plan, around, unit, effectiveOn);
  const left = childrenOf(around, unitId, effectiveOn);
  if (left.length > 0)
    plan.reasons.push({ code: 'unit.children-left', field: 'unitId', facts: { ...listed(left), unit: unit.name } });
}

function target(
  plan: UnitPlan,
  around: Around,
  into: UnitTarget,
  index: number,
  on: string,
  leaving: readonly string[],
  at: string,
  field: string,
): UnitRef {
  if ('unit' in into) return make(plan, around, into.unit, index, on, leaving, at);
  const unit = unitOf(around, into.unitId);
  plan.reasons.push(...(unit ? aliveReasons(unit, on, 'stays') : [{ code: 'unit.not-found', field }]));
  return into.unitId;
}

function end({ reasons, effects }: UnitPlan, around: Around, unit: UnitFact, on: string): void {
  const early = aliveReasons(unit, on, 'ends');
  reasons.push(...(early.length > 0 ? early : laterReasons(unit, on, around)));
  const codes = around.codes.filter(({ unitId, validTo }) => unitId === unit.id && validTo === null);
  effects.ended.push({ unitId: unit.id, lastDay: dayBefore(on), codes: codes.map(({ code }) => code) });
}

/** Units below this one on the day or later. */
const childrenOf = (around: Around, id: string, on: string): UnitFact[] =>
  around.units.filter(({ parentId, validTo }) => parentId === id && (validTo === null || validTo >= on));

function move(plan: UnitPlan, around: Around, child: UnitFact, fromParentId: string, to: UnitRef, on: string): void {
  if (child.id === to)
    return void plan.reasons.push({ code: 'unit.parent-cycle', field: 'into', facts: { unit: child.name } });
  if (child.parentSince !== null && child.parentSince >= on)
    return void plan.reasons.push({
      code: 'unit.changed-later',
      field: 'effectiveOn',
      facts: { unit: child.name, effectiveOn: on, fromOn: child.parentSince },
    });
  const from = holdsOn(child, on) ? on : (child.validFrom ?? on);
  const { spans, reasons } = parentSpans(to, from, child.validTo, child.name, around, 'into');
  plan.reasons.push(...reasons);
  plan.effects.moved.push({ unitId: child.id, fromParentId, parents: spans });
}

function cyclesOf(effects: UnitEffects, around: Around): Reason[] {
  const parentOf = new Map<UnitRef, UnitRef | null>(around.units.map(({ id, parentId }) => [id, parentId]));
  for (const { ref, parents } of effects.made) parentOf.set(ref, parents.at(-1)?.parent ?? null);
  for (const { unitId, parents } of effects.moved) parentOf.set(unitId, parents.at(-1)?.parent ?? null);
  return cycleReasons(parentOf, (ref) => unitOf(around, ref)?.name ?? ref);
}

function listed(units: readonly UnitFact[]) {
  const names = units.slice(0, NAMED).map(({ name }) => name);
  return { names: names.join(', ') + (units.length > NAMED ? '…' : ''), childCount: units.length };
}

/** 333 → '33,3 %'; 1000 → '100 %'. */
export function percentText(permille: number): string {
  const whole = Math.floor(permille / 10);
  return permille % 10 === 0 ? `${whole} %` : `${whole},${permille % 10} %`;
}
