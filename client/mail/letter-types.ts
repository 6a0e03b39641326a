import * as z from 'zod/mini';
import type { Tone } from '#client/core/status-badge.tsx';
import { type LetterStatus, letterFilters } from '#shared/mail/mail.schema.ts';

/** What the address bar of the outbox holds; `mo` is the letter shown in the drawer. */
export const letterUrlFilters = z.object({
  status: letterFilters.shape.status,
  mo: z.optional(z.string().check(z.maxLength(60))),
});

export const LETTER_TONE: Readonly<Record<LetterStatus, Tone>> = {
  waiting: 'info',
  sent: 'good',
  failed: 'bad',
  cancelled: 'neutral',
};
