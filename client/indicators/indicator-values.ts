import * as z from 'zod/mini';
import type { Choice } from '#client/indicators/indicator-types.ts';
import { createIndicator, type IndicatorContent, MOST_FACTOR } from '#shared/indicators/indicators.schema.ts';

const { name, unitOfMeasure, kind, aggregation, better, decimals, definition, sourceOffice, paperWording, validFrom } =
  createIndicator.shape;
const factor = z.int({ error: 'required' }).check(z.minimum(1), z.maximum(MOST_FACTOR));

/** As the server's, but indicators and versions are chosen from lists, null where none is. */
export const indicatorSchema = z.object({
  name,
  unitOfMeasure,
  kind,
  aggregation,
  weightIndicatorId: z.nullable(z.string()),
  better,
  decimals,
  definition,
  sourceOffice,
  paperWording,
  validFrom,
  owner: z.string(),
  continues: z.object({
    predecessorId: z.nullable(z.string()),
    num: factor,
    den: factor,
    note: z.string().check(z.maxLength(300)),
  }),
});
export type IndicatorValues = z.output<typeof indicatorSchema>;

/** The common indicators in the list of owners. */
export const COMMON = 'common';

export const EMPTY: IndicatorValues = {
  name: '',
  unitOfMeasure: '',
  kind: 'flow',
  aggregation: 'sum',
  weightIndicatorId: null,
  better: 'up',
  decimals: 0,
  definition: '',
  sourceOffice: '',
  paperWording: '',
  validFrom: '',
  owner: COMMON,
  continues: { predecessorId: null, num: 1, den: 1, note: '' },
};

export const NO_CONTINUATION = EMPTY.continues;

/** The part that the server takes as the content of a version. */
export function contentOf({ validFrom: _, owner: __, continues: ___, ...content }: IndicatorValues): IndicatorContent {
  return content as IndicatorContent;
}

/** Null where the series begins anew. */
export function continuationOf({ continues }: IndicatorValues) {
  return continues.predecessorId === null ? null : { ...continues, predecessorId: continues.predecessorId as never };
}

/** What the lists of the form offer, from any page that knows the catalogue. */
export function weightOptions(choices: readonly Choice[], indicatorId: string | null) {
  const newest = new Map(choices.map((choice) => [choice.indicatorId, choice]));
  return [...newest.values()]
    .filter((choice) => choice.indicatorId !== indicatorId)
    .map((choice) => ({ value: choice.indicatorId, label: `${choice.name} (${choice.unitOfMeasure})` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'vi'));
}
