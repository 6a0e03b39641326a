import { setImmediate as turn } from 'node:timers/promises';
import { listAwardForms } from '#db/awards/awards.queries.ts';
import type { Reader } from '#db/database.ts';
import { findAwardsOfDays, type KnownAward, listDecisionDates } from '#db/imports/matching.queries.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import { importAccess } from '#server/imports/imports.policy.ts';
import { awardPatch, awardText, COLUMN_OF, type PlannedAward, plannedAward } from '#server/imports/kinds/award-plan.ts';
import { type AwardEffect, type AwardPlan, applyAwards, undoAwards } from '#server/imports/kinds/award-writes.ts';
import type { Judged, KindAdapter, RowIn, Work } from '#server/imports/kinds/kind.ts';
import { People, type Person, personOf, personReasons, withoutClosed } from '#server/imports/kinds/people.ts';
import { awardFormList, loadUnitNames, unitList } from '#server/imports/lists.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { RowReason } from '#shared/imports/imports.schema.ts';
import { type UnitNames, unitOn } from '#shared/imports/unit-names.rules.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';
import { comparableNumber, recordReasons } from '#shared/registry/registry.rules.ts';
import type { RecordAward } from '#shared/registry/registry.schema.ts';

type Form = { name: string; appliesTo: readonly RecipientKind[] };
type Memory = {
  names: UnitNames;
  forms: ReadonlyMap<string, Form>;
  people: People;
  /** Dates of a decision number of an office and year, with where each was first seen. */
  decisions: Map<string, Map<string, number | null>>;
  /** Awards of the file by what they are recognised by, with their row. */
  inFile: Map<string, number>;
  /** Units of this person; null: all. */
  own: readonly string[] | null;
  /** What `prepare` made of the cells of rows to come; no other record is asked for that. */
  drafts: WeakMap<RowIn, Draft | { reasons: RowReason[] }>;
};

/** A row whose cells are right, on its way to a verdict. */
type Draft = { row: RowIn; person: Person; award: PlannedAward; key: string };

/** Rows looked at without a break: some five milliseconds. */
const AT_ONCE = 250;

/** Khen thưởng đã có: every row an award as "ghi bổ sung" would record it, with its recipient found or made. */
export const awards: KindAdapter<Memory, AwardPlan, AwardEffect> = {
  fields: FIELDS_OF_KIND.awards,
  // Each transaction pays for every index once: 40.000 rows took 11,9 s in chunks of 250, 7,2 s in chunks of 2.000.
  chunk: 2_000,
  async open(db, work) {
    const [forms, names] = await Promise.all([listAwardForms(db), loadUnitNames(db)]);
    const access = importAccess(work.ctx.actor, 'awards');
    const unitName = (id: string | null) => (id === null ? '' : (names.byId.get(id)?.lastName ?? ''));
    const memory: Memory = {
      names,
      forms: new Map(forms.map(({ code, name, appliesTo }) => [code, { name, appliesTo: kindsOf(appliesTo) }])),
      people: new People(unitName),
      decisions: work.isDry ? await decisionsOf(db, work) : new Map(),
      inFile: new Map(),
      own: access.all ? null : access.own,
      drafts: new WeakMap(),
    };
    const lists = {
      'award-forms': await awardFormList(forms),
      units: await unitList(names),
    };
    return { memory, lists };
  },
  async prepare(work, memory, rows) {
    for (const [at, row] of rows.entries()) {
      memory.drafts.set(row, draftOf(work, memory, row));
      if (at % AT_ONCE === 0) await turn();
    }
  },
  async judge(db, work, memory, rows) {
    if (!work.isDry) {
      memory.people.forgetMade();
      memory.inFile.clear();
    }
    const answers = new Map<number, Judged<AwardPlan>>();
    const drafts: Draft[] = [];
    for (const row of rows) {
      const draft = memory.drafts.get(row) ?? draftOf(work, memory, row);
      if ('reasons' in draft) answers.set(row.rowNumber, wrong(row, draft.reasons));
      else drafts.push(draft);
    }
    const [known] = await Promise.all([
      knownAwards(db, work, drafts),
      memory.people.load(
        db,
        work,
        drafts.map(({ person }) => person),
        drafts.flatMap(({ row }) => (row.decided !== null && row.decided !== 'new' ? [row.decided] : [])),
      ),
    ]);
    for (const [at, draft] of drafts.entries()) {
      answers.set(draft.row.rowNumber, judgeOne(work, memory, draft, known.get(draft.key)));
      if (at % AT_ONCE === AT_ONCE - 1) await turn();
    }
    return withoutClosed(
      db,
      work,
      rows.map(({ rowNumber }) => answers.get(rowNumber)!),
    );
  },
  async lock(tx, _work, memory, rows) {
    const units = new Set<string>();
    for (const { values } of rows) {
      const found = unitOn(memory.names, String(values.unit ?? ''), String(values.decidedOn ?? ''), 'unit');
      if (found.ok) units.add(found.unitId);
    }
    if (_work.run.unitId !== null) units.add(_work.run.unitId);
    for (const id of [...units].toSorted()) await lockUnit(tx, id);
  },
  apply: (tx, work, _memory, rows) => applyAwards(tx, work, rows),
  undo: undoAwards,
};

function kindsOf(json: string): RecipientKind[] {
  try {
    const kinds: unknown = JSON.parse(json);
    return Array.isArray(kinds) ? kinds : [];
  } catch {
    return [];
  }
}

const wrong = (row: RowIn, reasons: readonly RowReason[]): Judged<AwardPlan> => ({
  rowNumber: row.rowNumber,
  verdict: 'wrong',
  reasons,
  changes: [],
  plan: null,
});

/** The award as the rules of "ghi bổ sung" are asked, or why it cannot be. */
function draftOf(work: Work, memory: Memory, row: RowIn): Draft | { reasons: RowReason[] } {
  const { values } = row;
  const reasons = [...row.reasons];
  if (reasons.length > 0) return { reasons };
  const decidedOn = String(values.decidedOn);
  const form = memory.forms.get(String(values.award));
  const unitId = unitOfRow(work, memory, row, decidedOn, reasons);
  const issuing = values.issuingUnit
    ? unitOn(memory.names, String(values.issuingUnit), decidedOn, 'issuingUnit')
    : ({ ok: true, unitId: unitId ?? '' } as const);
  if (!issuing.ok) reasons.push(issuing.reason);
  const person = personOf(work, row, unitId, form?.appliesTo.length === 1 ? form.appliesTo[0]! : null);
  if (!person) reasons.push({ code: 'import.kind-missing', field: 'kind' });
  if (!person || unitId === null || !issuing.ok || reasons.length > 0) return { reasons };
  const award = plannedAward(values, person, { unitId, issuingUnitId: issuing.unitId, isDemo: work.isDemo });
  reasons.push(...personReasons(person, work.today), ...awardReasons(award, person, form, work.today));
  if (reasons.length > 0) return { reasons };
  const key = keyOf(award);
  return { row, person, award, key };
}

function unitOfRow(work: Work, memory: Memory, row: RowIn, on: string, reasons: RowReason[]): string | null {
  const { unitId: chosen } = work.run;
  const told = row.values.unit;
  if (!told) {
    if (chosen === null) reasons.push({ code: 'import.unit-missing', field: 'unit' });
    return chosen;
  }
  const found = unitOn(memory.names, String(told), on, 'unit', memory.own ?? []);
  if (!found.ok) {
    reasons.push(found.reason);
    return null;
  }
  const mine = chosen === null ? memory.own : [chosen];
  if (mine !== null && !mine.includes(found.unitId)) {
    reasons.push({ code: 'award.not-own-unit', field: 'unit' });
    return null;
  }
  return found.unitId;
}

/** The same rules as "ghi bổ sung" asks, and what a whole list shows beyond one entry. */
function awardReasons(award: PlannedAward, person: Person, form: Form | undefined, today: string): RowReason[] {
  const asked = {
    recipientKind: award.recipientKind,
    sex: award.sex,
    personClass: award.personClass,
    year: award.year,
    decidedOn: award.decidedOn,
  } as RecordAward;
  // Lists of former years do not tell the class of a person: such awards count as "không rõ" in the statistics.
  const told = recordReasons(asked, form, today).filter(({ field }) => field !== 'personClass');
  const reasons: RowReason[] = told.map(({ code, field, facts }) => ({
    code: field === 'sex' ? 'import.sex-missing' : code,
    ...(field !== undefined && { field: field === 'awardCode' ? 'award' : field === 'recipientKind' ? 'kind' : field }),
    ...(facts && { facts }),
  }));
  const bornIn = person.born ?? person.foundedOn;
  if (bornIn !== null && Number(bornIn.slice(0, 4)) > award.year)
    reasons.push({
      code: 'import.award-before-birth',
      field: 'year',
      facts: { year: award.year, birthYear: Number(bornIn.slice(0, 4)) },
    });
  return reasons;
}

/** By what an award is known again: the rule of "ghi bổ sung". */
const keyOf = (award: Pick<KnownAward, 'unitId' | 'decidedOn' | 'awardCode' | 'decisionNumber' | 'nameFold'>) =>
  `${award.unitId}|${award.decidedOn}|${award.awardCode}|${comparableNumber(award.decisionNumber)}|${award.nameFold}`;

async function knownAwards(db: Reader, work: Work, drafts: readonly Draft[]): Promise<Map<string, KnownAward[]>> {
  const pairs = new Map(drafts.map(({ award }) => [`${award.nameFold}|${award.decidedOn}`, award]));
  const rows = await findAwardsOfDays(
    db,
    work.ctx.db.engine,
    [...pairs.values()].map((award) => [award.nameFold, award.decidedOn] as const),
  );
  return Map.groupBy(rows, keyOf);
}

/** Every decision the registry knows of the offices that are asked about. */
async function decisionsOf(db: Reader, { run }: Work): Promise<Memory['decisions']> {
  const decisions: Memory['decisions'] = new Map();
  for (const { issuingUnitId, decisionNumber, decidedOn } of await listDecisionDates(
    db,
    run.unitId === null ? null : [run.unitId],
  ))
    datesOf(decisions, { issuingUnitId, decisionNumber, decidedOn }).set(decidedOn, null);
  return decisions;
}

function datesOf(
  decisions: Memory['decisions'],
  award: Pick<PlannedAward, 'issuingUnitId' | 'decisionNumber' | 'decidedOn'>,
): Map<string, number | null> {
  const key = `${award.issuingUnitId}|${award.decidedOn.slice(0, 4)}|${comparableNumber(award.decisionNumber)}`;
  const known = decisions.get(key);
  if (known) return known;
  const dates = new Map<string, number | null>();
  decisions.set(key, dates);
  return dates;
}

function judgeOne(
  work: Work,
  memory: Memory,
  { row, person, award, key }: Draft,
  known: readonly KnownAward[] | undefined,
): Judged<AwardPlan> {
  const { rowNumber, values, decided } = row;
  const answer = (
    verdict: Judged<AwardPlan>['verdict'],
    more: Partial<Pick<Judged<AwardPlan>, 'reasons' | 'changes' | 'plan'>> = {},
  ): Judged<AwardPlan> => ({ rowNumber, verdict, reasons: [], changes: [], plan: null, ...more });

  const twin = memory.inFile.get(key);
  const recorded = known?.find(({ status }) => status === 'active') ?? known?.[0];
  if (twin === undefined) memory.inFile.set(key, rowNumber);
  else if (decided === null && recorded === undefined)
    return answer('doubtful', { reasons: [{ code: 'import.award-twice-in-file', facts: { row: twin } }] });

  if (recorded) {
    const patch = awardPatch(values, award, recorded);
    if (patch.fields.length === 0) return answer('unchanged');
    if (recorded.decisionId !== null || recorded.nominationId !== null)
      return answer('doubtful', { reasons: [{ code: 'import.award-issued-here', field: patch.fields[0]! }] });
    const changes = patch.fields.map((field) => {
      const column = COLUMN_OF[field] as keyof typeof patch.to;
      return { field, from: awardText(column, patch.from[column]), to: awardText(column, patch.to[column]) };
    });
    const name = award.printedName;
    return answer('changed', {
      changes,
      plan: {
        change: {
          id: recorded.id,
          version: recorded.version,
          name,
          unitId: award.unitId,
          earlierRunId: recorded.importRunId,
          ...patch,
        },
      },
    });
  }

  if (work.isDry && decided === null) {
    const dates = datesOf(memory.decisions, award);
    const other = [...dates.keys()].find((date) => date !== award.decidedOn);
    if (other !== undefined) {
      const otherRow = dates.get(other);
      return answer('doubtful', {
        reasons: [
          {
            code: otherRow === null ? 'import.decision-other-date' : 'import.decision-other-date-in-file',
            field: 'decidedOn',
            facts: {
              number: award.decisionNumber,
              decidedOn: award.decidedOn,
              otherOn: other,
              ...(otherRow !== null && otherRow !== undefined && { row: otherRow }),
            },
          },
        ],
      });
    }
    dates.set(award.decidedOn, rowNumber);
  }
  return judgeRecipient(memory, { row, person, award, key }, answer);
}

type Answer = (
  verdict: Judged<AwardPlan>['verdict'],
  more?: Partial<Pick<Judged<AwardPlan>, 'reasons' | 'changes' | 'plan'>>,
) => Judged<AwardPlan>;

function judgeRecipient({ people }: Memory, { row, person, award }: Draft, answer: Answer): Judged<AwardPlan> {
  const { rowNumber, decided } = row;
  if (decided !== null && decided !== 'new') {
    const meant = people.known(decided);
    if (!meant || meant.kind !== person.kind || !people.offers(person, decided))
      return answer('doubtful', { reasons: [{ code: 'import.decided-gone', field: 'name' }] });
    return answer('new', { plan: { award, recipient: { id: decided } } });
  }
  const match = people.match(person);
  if (match.is === 'doubt' && decided !== 'new') return answer('doubtful', { reasons: [people.reasonOf(match)] });
  if (match.is !== 'known') {
    people.make(rowNumber, person);
    return answer('new', { plan: { award, recipient: { person } } });
  }
  const madeBy = people.rowOf(match.id);
  return answer('new', { plan: { award, recipient: madeBy === undefined ? { id: match.id } : { row: madeBy } } });
}
