import type { Words } from '#shared/core/wording.ts';
import { READING_REASONS } from '#shared/imports/reading.reasons.ts';

export const IMPORT_REASONS: Words = {
  ...READING_REASONS,
};
