import * as z from 'zod/mini';
import { isoDate } from '#shared/core/dates.ts';
import { idOf } from '#shared/core/ids.ts';
import { cursorText } from '#shared/core/page.ts';
import { commendationWay, intentKey } from '#shared/nominations/nominations.schema.ts';
import { personClass, recipientKind, sex } from '#shared/recipients/recipients.schema.ts';
import { unitView } from '#shared/units/units.schema.ts';

export const awardId = idOf('Award');
export type AwardId = z.infer<typeof awardId>;
const unitId = idOf('Unit');
const awardCode = z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,15}$/));

/** Filters of the registry (Sổ khen thưởng). The same object is address bar, rpc input and SQL filter. */
export const awardFilters = z.strictObject({
  year: z.optional(z.int().check(z.minimum(1945), z.maximum(2100))),
  unitId: z.optional(unitId),
  /** `hien-nay`: the unit of today with all that it was formed from. */
  view: z.optional(unitView),
  cursor: z.optional(cursorText),
});
export type AwardFilters = z.infer<typeof awardFilters>;

export const awardInput = z.strictObject({ id: awardId });

/** Recording an award given on paper before or beside the system (ghi bổ sung vào Sổ). */
export const recordAward = z.strictObject({
  idempotencyKey: intentKey,
  recipientKind,
  name: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  printedPlace: z.string().check(z.trim(), z.maxLength(300)),
  sex: z.nullable(sex),
  personClass: z.nullable(personClass),
  unitId,
  awardCode,
  way: commendationWay,
  year: z.int().check(z.minimum(1945), z.maximum(2100)),
  decisionNumber: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  decidedOn: isoDate,
  sentence: z.string().check(z.trim(), z.maxLength(1_000)),
});
export type RecordAward = z.infer<typeof recordAward>;
