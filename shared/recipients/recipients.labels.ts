import type { Localized } from '#shared/core/localized.ts';

export const RECIPIENT_ACTION_LABELS: Readonly<Record<string, Localized>> = {};

export const RECIPIENT_FIELD_LABELS: Readonly<Record<string, Localized>> = {};
