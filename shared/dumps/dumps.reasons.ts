import type { Words } from '#shared/core/wording.ts';

export const DUMP_REASONS: Words = {};
