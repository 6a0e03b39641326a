import type { Reader } from '#db/database.ts';
import { catalogueMark } from '#db/imports/matching.queries.ts';
import { removeUnit } from '#db/imports/units.writes.ts';
import { lockCatalogue } from '#db/units/units.writes.ts';
import { type Judged, type KindAdapter, sourceText } from '#server/imports/kinds/kind.ts';
import { loadUnitNames, unitList } from '#server/imports/lists.ts';
import { addImportedUnit, additionReasons } from '#server/units/unit-change.service.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { fold } from '#shared/core/fold.ts';
import { Refusal } from '#shared/core/refusal.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { RowReason } from '#shared/imports/imports.schema.ts';
import { learnUnit, type UnitNames, unitOn } from '#shared/imports/unit-names.rules.ts';
import { holdsOn } from '#shared/units/unit-spans.ts';
import { KIND_PREFIX, type UnitChange, type UnitKind } from '#shared/units/units.schema.ts';

type Plan = { change: Extract<UnitChange, { change: 'add' }> };
type Effect = { made: string; changeId: string; name: string };
type Memory = {
  names: UnitNames;
  /** The catalogue that `names` was read from; see catalogueMark. */
  mark: string;
  inFile: Map<string, number>;
};

const NOT_READ = '';

/** Danh mục đơn vị: new units, each as "Thành lập" on the page of units; other changes are made there. */
export const units: KindAdapter<Memory, Plan, Effect> = {
  fields: FIELDS_OF_KIND.units,
  chunk: 20,
  async open(db) {
    // The mark first: what is made in between is read again, not missed.
    const mark = await catalogueMark(db);
    const names = await loadUnitNames(db);
    const memory = { names, mark, inFile: new Map<string, number>() };
    return { memory, lists: { units: await unitList(names) } };
  },
  async judge(db, work, memory, rows) {
    if (!work.isDry) {
      memory.inFile.clear();
      await renew(db, memory);
    }
    const answers: Judged<Plan>[] = [];
    for (const row of rows) {
      const { rowNumber, values } = row;
      const answer = (verdict: Judged<Plan>['verdict'], more: Partial<Judged<Plan>> = {}): Judged<Plan> => ({
        rowNumber,
        verdict,
        reasons: [],
        changes: [],
        plan: null,
        ...more,
      });
      const reasons: RowReason[] = [...row.reasons];
      const change = reasons.length > 0 ? null : changeOf(memory, values, reasons);
      if (!change) {
        answers.push(answer('wrong', { reasons }));
        continue;
      }
      const { unit, effectiveOn } = change;
      const key = `${fold(unit.fullName)} ${unit.parentId}`;
      const twin = memory.inFile.get(key);
      if (twin !== undefined) {
        answers.push(
          answer('wrong', { reasons: [{ code: 'import.twice-in-file', field: 'name', facts: { row: twin } }] }),
        );
        continue;
      }
      memory.inFile.set(key, rowNumber);
      if (isThere(memory.names, unit, effectiveOn)) {
        answers.push(answer('unchanged'));
        continue;
      }
      const grounds = (await additionReasons(db, change)).map(({ code, field, facts }) => ({
        code,
        ...(field !== undefined && { field: FIELD_OF[field] ?? field }),
        ...(facts && { facts }),
      }));
      answers.push(grounds.length > 0 ? answer('wrong', { reasons: grounds }) : answer('new', { plan: { change } }));
    }
    return answers;
  },
  lock: (tx) => lockCatalogue(tx),
  async apply(tx, work, memory, rows) {
    const applied: { rowNumber: number; effect: Effect }[] = [];
    const audit: AuditEvent[] = [];
    memory.mark = NOT_READ; // until these rows are written: where they are given up, what was learnt of them is wrong
    for (const { rowNumber, plan } of rows) {
      const made = await addImportedUnit(work.ctx, tx, plan.change).catch((error: unknown) => {
        // Judged a moment ago in this transaction: only a row of this very chunk can stand in its way.
        if (error instanceof Refusal) return undefined;
        throw error;
      });
      if (!made) continue;
      const { name } = plan.change.unit;
      // Units that earlier rows made are parents of later ones.
      learn(memory.names, made.unitId, plan.change);
      applied.push({ rowNumber, effect: { made: made.unitId, changeId: made.changeId, name } });
      const source = { field: 'import', from: null, to: sourceText(work, rowNumber) };
      audit.push(...made.audit.map((event) => ({ ...event, changes: [...(event.changes ?? []), source] })));
    }
    memory.mark = await catalogueMark(tx);
    return { applied, audit };
  },
  async undo(tx, work, rows) {
    await lockCatalogue(tx);
    const answers: { rowNumber: number; kept: RowReason | null }[] = [];
    const audit: AuditEvent[] = [];
    for (const { rowNumber, effect } of rows) {
      const { made, changeId, name } = effect;
      const gone = await removeUnit(tx, made, changeId);
      answers.push({ rowNumber, kept: gone ? null : { code: 'import.kept-changed', facts: { name } } });
      if (gone)
        audit.push({
          action: 'unit.import-undone',
          subjectKind: 'unit',
          subjectId: made,
          subjectLabel: name,
          unitId: made,
          changes: [{ field: 'import', from: sourceText(work, rowNumber), to: null }],
        });
    }
    return { rows: answers, audit };
  },
};

/** Reads the catalogue again where it is not the one in memory: others changed it, or a chunk was given up. */
async function renew(db: Reader, memory: Memory): Promise<void> {
  const mark = await catalogueMark(db);
  if (mark === memory.mark) return;
  memory.names = await loadUnitNames(db);
  memory.mark = mark;
}

function learn(names: UnitNames, unitId: string, { unit, effectiveOn }: Plan['change']): void {
  const { name, fullName, kind, parentId } = unit;
  learnUnit(names, {
    unitId,
    name,
    fullName,
    validFrom: effectiveOn,
    validTo: null,
    kind,
    parentId,
    lastName: name,
    lastFullName: fullName,
    endedOn: null,
  });
}

const FIELD_OF: Readonly<Record<string, string>> = {
  'unit.name': 'name',
  'unit.fullName': 'fullName',
  'unit.parentId': 'parent',
  'unit.code': 'code',
};

type Values = Readonly<Record<string, string | number | boolean | null>>;

function changeOf({ names }: Memory, values: Values, reasons: RowReason[]): Plan['change'] | null {
  const effectiveOn = String(values.effectiveOn);
  const kind = values.kind as UnitKind;
  const name = String(values.name);
  const prefix = KIND_PREFIX[kind];
  const parent = values.parent ? unitOn(names, String(values.parent), effectiveOn, 'parent') : null;
  if (parent && !parent.ok) {
    reasons.push(parent.reason);
    return null;
  }
  return {
    change: 'add',
    effectiveOn,
    document: String(values.document),
    note: '',
    unit: {
      kind,
      name,
      fullName: values.fullName ? String(values.fullName) : prefix ? `${prefix} ${name}` : name,
      parentId: (parent?.unitId ?? null) as Plan['change']['unit']['parentId'],
      code: values.code ? String(values.code) : '',
    },
  };
}

/** The same kind of unit of the same name below the same parent is there on that day. */
function isThere({ byFold }: UnitNames, unit: Plan['change']['unit'], on: string): boolean {
  const borne = byFold.get(fold(unit.name)) ?? [];
  return borne.some((one) => one.kind === unit.kind && one.parentId === unit.parentId && holdsOn(one, on));
}
