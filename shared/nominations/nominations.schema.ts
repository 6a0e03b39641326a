import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { areaClass, personClass, recipientKind, sex } from '#shared/recipients/recipients.schema.ts';

export const nominationId = idOf('Nomination');
export type NominationId = z.infer<typeof nominationId>;

export const nominationStatus = z.enum([
  'draft',
  'submitted',
  'supplement',
  'checked',
  'decided',
  'refused',
  'withdrawn',
]);
export type NominationStatus = z.infer<typeof nominationStatus>;
export const NOMINATION_STATUS_LABELS: Readonly<Record<NominationStatus, Localized>> = {
  draft: { vi: 'Đang soạn', en: 'Draft' },
  submitted: { vi: 'Mới đến', en: 'New' },
  supplement: { vi: 'Chờ bổ sung', en: 'To be completed' },
  checked: { vi: 'Đã thẩm định', en: 'Checked' },
  decided: { vi: 'Đã có quyết định', en: 'Decided' },
  refused: { vi: 'Không đủ điều kiện', en: 'Not eligible' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
};

/** Loại hình khen thưởng: decides whether the award counts later, so it is chosen on the decision. */
export const commendationWay = z.enum([
  'merit',
  'thematic',
  'sudden',
  'lifelong',
  'seniority',
  'foreign',
  'resistance',
]);
export type CommendationWay = z.infer<typeof commendationWay>;
export const WAY_LABELS: Readonly<Record<CommendationWay, Localized>> = {
  merit: { vi: 'Công trạng', en: 'Merit' },
  thematic: { vi: 'Chuyên đề', en: 'Thematic' },
  sudden: { vi: 'Đột xuất', en: 'Sudden' },
  lifelong: { vi: 'Cống hiến', en: 'Lifelong' },
  seniority: { vi: 'Niên hạn', en: 'Seniority' },
  foreign: { vi: 'Đối ngoại', en: 'Foreign relations' },
  resistance: { vi: 'Kháng chiến', en: 'Resistance' },
};

/** Filters of the list of nominations. */
/** As many nominations of a year as the page shows; it says so when there are more. */
export const NOMINATIONS_SHOWN = 1_000;
export const nominationFilters = z.strictObject({
  clusterYearId,
  status: z.optional(nominationStatus),
  unitId: z.optional(idOf('Unit')),
});
export type NominationFilters = z.infer<typeof nominationFilters>;
export const nominationInput = z.strictObject({ id: nominationId });

const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** What a member province fills in. Completeness is asked at sending, not while typing. */
export const nominationDraft = z.strictObject({
  name: line(200),
  printedName: line(200),
  printedPlace: line(300),
  salutation: z.nullable(z.enum(['Ông', 'Bà'])),
  sex: z.nullable(sex),
  birthYear: z.nullable(z.int().check(z.minimum(1900), z.maximum(2100))),
  positionHeld: line(200),
  workplace: line(300),
  personClass: z.nullable(personClass),
  areaClass: z.nullable(areaClass),
  isBorderArea: z.boolean(),
  isSmallCollective: z.boolean(),
  headcount: z.nullable(z.int().check(z.minimum(1), z.maximum(1_000_000))),
  field: line(100),
  achievement: line(5_000),
  proposalNumber: line(60),
  proposalOn: z.nullable(isoDate),
});
export type NominationDraft = z.infer<typeof nominationDraft>;

/** Idempotency key of a mutation that creates: made once per intent in the browser. */
export const intentKey = z.string().check(z.regex(/^[0-9a-f-]{36}$/));

export const createNomination = z.strictObject({
  clusterYearId,
  recipientKind,
  idempotencyKey: intentKey,
});
const seen = { id: nominationId, seenVersion };
export const saveNomination = z.strictObject({ ...seen, draft: nominationDraft });
export const nominationStep = z.strictObject(seen);
export const nominationNote = z.strictObject({ ...seen, note: line(2_000) });
export const askNominationSupplement = z.strictObject({
  ...seen,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
  dueOn: isoDate,
});
