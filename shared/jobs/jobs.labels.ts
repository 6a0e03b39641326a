import type { Localized } from '#shared/core/localized.ts';

export const JOB_ACTION_LABELS: Readonly<Record<string, Localized>> = {};

export const JOB_FIELD_LABELS: Readonly<Record<string, Localized>> = {};
