import type { Localized } from '#shared/core/localized.ts';

export const EXPORT_ACTION_LABELS: Readonly<Record<string, Localized>> = {};

export const EXPORT_FIELD_LABELS: Readonly<Record<string, Localized>> = {};
