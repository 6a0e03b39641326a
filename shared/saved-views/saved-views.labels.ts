import type { Localized } from '#shared/core/localized.ts';

export const SAVED_VIEW_ACTION_LABELS: Readonly<Record<string, Localized>> = {};

export const SAVED_VIEW_FIELD_LABELS: Readonly<Record<string, Localized>> = {};
