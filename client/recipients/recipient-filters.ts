import * as z from 'zod/mini';
import { type RecipientFilters, recipientFilters } from '#shared/recipients/recipients.schema.ts';

const { q, kind, unitId, view, sort, cursor } = recipientFilters.shape;
/** What the address bar of the list holds. */
export const listFilters = z.object({ q, kind, unitId, view, sort, cursor });
export type ListFilters = z.output<typeof listFilters>;

/** What the list asks for; `asked` is what was typed, which the address hears of a moment later. */
export function listInput(filters: ListFilters, asked: string = filters.q ?? ''): RecipientFilters {
  const { kind, unitId, view, sort, cursor } = filters;
  return {
    ...(asked && { q: asked }),
    ...(kind && { kind }),
    ...(unitId && { unitId }),
    // Without a unit both views hold the same rows.
    ...(unitId && view === 'hien-nay' && { view }),
    ...(sort && sort !== 'name-asc' && { sort }),
    ...(cursor && { cursor }),
  };
}
