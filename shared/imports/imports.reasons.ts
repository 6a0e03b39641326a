import type { Words } from '#shared/core/wording.ts';
import { READING_REASONS } from '#shared/imports/reading.reasons.ts';
import { RUN_REASONS } from '#shared/imports/run.reasons.ts';

export const IMPORT_REASONS: Words = {
  ...READING_REASONS,
  ...RUN_REASONS,
};
