import type { ActorContext } from '#server/core/context.ts';
import { recipientPage } from '#server/recipients/recipient-list.service.ts';
import { unitNames } from '#server/registry/unit-words.service.ts';
import type { RecipientListRow } from '#shared/recipients/recipients.schema.ts';
import { readSought } from '#shared/registry/search-plan.rules.ts';

/** A unit found by one of its names; `matchedName` is that name, `name` its last one. */
export type SuggestedUnit = {
  id: string;
  name: string;
  matchedName: string;
  validFrom: string | null;
  validTo: string | null;
};
export type SuggestedRecipient = Pick<RecipientListRow, 'id' | 'name' | 'kind' | 'place' | 'unitName' | 'birthYear'>;
export type Suggestions = { units: SuggestedUnit[]; recipients: SuggestedRecipient[] };

const MOST_UNITS = 5;
const MOST_RECIPIENTS = 5;

/** While somebody types: units by old and new names, and a few recipients. */
export async function suggest(ctx: ActorContext, q: string, signal?: AbortSignal): Promise<Suggestions> {
  const sought = readSought(q);
  if (sought.kind !== 'words') return { units: [], recipients: [] };
  const [units, { rows }] = await Promise.all([
    suggestUnits(ctx, sought.words),
    recipientPage(ctx, { q }, signal, MOST_RECIPIENTS),
  ]);
  return {
    units,
    recipients: rows.map(({ id, name, kind, place, unitName, birthYear }) => ({
      id,
      name,
      kind,
      place,
      unitName,
      birthYear,
    })),
  };
}

/** Provinces before what lies in them, shorter names first. */
async function suggestUnits(ctx: ActorContext, words: readonly string[]): Promise<SuggestedUnit[]> {
  const { names } = await unitNames(ctx.db);
  const isHigh = (kind: string) => (kind === 'province' || kind === 'city' ? 0 : 1);
  const fitting = names
    .filter((name) => words.every((word) => name.words.some((one) => one.startsWith(word))))
    .toSorted((a, b) => isHigh(a.kind) - isHigh(b.kind) || a.name.length - b.name.length);
  const found = new Map<string, SuggestedUnit>();
  for (const { unitId, name, lastName, validFrom, validTo } of fitting) {
    if (found.size >= MOST_UNITS) break;
    if (!found.has(unitId)) found.set(unitId, { id: unitId, name: lastName, matchedName: name, validFrom, validTo });
  }
  return [...found.values()];
}
