import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';
import { cursorText } from '#shared/core/page.ts';
import { intentKey } from '#shared/nominations/nominations.schema.ts';

export const exemplarId = idOf('Exemplar');
export type ExemplarId = z.infer<typeof exemplarId>;

/** Kinds of điển hình tiên tiến. */
export const exemplarKind = z.enum(['person', 'collective', 'model']);
export type ExemplarKind = z.infer<typeof exemplarKind>;

export const EXEMPLAR_KIND_LABELS: Readonly<Record<ExemplarKind, Localized>> = {
  person: { vi: 'Cá nhân điển hình', en: 'Person' },
  collective: { vi: 'Tập thể điển hình', en: 'Collective' },
  model: { vi: 'Mô hình hay', en: 'Model' },
};

const unitId = idOf('Unit');
const line = (most: number) => z.string().check(z.trim(), z.maxLength(most));

/** Filters of the list; the same object is address bar, rpc input and SQL filter. `text` is what was typed to search. */
export const exemplarFilters = z.strictObject({
  text: z.optional(line(200)),
  kind: z.optional(exemplarKind),
  unitId: z.optional(unitId),
  year: z.optional(z.int().check(z.minimum(1945), z.maximum(2100))),
  cursor: z.optional(cursorText),
  /** Sent along by the client's endless list; it is only read from new to old. */
  direction: z.optional(z.literal('forward')),
});
export type ExemplarFilters = z.infer<typeof exemplarFilters>;
export const exemplarInput = z.strictObject({ id: exemplarId });

/** What a unit writes of an exemplar; all of it plain text, paragraphs of the story divided by an empty line. */
export const exemplarDraft = z.strictObject({
  kind: exemplarKind,
  title: line(300),
  presenter: line(200),
  place: line(300),
  field: line(100),
  story: line(20_000),
  /** Where the words come from: a paper presented, a newspaper, a report. */
  source: line(300),
});
export type ExemplarDraft = z.infer<typeof exemplarDraft>;

export const createExemplar = z.strictObject({
  clusterYearId,
  unitId,
  draft: exemplarDraft,
  idempotencyKey: intentKey,
});
export const saveExemplar = z.strictObject({ id: exemplarId, seenVersion, draft: exemplarDraft });
export const removeExemplar = z.strictObject({ id: exemplarId, seenVersion, reason: line(500) });
