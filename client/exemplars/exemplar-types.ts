import type { inferRouterOutputs } from '@trpc/server';
import * as z from 'zod/mini';
import type { AppRouter } from '#client/core/api.ts';
import { type ExemplarDraft, type ExemplarFilters, exemplarFilters } from '#shared/exemplars/exemplars.schema.ts';

type Answers = inferRouterOutputs<AppRouter>['exemplars'];
/** One exemplar with everything its page shows. */
export type Exemplar = Answers['byId'];
export type ExemplarRow = Answers['list']['rows'][number];
export type ExemplarOptions = Answers['options'];

/** What the address bar of the list holds; a year arrives there as text. */
export const urlFilters = z.object({
  text: exemplarFilters.shape.text,
  kind: exemplarFilters.shape.kind,
  unitId: exemplarFilters.shape.unitId,
  year: z.optional(z.coerce.number().check(z.int(), z.minimum(1945), z.maximum(2100))),
});
export type UrlFilters = z.output<typeof urlFilters>;

export function listInput({ text, kind, unitId, year }: UrlFilters): ExemplarFilters {
  return {
    ...(text && { text }),
    ...(kind && { kind }),
    ...(unitId && { unitId }),
    ...(year !== undefined && { year }),
  };
}

/** The part of an exemplar that people write. */
export function draftOf({ kind, title, presenter, place, field, story, source }: Exemplar): ExemplarDraft {
  return { kind, title, presenter, place, field, story, source: source ?? '' };
}

/** Put in by the demo or by somebody trying it out, and not told by anybody outside. */
export const isInvented = ({ isDemo, source }: Pick<Exemplar, 'isDemo' | 'source'>): boolean => isDemo === 1 && !source;
