import type { AwardListRow } from '#db/registry/award-list.queries.ts';
import type { ActorContext } from '#server/core/context.ts';
import type { AwardConditions, AwardCount } from '#shared/registry/registry.schema.ts';

/** A unit found by one of its names, whichever time it bore it. */
export type SuggestedUnit = {
  id: string;
  name: string;
  matchedName: string;
  validFrom: string | null;
  validTo: string | null;
};
export type SuggestedRecipient = { id: string; name: string; kind: string; place: string; unitName: string | null };

/** How many awards these conditions find: exactly up to 10.000, else `isMore`. */
export async function countAwards(
  _ctx: ActorContext,
  _conditions: AwardConditions,
  _signal?: AbortSignal,
): Promise<AwardCount> {
  return { count: 0, isMore: false };
}

/** While somebody types: units by old and new names, and a few recipients. */
export async function suggest(
  _ctx: ActorContext,
  _q: string,
  _signal?: AbortSignal,
): Promise<{ units: SuggestedUnit[]; recipients: SuggestedRecipient[] }> {
  return { units: [], recipients: [] };
}

/** Every award these conditions find in the order of the list, page by page, for exports. */
// biome-ignore lint/correctness/useYield: its body follows
export async function* eachAward(
  _ctx: ActorContext,
  _filters: AwardConditions & { sort?: string | undefined },
  _signal?: AbortSignal,
): AsyncGenerator<AwardListRow[]> {}
