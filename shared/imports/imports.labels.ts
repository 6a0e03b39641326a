import type { Localized } from '#shared/core/localized.ts';

export const IMPORT_ACTION_LABELS: Readonly<Record<string, Localized>> = {};

export const IMPORT_FIELD_LABELS: Readonly<Record<string, Localized>> = {};
