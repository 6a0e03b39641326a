import * as z from 'zod/mini';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';
import { recipientKind } from '#shared/recipients/recipients.schema.ts';

export const pairId = idOf('RecipientPair');
export type PairId = z.infer<typeof pairId>;
export const mergeId = idOf('RecipientMerge');
export type MergeId = z.infer<typeof mergeId>;

/** Grounds that bring two recipients together, likeliest first; the queue can be filtered by them. */
export const mainGround = z.enum([
  'same-cccd',
  'same-name-birth-date',
  'same-name-birth-year',
  'same-name-unit',
  'name-missing-word',
  'name-one-letter',
  'collective-name',
  'by-hand',
]);
export type MainGround = z.infer<typeof mainGround>;

/** All grounds: those, what goes beside them, and what speaks against. */
export const groundCode = z.enum([
  ...mainGround.options,
  'former-name',
  'same-unit',
  'unit-lineage',
  'same-birth-date',
  'same-birth-year',
  'same-place',
  'different-cccd',
  'different-sex',
  'different-birth-date',
  'birth-year-one-off',
  'different-birth-year',
  'different-founding',
]);
export type GroundCode = z.infer<typeof groundCode>;

export const GROUND_LABELS: Readonly<Record<GroundCode, Localized>> = {
  'same-cccd': { vi: 'Cùng số căn cước', en: 'Same citizen number' },
  'same-name-birth-date': { vi: 'Cùng họ tên và ngày sinh', en: 'Same name and birth date' },
  'collective-name': {
    vi: 'Cùng tên tập thể, khác cách viết',
    en: 'Same collective, written differently',
  },
  'same-name-birth-year': { vi: 'Cùng họ tên và năm sinh', en: 'Same name and year of birth' },
  'same-name-unit': { vi: 'Cùng tên, cùng đơn vị', en: 'Same name and unit' },
  'name-missing-word': { vi: 'Tên thiếu một chữ đệm', en: 'Name lacks a middle word' },
  'name-one-letter': { vi: 'Tên khác một chữ cái', en: 'Name differs by one letter' },
  'by-hand': { vi: 'Người dùng chọn', en: 'Chosen by hand' },
  'former-name': { vi: 'Theo tên cũ', en: 'By a former name' },
  'same-unit': { vi: 'Cùng đơn vị', en: 'Same unit' },
  'unit-lineage': { vi: 'Đơn vị cũ và mới của nhau', en: 'Units that came out of each other' },
  'same-birth-date': { vi: 'Cùng ngày sinh', en: 'Same birth date' },
  'same-birth-year': { vi: 'Cùng năm sinh', en: 'Same year of birth' },
  'same-place': { vi: 'Cùng địa chỉ', en: 'Same address' },
  'different-cccd': { vi: 'Khác số căn cước', en: 'Different citizen numbers' },
  'different-sex': { vi: 'Khác giới tính', en: 'Different sexes' },
  'different-birth-date': { vi: 'Khác ngày sinh', en: 'Different birth dates' },
  'birth-year-one-off': { vi: 'Năm sinh lệch một năm', en: 'Years of birth one apart' },
  'different-birth-year': { vi: 'Khác năm sinh', en: 'Different years of birth' },
  'different-founding': { vi: 'Khác ngày thành lập', en: 'Different founding dates' },
};

/** Speaks against the two being one. */
export const isAgainst = (code: GroundCode): boolean => code.startsWith('different-') || code === 'birth-year-one-off';

const unitId = idOf('Unit');
const reasonText = z.string().check(z.trim(), z.maxLength(500));

/** The queue, likeliest first; the same object is address bar, rpc input and SQL filter. */
export const pairFilters = z.strictObject({
  ground: z.optional(mainGround),
  kind: z.optional(recipientKind),
  unitId: z.optional(unitId),
  /** `different`: those somebody said are not one. */
  status: z.optional(z.enum(['open', 'different'])),
  cursor: z.optional(cursorText),
  /** Sent along by the client's endless list; it is only read downwards. */
  direction: z.optional(z.literal('forward')),
});
export type PairFilters = z.infer<typeof pairFilters>;

export const pairInput = z.strictObject({ id: pairId });

/** Fields whose value is chosen when two recipients become one. `unit` is where the recipient belongs today. */
export const MERGE_FIELDS = [
  'name',
  'sex',
  'birth',
  'foundedOn',
  'unit',
  'place',
  'positionHeld',
  'cccd',
  'ethnicity',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** Whose value stays: of the record that stays, or of the one that goes into it. */
export const side = z.enum(['kept', 'merged']);
export type Side = z.infer<typeof side>;

const choices = z.strictObject({
  name: side,
  sex: side,
  birth: side,
  foundedOn: side,
  unit: side,
  place: side,
  positionHeld: side,
  cccd: side,
  ethnicity: side,
});
export type MergeChoices = z.infer<typeof choices>;

export const mergeInput = z.strictObject({
  id: pairId,
  seenVersion,
  /** Whose id stays; the other one points to it from then on. */
  keptId: idOf('Recipient'),
  keptSeenVersion: seenVersion,
  mergedSeenVersion: seenVersion,
  choices,
  /** The name that does not stay is kept as a former one, so that it is still found by it. */
  keepOtherName: z.boolean(),
  reason: reasonText,
  idempotencyKey: intentKey,
});
export type MergeInput = z.infer<typeof mergeInput>;

/** Two records that somebody takes for one, whatever the search thinks of them. */
export const proposeInput = z.strictObject({
  recipientId: idOf('Recipient'),
  otherId: idOf('Recipient'),
  idempotencyKey: intentKey,
});
export type ProposeInput = z.infer<typeof proposeInput>;

export const dismissInput = z.strictObject({ id: pairId, seenVersion, reason: reasonText });
export const reopenInput = z.strictObject({ id: pairId, seenVersion });

export const undoInput = z.strictObject({
  id: mergeId,
  seenVersion,
  reason: reasonText,
  /** What becomes of the suspicion: asked again, or remembered as two. */
  remember: z.enum(['open', 'different']),
});
export type UndoInput = z.infer<typeof undoInput>;

export const mergesFilters = z.strictObject({
  cursor: z.optional(cursorText),
  direction: z.optional(z.literal('forward')),
});
export type MergesFilters = z.infer<typeof mergesFilters>;
export const findInput = z.strictObject({ idempotencyKey: intentKey });

export const PAIRS_ON_A_PAGE = 50;
export const MERGES_ON_A_PAGE = 20;
export const MOST_COUNTED = 1_000;
/** How long a merge can be taken back, in days of the real calendar. Our own figure. */
export const UNDO_DAYS = 30;
/** Shorter than this a reason explains nothing. */
export const LEAST_REASON = 5;
