import type { Words } from '#shared/core/wording.ts';

export const RECIPIENT_REASONS: Words = {};
