import type { Words } from '#shared/core/wording.ts';

export const SAVED_VIEW_REASONS: Words = {};
