import { listAwardForms } from '#db/awards/awards.queries.ts';
import { listUnitNames } from '#db/imports/matching.queries.ts';
import { listMyImportYears } from '#db/imports/options.queries.ts';
import { findYearIndicators } from '#db/indicators/indicators.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import { importAccess } from '#server/imports/imports.policy.ts';
import type { TemplateLists } from '#server/imports/reading/template-workbook.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { ListOption } from '#shared/imports/fields/import-field.ts';
import type { ImportKind } from '#shared/imports/imports.schema.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';

/** Dân tộc as a list to choose from. */
export const ethnicityOptions = (): ListOption[] =>
  Object.entries(ETHNICITIES).map(([value, label]) => ({
    value,
    label: typeof label === 'string' ? label : String(label),
  }));

/** What the drop-downs of a template offer: the office's own forms, units and indicators of today. */
export async function templateListsOf(ctx: ActorContext, kind: ImportKind): Promise<TemplateLists> {
  const wanted = new Set(FIELDS_OF_KIND[kind].flatMap(({ list }) => list ?? []));
  const lists: Record<string, ListOption[]> = {};
  const db = ctx.db.longReads;
  if (wanted.has('award-forms'))
    lists['award-forms'] = (await listAwardForms(db)).map(({ code, name }) => ({ value: code, label: name }));
  if (wanted.has('units')) {
    const { names } = await listUnitNames(db);
    const open = names.filter(({ validTo, kind: unitKind }) => validTo === null && OFFERED.includes(unitKind));
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
