import type { ActorContext } from '#server/core/context.ts';
import type { Page } from '#shared/core/page.ts';
import type { RecipientFilters, RecipientListRow } from '#shared/recipients/recipients.schema.ts';
import type { SearchNote } from '#shared/registry/registry.schema.ts';

/** A page of Tập thể và cá nhân: recipients of an own unit, or with an award this access may see. */
export async function recipientPage(
  _ctx: ActorContext,
  _filters: RecipientFilters,
  _signal?: AbortSignal,
): Promise<Page<RecipientListRow> & { note?: SearchNote }> {
  return { rows: [], nextCursor: null };
}

/** Every recipient these filters find, page by page, for exports. */
// biome-ignore lint/correctness/useYield: its body follows
export async function* eachRecipient(
  _ctx: ActorContext,
  _filters: Omit<RecipientFilters, 'cursor'>,
  _signal?: AbortSignal,
): AsyncGenerator<RecipientListRow[]> {}
