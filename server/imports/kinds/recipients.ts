import type { Writer } from '#db/database.ts';
import type { AlikeRecipient } from '#db/imports/matching.queries.ts';
import { findRecipientStates, patchRecipient } from '#db/imports/undo.writes.ts';
import type { NewRecipient, RecipientRow } from '#db/recipients/recipients.table.ts';
import { insertRecipients } from '#db/recipients/recipients.writes.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import { importAccess } from '#server/imports/imports.policy.ts';
import { takeRecipientsBack } from '#server/imports/kinds/award-writes.ts';
import {
  type Judged,
  type KindAdapter,
  type RowIn,
  sourceText,
  type TakenBack,
  type Work,
} from '#server/imports/kinds/kind.ts';
import {
  newRecipientOf,
  People,
  type Person,
  personOf,
  personReasons,
  withoutClosed,
} from '#server/imports/kinds/people.ts';
import { ethnicityOptions, loadUnitNames, unitList } from '#server/imports/lists.ts';
import { sealCccd } from '#server/recipients/cccd.service.ts';
import type { AuditEvent, FieldChange } from '#shared/audit/audit.schema.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { RowReason } from '#shared/imports/imports.schema.ts';
import { valueList } from '#shared/imports/suggestions.rules.ts';
import { type UnitNames, unitOn } from '#shared/imports/unit-names.rules.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

type Patch = Partial<
  Pick<
    RecipientRow,
    'sex' | 'birthYear' | 'birthOn' | 'foundedOn' | 'place' | 'positionHeld' | 'cccdCipher' | 'cccdIndex'
  >
>;
type Plan =
  | { person: Person; ethnicity: string | null }
  | {
      change: { id: string; version: number; name: string; unitId: string | null; to: Patch; from: Patch; told: Told };
    };
type Told = Judged<Plan>['changes'];
type Effect =
  | { made: string; name: string; unitId: string | null }
  | { changed: string; version: number; name: string; unitId: string | null; from: Patch; told: Told };
type Memory = {
  names: UnitNames;
  people: People;
  /** Known recipients that a row of the file means already. */
  meant: Map<string, number>;
  own: readonly string[] | null;
};
type Draft = { row: RowIn; person: Person };

const VEILED = '•••• (đã thay đổi)';

/** Tập thể, cá nhân, hộ: new ones, and what the file knows better of those that are there. */
export const recipients: KindAdapter<Memory, Plan, Effect> = {
  fields: FIELDS_OF_KIND.recipients,
  chunk: 250,
  async open(db, work) {
    const names = await loadUnitNames(db);
    const access = importAccess(work.ctx.actor, 'recipients');
    const memory = {
      names,
      people: new People((id) => (id === null ? '' : (names.byId.get(id)?.lastName ?? ''))),
      meant: new Map<string, number>(),
      own: access.all ? null : access.own,
    };
    return { memory, lists: { units: await unitList(names), ethnicities: valueList(ethnicityOptions()) } };
  },
  async judge(db, work, memory, rows) {
    if (!work.isDry) {
      memory.people.forgetMade();
      memory.meant.clear();
    }
    const answers = new Map<number, Judged<Plan>>();
    const drafts: Draft[] = [];
    for (const row of rows) {
      const draft = draftOf(work, memory, row);
      if ('reasons' in draft)
        answers.set(row.rowNumber, {
          rowNumber: row.rowNumber,
          verdict: 'wrong',
          reasons: draft.reasons,
          changes: [],
          plan: null,
        });
      else drafts.push(draft);
    }
    await memory.people.load(
      db,
      work,
      drafts.map(({ person }) => person),
      drafts.flatMap(({ row }) => (row.decided !== null && row.decided !== 'new' ? [row.decided] : [])),
    );
    for (const draft of drafts) answers.set(draft.row.rowNumber, judgeOne(work, memory, draft));
    return withoutClosed(
      db,
      work,
      rows.map(({ rowNumber }) => answers.get(rowNumber)!),
    );
  },
  async lock(tx, work, memory, rows) {
    const units = new Set<string>(work.run.unitId === null ? [] : [work.run.unitId]);
    for (const { values } of rows) {
      const found = values.unit ? unitOn(memory.names, String(values.unit), work.today, 'unit') : undefined;
      if (found?.ok) units.add(found.unitId);
    }
    for (const id of [...units].toSorted()) await lockUnit(tx, id);
  },
  apply,
  undo,
};

function draftOf(work: Work, memory: Memory, row: RowIn): Draft | { reasons: RowReason[] } {
  const reasons = [...row.reasons];
  if (reasons.length > 0) return { reasons };
  const unitId = unitOfRow(work, memory, row, reasons);
  const person = personOf(work, row, unitId, row.values.foundedOn ? 'collective' : null);
  if (!person) reasons.push({ code: 'import.kind-missing', field: 'kind' });
  if (!person || reasons.length > 0) return { reasons };
  reasons.push(...personReasons(person, work.today));
  return reasons.length > 0 ? { reasons } : { row, person };
}

function unitOfRow(work: Work, memory: Memory, row: RowIn, reasons: RowReason[]): string | null {
  const { unitId: chosen } = work.run;
  const told = row.values.unit;
  if (!told) {
    if (chosen === null) reasons.push({ code: 'import.unit-missing', field: 'unit' });
    return chosen;
  }
  const found = unitOn(memory.names, String(told), work.today, 'unit', memory.own ?? []);
  if (!found.ok) {
    reasons.push(found.reason);
    return null;
  }
  const mine = chosen === null ? memory.own : [chosen];
  if (mine === null || mine.includes(found.unitId)) return found.unitId;
  reasons.push({ code: 'import.recipient-not-own-unit', field: 'unit' });
  return null;
}

function judgeOne(work: Work, memory: Memory, { row, person }: Draft): Judged<Plan> {
  const { people, meant, own } = memory;
  const { rowNumber, decided, values } = row;
  const answer = (verdict: Judged<Plan>['verdict'], more: Partial<Judged<Plan>> = {}): Judged<Plan> => ({
    rowNumber,
    verdict,
    reasons: [],
    changes: [],
    plan: null,
    ...more,
  });
  const doubt = (reason: RowReason) => answer('doubtful', { reasons: [reason] });
  const make = () => {
    people.make(rowNumber, person);
    return answer('new', { plan: { person, ethnicity: (values.ethnicity as string | null | undefined) ?? null } });
  };
  if (decided === 'new') return make();
  const match = decided === null ? people.match(person) : ({ is: 'known', id: decided } as const);
  if (match.is === 'doubt') return doubt(people.reasonOf(match));
  if (match.is === 'new') return make();
  const madeBy = people.rowOf(match.id) ?? meant.get(match.id);
  if (madeBy !== undefined) return doubt({ code: 'import.twice-in-file', field: 'name', facts: { row: madeBy } });
  const known = people.known(match.id);
  const isMeant = decided === null || people.offers(person, decided);
  if (!known || known.kind !== person.kind || !isMeant) return doubt({ code: 'import.decided-gone', field: 'name' });
  meant.set(known.id, rowNumber);
  const patch = patchOf(work, person, known);
  if (patch.told.length === 0) return answer('unchanged');
  if (own !== null && (known.unitId === null || !own.includes(known.unitId)))
    return doubt({ code: 'import.recipient-elsewhere', field: 'name' });
  const { id, version, name, unitId } = known;
  return answer('changed', { changes: patch.told, plan: { change: { id, version, name, unitId, ...patch } } });
}

/** What the file says beyond or otherwise: an empty cell says nothing, a year does not overrule a day. */
function patchOf(work: Work, person: Person, known: AlikeRecipient): { to: Patch; from: Patch; told: Told } {
  const to: Record<string, unknown> = {};
  const from: Record<string, unknown> = {};
  const told: { field: string; from: string | null; to: string | null }[] = [];
  const set = (column: keyof Patch, value: unknown, before: unknown) => {
    to[column] = value;
    from[column] = before;
  };
  if (person.sex !== null && person.sex !== known.sex) {
    set('sex', person.sex, known.sex);
    told.push({ field: 'sex', from: known.sex && SEX_LABELS[known.sex].vi, to: SEX_LABELS[person.sex].vi });
  }
  const bornBefore = known.birthOn ?? (known.birthYear === null ? null : String(known.birthYear));
  if (person.born !== null && person.born !== bornBefore && !bornBefore?.startsWith(person.born)) {
    set('birthYear', Number(person.born.slice(0, 4)), known.birthYear);
    set('birthOn', person.born.length === 10 ? person.born : null, known.birthOn);
    told.push({ field: 'birthOn', from: formatPartialDate(bornBefore) || null, to: formatPartialDate(person.born) });
  }
  if (person.foundedOn !== null && person.foundedOn !== known.foundedOn) {
    set('foundedOn', person.foundedOn, known.foundedOn);
    told.push({
      field: 'foundedOn',
      from: formatPartialDate(known.foundedOn) || null,
      to: formatPartialDate(person.foundedOn),
    });
  }
  for (const field of ['place', 'positionHeld'] as const)
    if (person[field] !== '' && person[field] !== known[field]) {
      set(field, person[field], known[field]);
      told.push({ field, from: known[field] || null, to: person[field] });
    }
  if (person.cccd !== null && known.cccdIndex === null) {
    const sealed = sealCccd(work.ctx.keys, person.cccd);
    set('cccdCipher', sealed.cipher, null);
    set('cccdIndex', sealed.index, null);
    told.push({ field: 'cccd', from: null, to: VEILED });
  }
  return { to: to as Patch, from: from as Patch, told };
}

async function apply(
  tx: Writer,
  work: Work,
  _memory: Memory,
  rows: readonly { rowNumber: number; plan: Plan }[],
): Promise<{ applied: { rowNumber: number; effect: Effect }[]; audit: AuditEvent[] }> {
  const added: NewRecipient[] = [];
  const stated: { recipientId: string; ethnicityCode: string }[] = [];
  const applied: { rowNumber: number; effect: Effect }[] = [];
  const audit: AuditEvent[] = [];
  for (const { rowNumber, plan } of rows) {
    const source: FieldChange = { field: 'import', from: null, to: sourceText(work, rowNumber) };
    if ('change' in plan) {
      const { id, version, name, unitId, to, from, told } = plan.change;
      if (!(await patchRecipient(tx, id, version, to)))
        throw new Error(`recipient ${id} changed between its verdict and its change`);
      applied.push({ rowNumber, effect: { changed: id, version: version + 1, name, unitId, from, told } });
      audit.push(eventOf('recipient.import-changed', id, name, unitId, [...told, source]));
      continue;
    }
    const id = work.ctx.newId();
    const { person, ethnicity } = plan;
    added.push(newRecipientOf(work, id, person));
    if (ethnicity !== null) stated.push({ recipientId: id, ethnicityCode: ethnicity });
    applied.push({ rowNumber, effect: { made: id, name: person.name, unitId: person.unitId } });
    audit.push({ ...eventOf('recipient.imported', id, person.name, person.unitId, []), reason: source.to });
  }
  await insertRecipients(tx, added);
  if (stated.length > 0) await tx.insertInto('recipientSensitive').values(stated).execute();
  return { applied, audit };
}

async function undo(
  tx: Writer,
  work: Work,
  rows: readonly { rowNumber: number; effect: Effect }[],
): Promise<{ rows: TakenBack[]; audit: AuditEvent[] }> {
  const answers: TakenBack[] = [];
  const audit: AuditEvent[] = [];
  const made = new Map<string, { rowNumber: number; name: string; unitId: string | null }>();
  for (const { rowNumber, effect } of rows) {
    const { name, unitId } = effect;
    if ('made' in effect) {
      made.set(effect.made, { rowNumber, name, unitId });
      continue;
    }
    const [state] = await findRecipientStates(tx, [effect.changed]);
    const isSame = state !== undefined && state.version === effect.version;
    if (!isSame || !(await patchRecipient(tx, effect.changed, effect.version, effect.from))) {
      answers.push({ rowNumber, kept: { code: 'import.kept-changed', facts: { name } } });
      continue;
    }
    const back = effect.told.map(({ field, from, to }) => ({ field, from: to, to: from }));
    const source = { field: 'import', from: sourceText(work, rowNumber), to: null };
    audit.push(eventOf('recipient.import-undone', effect.changed, name, unitId, [...back, source]));
    answers.push({ rowNumber, kept: null });
  }
  answers.push(...(await takeRecipientsBack(tx, work, made, audit)));
  return { rows: answers, audit };
}

function eventOf(
  action: string,
  id: string,
  name: string,
  unitId: string | null,
  changes: readonly FieldChange[],
): AuditEvent {
  return { action, subjectKind: 'recipient', subjectId: id, subjectLabel: name, unitId, changes };
}
