import * as z from 'zod/mini';
import { viewInAddress } from '#client/core/table/chosen-view.ts';
import { type AwardConditions, type AwardFilters, awardFilters } from '#shared/registry/registry.schema.ts';

const year = z.optional(z.coerce.number().check(z.int(), z.minimum(1945), z.maximum(2100)));
const shape = awardFilters.shape;

/** What narrows the registry down, by its names in the address bar, in the order in which they are told. */
const conditions = {
  q: shape.q,
  year,
  yearFrom: year,
  yearTo: year,
  unitId: shape.unitId,
  view: shape.view,
  awardCode: shape.awardCode,
  level: shape.level,
  kind: shape.kind,
  personClass: shape.personClass,
  sex: shape.sex,
  ethnicity: shape.ethnicity,
  areaClass: shape.areaClass,
  field: shape.field,
  way: shape.way,
  decisionId: shape.decisionId,
  importRunId: shape.importRunId,
  decision: shape.decision,
  status: shape.status,
};

/** What the address bar of the registry holds; `xem` is the award shown in the drawer, `che-do` the view chosen. */
export const registryFilters = z.object({
  ...conditions,
  sort: shape.sort,
  toYear: year,
  cursor: shape.cursor,
  xem: z.optional(z.string().check(z.maxLength(60))),
  'che-do': viewInAddress,
});
export type RegistryFilters = z.output<typeof registryFilters>;
export type ConditionName = keyof typeof conditions;
export type ChangeFilters = (patch: Partial<z.input<typeof registryFilters>>, how?: { replace?: boolean }) => void;

const CONDITIONS = Object.keys(conditions) as ConditionName[];
/** Chosen on the page's own switches, and nothing that "Xóa lọc" takes away. */
const KEPT: readonly ConditionName[] = ['view'];

/** The conditions alone: what is counted and exported. */
export function conditionsOf(filters: RegistryFilters, q: string | undefined = filters.q): AwardConditions {
  const { view, unitId } = filters;
  const given: Partial<Record<ConditionName, unknown>> = {};
  for (const name of CONDITIONS) if (filters[name] !== undefined && filters[name] !== '') given[name] = filters[name];
  delete given.q;
  // Without a unit both views hold the same rows.
  if (!unitId || view !== 'hien-nay') delete given.view;
  return { ...given, ...(q && { q }) } as AwardConditions;
}

/** Conditions, order and page: what the list asks for. */
export function listInput(filters: RegistryFilters, q: string | undefined = filters.q): AwardFilters {
  const { sort, toYear, cursor } = filters;
  return {
    ...conditionsOf(filters, q),
    ...(sort && sort !== 'date-desc' && { sort }),
    ...(toYear !== undefined && !sort?.startsWith('name') && { toYear }),
    ...(cursor && { cursor }),
  };
}

/** Whether anything but the search narrows the list down. */
export function activeConditions(filters: RegistryFilters): ConditionName[] {
  return CONDITIONS.filter(
    (name) => name !== 'q' && !KEPT.includes(name) && filters[name] !== undefined && filters[name] !== '',
  );
}

/** Nothing chosen: what "Xóa lọc" makes of the filters. */
export const NO_CONDITIONS: Partial<z.input<typeof registryFilters>> = Object.fromEntries(
  [...CONDITIONS.filter((name) => !KEPT.includes(name)), 'toYear'].map((name) => [name, undefined]),
);

/** The query string of a saved view: filters and order, always in one order, without page and drawer. */
export function viewQuery(filters: RegistryFilters): string {
  const params = new URLSearchParams();
  for (const name of [...CONDITIONS, 'sort'] as const) {
    const value = filters[name];
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  return params.toString();
}
