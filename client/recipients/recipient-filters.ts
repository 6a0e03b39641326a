import * as z from 'zod/mini';
import { viewInAddress } from '#client/core/table/chosen-view.ts';
import { type RecipientFilters, recipientFilters } from '#shared/recipients/recipients.schema.ts';

const { q, kind, unitId, view, sort, cursor } = recipientFilters.shape;
/** What the address bar of the list holds; `che-do` is the saved view chosen. */
export const listFilters = z.object({ q, kind, unitId, view, sort, cursor, 'che-do': viewInAddress });
export type ListFilters = z.output<typeof listFilters>;
export type ChangeFilters = (patch: Partial<z.input<typeof listFilters>>, how?: { replace?: boolean }) => void;

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

/** The query string of a saved view: filters and order, always in one order, without the page. */
export function viewQuery(filters: ListFilters): string {
  const params = new URLSearchParams();
  for (const name of ['q', 'kind', 'unitId', 'view', 'sort'] as const) {
    const value = filters[name];
    if (value) params.set(name, value);
  }
  return params.toString();
}
