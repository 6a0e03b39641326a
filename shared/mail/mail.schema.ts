import * as z from 'zod/mini';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

export const letterId = idOf('Letter');

/** Which notices somebody wants by mail too. */
export const lettersWanted = z.enum(['none', 'reminders', 'all']);
export type LettersWanted = z.infer<typeof lettersWanted>;
export const LETTERS_WANTED_LABELS: Readonly<Record<LettersWanted, Localized>> = {
  none: { vi: 'Không gửi thư', en: 'No letters' },
  reminders: { vi: 'Thư nhắc hạn, đôn đốc', en: 'Reminders of due dates' },
  all: { vi: 'Mọi thông báo, trừ việc chạy nền', en: 'Every notice but those of background jobs' },
};

export const letterStatus = z.enum(['waiting', 'sent', 'failed', 'cancelled']);
export type LetterStatus = z.infer<typeof letterStatus>;
export const LETTER_STATUS_LABELS: Readonly<Record<LetterStatus, Localized>> = {
  waiting: { vi: 'Chờ gửi', en: 'Waiting' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  failed: { vi: 'Không gửi được', en: 'Failed' },
  cancelled: { vi: 'Đã bỏ', en: 'Dropped' },
};

/** `address`: one mailbox, or nothing; `mail.rules.ts` says which. `seenVersion` 0: nothing was ever saved. */
export const saveMailSetting = z.strictObject({
  address: z.string().check(z.trim(), z.maxLength(300)),
  letters: lettersWanted,
  digest: z.boolean(),
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
});

/** An administrator sets where letters of somebody go; what they want stays theirs. */
export const saveAddressOf = z.strictObject({
  accountId: z.string().check(z.minLength(1), z.maxLength(64)),
  address: z.string().check(z.trim(), z.maxLength(300)),
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
});

export const recipientFilters = z.strictObject({
  /** Only those without an address. */
  missing: z.optional(z.boolean()),
  cursor: z.optional(cursorText),
  direction: z.optional(z.literal('forward')),
});
export type RecipientFilters = z.infer<typeof recipientFilters>;

export const letterFilters = z.strictObject({
  status: z.optional(letterStatus),
  cursor: z.optional(cursorText),
  /** Sent along by the client's endless list. */
  direction: z.optional(z.literal('forward')),
});
export type LetterFilters = z.infer<typeof letterFilters>;

export const letterInput = z.strictObject({ id: letterId });
export const stepLetter = z.strictObject({ id: letterId, seenVersion });
export const dropLetter = z.strictObject({
  id: letterId,
  seenVersion,
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
});
export const testLetter = z.strictObject({ idempotencyKey: intentKey });
