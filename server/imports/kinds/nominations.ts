import { listAwardForms } from '#db/awards/awards.queries.ts';
import { countFilesEver } from '#db/files/files.queries.ts';
import { findDraftsOfNames, removeDraft } from '#db/imports/nominations.writes.ts';
import { lockNominations } from '#db/nominations/nominations.writes.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { type Judged, type KindAdapter, sourceText } from '#server/imports/kinds/kind.ts';
import { awardFormList, ethnicityOptions } from '#server/imports/lists.ts';
import { CLUSTER_AWARD, importDrafts } from '#server/nominations/nominations.service.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { fold } from '#shared/core/fold.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import { valueList } from '#shared/imports/suggestions.rules.ts';
import type { NominationDraft } from '#shared/nominations/nominations.schema.ts';
import type { AreaClass, PersonClass, RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';

type Plan = { kind: RecipientKind; draft: NominationDraft; ethnicity: string | null };
type Effect = { made: string; name: string };
type Memory = { inFile: Map<string, number> };

/** Hồ sơ đề nghị: a list becomes drafts of one's own unit, as "Lập hồ sơ" opens them; gaps are filled there. */
export const nominations: KindAdapter<Memory, Plan, Effect> = {
  fields: FIELDS_OF_KIND.nominations,
  chunk: 100,
  async open(db) {
    const forms = await listAwardForms(db);
    return {
      memory: { inFile: new Map<string, number>() },
      lists: { 'award-forms': await awardFormList(forms), ethnicities: valueList(ethnicityOptions()) },
    };
  },
  async judge(db, work, memory, rows) {
    if (!work.isDry) memory.inFile.clear();
    const { unitId, clusterYearId } = work.run;
    const folds = rows.map(({ values }) => fold(String(values.name ?? '')));
    const known = await findDraftsOfNames(db, clusterYearId!, unitId!, folds);
    return rows.map((row, position): Judged<Plan> => {
      const { rowNumber, values, reasons, decided } = row;
      const answer = (verdict: Judged<Plan>['verdict'], more: Partial<Judged<Plan>> = {}): Judged<Plan> => ({
        rowNumber,
        verdict,
        reasons: [],
        changes: [],
        plan: null,
        ...more,
      });
      if (reasons.length > 0) return answer('wrong', { reasons });
      if (values.award && values.award !== CLUSTER_AWARD)
        return answer('wrong', { reasons: [{ code: 'import.nomination-form', field: 'award' }] });
      const kind = kindOf(row.values);
      if (!kind) return answer('wrong', { reasons: [{ code: 'import.kind-missing', field: 'kind' }] });
      const plan = { kind, draft: draftOf(values), ethnicity: (values.ethnicity as string | null) ?? null };
      const key = `${kind} ${folds[position]} ${plan.draft.birthYear ?? ''}`;
      const same = known.find(
        (one) =>
          one.nameFold === folds[position] &&
          one.recipientKind === kind &&
          (one.birthYear === null || plan.draft.birthYear === null || one.birthYear === plan.draft.birthYear),
      );
      if (same && decided === null) {
        const isSame = Object.entries(plan.draft).every(
          ([field, value]) => isSilent(value) || asStored(value) === (same as Record<string, unknown>)[field],
        );
        if (isSame) return answer('unchanged');
        const facts = { name: plan.draft.name };
        return answer('doubtful', { reasons: [{ code: 'import.nomination-there', field: 'name', facts }] });
      }
      const twin = memory.inFile.get(key);
      if (twin !== undefined && decided === null)
        return answer('doubtful', { reasons: [{ code: 'import.twice-in-file', field: 'name', facts: { row: twin } }] });
      memory.inFile.set(key, rowNumber);
      return answer('new', { plan });
    });
  },
  async lock(tx, { run, today }) {
    await lockUnit(tx, run.unitId!);
    await requireActiveMember(tx, run.clusterYearId!, run.unitId!, today);
  },
  async apply(tx, work, _memory, rows) {
    const { ctx, run, isDemo } = work;
    const made = await importDrafts(
      tx,
      { clusterYearId: run.clusterYearId!, unitId: run.unitId!, isDemo },
      rows.map(({ plan }) => ({ id: ctx.newId(), ...plan })),
    );
    const applied = rows.map(({ rowNumber, plan }, position) => ({
      rowNumber,
      effect: { made: made[position]!, name: plan.draft.name },
    }));
    const audit = applied.map(({ rowNumber, effect }) =>
      eventOf(run, 'nomination.imported', effect, [
        { field: 'name', from: null, to: effect.name },
        { field: 'import', from: null, to: sourceText(work, rowNumber) },
      ]),
    );
    return { applied, audit };
  },
  async undo(tx, work, rows) {
    const ids = rows.map(({ effect }) => effect.made);
    await lockNominations(tx, ids);
    const files = await countFilesEver(tx, 'nomination', ids);
    const audit: AuditEvent[] = [];
    const answers = [];
    for (const { rowNumber, effect } of rows) {
      const { name } = effect;
      const gone = (files.get(effect.made) ?? 0) === 0 && (await removeDraft(tx, effect.made));
      answers.push({ rowNumber, kept: gone ? null : { code: 'import.kept-changed', facts: { name } } });
      if (gone)
        audit.push(
          eventOf(work.run, 'nomination.import-undone', effect, [
            { field: 'import', from: sourceText(work, rowNumber), to: null },
          ]),
        );
    }
    return { rows: answers, audit };
  },
};

function eventOf(
  { clusterYearId, unitId }: { clusterYearId: string | null; unitId: string | null },
  action: string,
  { made, name }: Effect,
  changes: AuditEvent['changes'],
): AuditEvent {
  return {
    action,
    subjectKind: 'nomination',
    subjectId: made,
    subjectLabel: name,
    clusterYearId,
    unitId,
    changes: changes ?? [],
  };
}

type Values = Readonly<Record<string, string | number | boolean | null>>;

function kindOf(values: Values): RecipientKind | null {
  if (values.kind) return values.kind as RecipientKind;
  if (values.sex || values.birthYear || values.personClass || values.salutation) return 'individual';
  return values.headcount ? 'collective' : null;
}

function draftOf(values: Values): NominationDraft {
  const text = (field: string) => (typeof values[field] === 'string' ? (values[field] as string) : '');
  const one = <Value>(field: string) => (values[field] ?? null) as Value | null;
  const sex = one<Sex>('sex');
  return {
    name: text('name'),
    printedName: text('printedName') || text('name'),
    printedPlace: text('printedPlace') || text('workplace'),
    salutation: one<'Ông' | 'Bà'>('salutation') ?? (sex === null ? null : sex === 'male' ? 'Ông' : 'Bà'),
    sex,
    birthYear: one<number>('birthYear'),
    positionHeld: text('positionHeld'),
    workplace: text('workplace'),
    personClass: one<PersonClass>('personClass'),
    areaClass: one<AreaClass>('areaClass'),
    isBorderArea: values.isBorderArea === true,
    isSmallCollective: values.isSmallCollective === true,
    headcount: one<number>('headcount'),
    field: text('field'),
    achievement: text('achievement'),
    proposalNumber: text('proposalNumber'),
    proposalOn: one<string>('proposalOn'),
  };
}

const isSilent = (value: unknown): boolean => value === null || value === '' || value === false;
const asStored = (value: unknown): unknown => (value === true ? 1 : value);
