import * as z from 'zod/mini';
import type { Localized } from '#shared/core/localized.ts';

/** Kinds of điển hình tiên tiến. */
export const exemplarKind = z.enum(['person', 'collective', 'model']);
export type ExemplarKind = z.infer<typeof exemplarKind>;

export const EXEMPLAR_KIND_LABELS: Readonly<Record<ExemplarKind, Localized>> = {
  person: { vi: 'Cá nhân điển hình', en: 'Person' },
  collective: { vi: 'Tập thể điển hình', en: 'Collective' },
  model: { vi: 'Mô hình hay', en: 'Model' },
};
