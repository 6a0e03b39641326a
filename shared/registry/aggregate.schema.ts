import * as z from 'zod/mini';
import { idOf } from '#shared/core/ids.ts';
import { unitView } from '#shared/units/units.schema.ts';

const year = z.int().check(z.minimum(1945), z.maximum(2100));

/** What is counted: years of achievement, both included, and a unit with what it was formed from in the view of today. */
export const aggregateInput = z.strictObject({
  yearFrom: z.optional(year),
  yearTo: z.optional(year),
  unitId: z.optional(idOf('Unit')),
  view: z.optional(unitView),
});
export type AggregateInput = z.infer<typeof aggregateInput>;
