import type { Words } from '#shared/core/wording.ts';

export const IMPORT_REASONS: Words = {};
