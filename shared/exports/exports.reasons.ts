import type { Words } from '#shared/core/wording.ts';

export const EXPORT_REASONS: Words = {};
