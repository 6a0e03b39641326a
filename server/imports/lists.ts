import { listAwardForms } from '#db/awards/awards.queries.ts';
import type { AwardFormRow } from '#db/awards/awards.table.ts';
import type { Reader } from '#db/database.ts';
import { everydayNames } from '#db/imports/everyday-names.ts';
import { listUnitNames } from '#db/imports/matching.queries.ts';
import { listMyImportYears } from '#db/imports/options.queries.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { importAccess } from '#server/imports/imports.policy.ts';
import { inTurns } from '#server/imports/in-turns.ts';
import type { TemplateLists } from '#server/imports/reading/template-workbook.ts';
import { CLUSTER_AWARD } from '#server/nominations/nominations.service.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { awardFormOptions } from '#shared/imports/everyday-names.rules.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { ListOption } from '#shared/imports/fields/import-field.ts';
import type { ImportKind } from '#shared/imports/imports.schema.ts';
import { type ValueList, valueListSteps } from '#shared/imports/suggestions.rules.ts';
import { type UnitNames, unitNames, unitOptions } from '#shared/imports/unit-names.rules.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';
import { holdsOn } from '#shared/units/unit-spans.ts';

/** Dân tộc as a list to choose from. */
export const ethnicityOptions = (): ListOption[] =>
  Object.entries(ETHNICITIES).map(([value, label]) => ({
    value,
    label: typeof label === 'string' ? label : String(label),
  }));

/** Award forms by official and everyday names, to read cells by. */
export async function awardFormList(forms: readonly AwardFormRow[]): Promise<ValueList> {
  return inTurns(valueListSteps(awardFormOptions(forms, everydayNames())));
}

/** Every name that a unit ever bore, as it is asked by name and day. */
export async function loadUnitNames(db: Reader): Promise<UnitNames> {
  const { names, lineage } = await listUnitNames(db);
  return inTurns(unitNames(names, lineage));
}

/** Units by every name they bore, to read cells by. */
export async function unitList(names: UnitNames): Promise<ValueList> {
  return inTurns(valueListSteps(await inTurns(unitOptions(names, everydayNames()))));
}

/** What the drop-downs of a template offer: the office's own forms, units and indicators of today. */
export async function templateListsOf(ctx: ActorContext, kind: ImportKind): Promise<TemplateLists> {
  const wanted = new Set(FIELDS_OF_KIND[kind].flatMap(({ list }) => list ?? []));
  const lists: Record<string, ListOption[]> = {};
  const db = ctx.db.longReads;
  if (wanted.has('award-forms'))
    lists['award-forms'] = (await listAwardForms(db))
      // A cluster proposes for its one form only.
      .filter(({ code }) => kind !== 'nominations' || code === CLUSTER_AWARD)
      .map(({ code, name }) => ({ value: code, label: name }));
  if (wanted.has('units')) {
    const { names } = await listUnitNames(db);
    const today = vietnamDate(ctx.now());
    const { own } = importAccess(ctx.actor, kind);
    const open = names
      .filter((one) => holdsOn(one, today) && OFFERED.includes(one.kind))
      // One's own first: the example takes the first.
      .toSorted((a, b) => Number(own.includes(b.unitId)) - Number(own.includes(a.unitId)));
    lists.units = [...new Set(open.map(({ name }) => name))].map((name) => ({ value: name, label: name }));
  }
  if (wanted.has('ethnicities')) lists.ethnicities = ethnicityOptions();
  if (wanted.has('indicators')) {
    const [year] = await listMyImportYears(db, importAccess(ctx.actor, kind).own);
    const indicators = year ? await findYearIndicators(db, year.id) : [];
    lists.indicators = indicators.map(({ id, name }) => ({ value: id, label: name }));
  }
  return lists;
}

const OFFERED: readonly string[] = ['province', 'city', 'agency', 'organisation'];
