import type { Localized } from '#shared/core/localized.ts';

export const DUMP_ACTION_LABELS: Readonly<Record<string, Localized>> = {};

export const DUMP_FIELD_LABELS: Readonly<Record<string, Localized>> = {};
