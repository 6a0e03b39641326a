import * as z from 'zod/mini';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';
import { ETHNICITIES } from '#shared/recipients/ethnicity.codes.ts';
import { recipientKind, sex } from '#shared/recipients/recipients.schema.ts';

export const recipientId = idOf('Recipient');
export type RecipientId = z.infer<typeof recipientId>;
export const recipientHoldId = idOf('RecipientHold');
export const recipientLineId = idOf('RecipientLine');
const unitId = idOf('Unit');
const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

export const recipientInput = z.strictObject({ id: recipientId });
export const recipientAwardsInput = z.strictObject({
  id: recipientId,
  cursor: z.optional(cursorText),
  /** Sent along by the client's endless list; it is only read from new to old. */
  direction: z.optional(z.literal('forward')),
});

/**
 * What is written of a recipient. `birth` and `founded` are dates as typed, of which a part may be unknown
 * (readPartialDate); the one is a person's, the other a collective's.
 */
export const recipientDraft = z.strictObject({
  name: line(200),
  sex: z.nullable(sex),
  birth: line(40),
  founded: line(40),
  positionHeld: line(200),
  place: line(300),
});
export type RecipientDraft = z.infer<typeof recipientDraft>;

/** Who is looked for among those already there. */
export const lookAlikeInput = z.strictObject({
  recipientKind,
  name: line(200),
  birth: line(40),
  unitId: z.nullable(unitId),
  /** Digits as typed, '' when not known. Sent in the body, never in an address. */
  cccd: line(30),
});
export type LookAlikeInput = z.infer<typeof lookAlikeInput>;

export const createRecipient = z.strictObject({
  recipientKind,
  unitId,
  draft: recipientDraft,
  cccd: line(30),
  /** Những hồ sơ giống were shown, and it is somebody else. */
  anyway: z.boolean(),
  idempotencyKey: intentKey,
});
export const saveRecipient = z.strictObject({ id: recipientId, seenVersion, draft: recipientDraft });
/** Đổi tên: the name until then becomes a former one. */
export const renameRecipient = z.strictObject({
  id: recipientId,
  seenVersion,
  name: line(200),
  changedOn: isoDate,
  document: line(200),
});
/** Chuyển đơn vị, đổi chức vụ or nơi công tác: what was until then goes to the history of posts. */
export const moveRecipient = z.strictObject({
  id: recipientId,
  seenVersion,
  unitId,
  positionHeld: line(200),
  place: line(300),
  changedOn: isoDate,
  document: line(200),
});
/** '' takes the number away. */
export const setCccd = z.strictObject({ id: recipientId, seenVersion, cccd: line(30), anyway: z.boolean() });
export const revealInput = z.strictObject({ id: recipientId, reason: line(500) });
export const setEthnicity = z.strictObject({
  id: recipientId,
  seenVersion,
  code: z.nullable(
    z.string().check(z.refine((code) => Object.hasOwn(ETHNICITIES, code), { error: 'ethnicity.unknown' })),
  ),
});

/** Why a recipient is not considered for commendation for a time (tạm dừng xét khen thưởng). */
export const holdKind = z.enum(['discipline', 'inspection', 'complaint', 'other']);
export type HoldKind = z.infer<typeof holdKind>;
export const HOLD_KIND_LABELS: Readonly<Record<HoldKind, Localized>> = {
  discipline: { vi: 'Đang xem xét, thi hành kỷ luật', en: 'Discipline under way or in force' },
  inspection: { vi: 'Đang thanh tra, kiểm tra, điều tra', en: 'Inspection or investigation' },
  complaint: { vi: 'Có đơn thư, khiếu nại, tố cáo đang được xác minh', en: 'Complaint being verified' },
  other: { vi: 'Lý do khác', en: 'Other reason' },
};
export const addHold = z.strictObject({
  id: recipientId,
  seenVersion,
  kind: holdKind,
  fromOn: isoDate,
  toOn: z.nullable(isoDate),
  document: line(200),
  reason: line(500),
});
export const liftHold = z.strictObject({
  id: recipientId,
  seenVersion,
  holdId: recipientHoldId,
  liftedOn: isoDate,
  reason: line(500),
});

/** How one collective came from another. */
export const lineKind = z.enum(['merged', 'split']);
export type LineKind = z.infer<typeof lineKind>;
/** This one went into the other; was formed from the other, which ended; came out of the other, which goes on. */
export const lineDirection = z.enum(['into', 'of', 'from']);
export type LineDirection = z.infer<typeof lineDirection>;
export const LINE_DIRECTION_LABELS: Readonly<Record<LineDirection, Localized>> = {
  into: { vi: 'Sáp nhập vào', en: 'Merged into' },
  of: { vi: 'Hình thành từ', en: 'Formed from' },
  from: { vi: 'Chia tách từ', en: 'Split from' },
};
export const addLine = z.strictObject({
  id: recipientId,
  seenVersion,
  direction: lineDirection,
  otherId: recipientId,
  onDate: isoDate,
  document: line(200),
});
export type AddLine = z.infer<typeof addLine>;
export const removeLine = z.strictObject({ id: recipientId, seenVersion, lineId: recipientLineId, reason: line(500) });
