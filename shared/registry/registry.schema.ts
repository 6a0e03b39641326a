import * as z from 'zod/mini';
import { awardLevel } from '#shared/awards/awards.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf } from '#shared/core/ids.ts';
import { cursorText } from '#shared/core/page.ts';
import { commendationWay, intentKey } from '#shared/nominations/nominations.schema.ts';
import { ethnicityCode } from '#shared/recipients/ethnicity.codes.ts';
import { areaClass, personClass, recipientKind, sex } from '#shared/recipients/recipients.schema.ts';
import { unitView } from '#shared/units/units.schema.ts';

export const awardId = idOf('Award');
export type AwardId = z.infer<typeof awardId>;
const unitId = idOf('Unit');
const awardCode = z.string().check(z.regex(/^[A-Z][A-Z0-9]{1,15}$/));
const decisionId = idOf('Decision');
const importRunId = idOf('ImportRun');
export const awardStatus = z.enum(['active', 'cancelled']);

const year = z.int().check(z.minimum(1945), z.maximum(2100));

/** Orders of the registry: by date of decision, or by name as a Vietnamese list has it (people by given name). */
export const awardSort = z.enum(['date-desc', 'date-asc', 'name-asc', 'name-desc']);
export type AwardSort = z.infer<typeof awardSort>;

/** What an award is narrowed down by; every part may stand with every other. */
const conditions = {
  /** Words of name, place and decision number, by their beginnings, in any order; also names of units. */
  q: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  year: z.optional(year),
  yearFrom: z.optional(year),
  yearTo: z.optional(year),
  unitId: z.optional(unitId),
  /** `hien-nay`: the unit of today with all that it was formed from. */
  view: z.optional(unitView),
  awardCode: z.optional(awardCode),
  level: z.optional(awardLevel),
  kind: z.optional(recipientKind),
  personClass: z.optional(personClass),
  sex: z.optional(sex),
  /** Sensitive: needs the permission `awards.filterEthnicity`, and each use is logged. */
  ethnicity: z.optional(ethnicityCode),
  areaClass: z.optional(areaClass),
  /** Lĩnh vực, as the award has it. */
  field: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  way: z.optional(commendationWay),
  decisionId: z.optional(decisionId),
  /** What an import wrote; needs to be allowed to read that import. */
  importRunId: z.optional(importRunId),
  /** A decision number typed any way: '123/QĐ-UBND', '123 qd ubnd'. */
  decision: z.optional(z.string().check(z.trim(), z.maxLength(60))),
  status: z.optional(awardStatus),
};

/** Filters of the registry (Sổ khen thưởng). The same object is address bar, rpc input and SQL filter. */
export const awardFilters = z.strictObject({
  ...conditions,
  sort: z.optional(awardSort),
  /** Jump: the list starts with that year, the newest day of it first (in `date-asc` the oldest). */
  toYear: z.optional(year),
  cursor: z.optional(cursorText),
});
export type AwardFilters = z.infer<typeof awardFilters>;

/** The same without order and page: what is counted and exported. */
export const awardConditions = z.strictObject(conditions);
export type AwardConditions = z.infer<typeof awardConditions>;

/**
 * Why a search was not made: `type-more` has no letter or too little to tell rows apart; `id-number` is a citizen
 * number (9 or 12 digits), which is never searched as text.
 */
export type SearchNote = 'type-more' | 'id-number';

/** Up to 10.000 exactly; `isMore`: "hơn 10.000". */
export type AwardCount = { count: number; isMore: boolean };
export const MOST_COUNTED = 10_000;

export const suggestInput = z.strictObject({ q: z.string().check(z.trim(), z.maxLength(200)) });

export const awardInput = z.strictObject({ id: awardId });

/** Recording an award given on paper before or beside the system (ghi bổ sung vào Sổ). */
export const recordAward = z.strictObject({
  idempotencyKey: intentKey,
  /** Somebody who is in the list of recipients already; left out: looked for by name, else a new one. */
  recipientId: z.optional(idOf('Recipient')),
  recipientKind,
  name: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  printedPlace: z.string().check(z.trim(), z.maxLength(300)),
  sex: z.nullable(sex),
  personClass: z.nullable(personClass),
  unitId,
  awardCode,
  way: commendationWay,
  year,
  decisionNumber: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  decidedOn: isoDate,
  sentence: z.string().check(z.trim(), z.maxLength(1_000)),
});
export type RecordAward = z.infer<typeof recordAward>;
