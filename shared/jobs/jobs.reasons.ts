import type { Words } from '#shared/core/wording.ts';

export const JOB_REASONS: Words = {};
