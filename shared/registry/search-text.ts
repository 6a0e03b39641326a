import { fold } from '#shared/core/fold.ts';
import { viSortKey } from '#shared/core/vi-sort-key.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

/** The words of a text as the search compares them: folded, split at every sign. "123/QĐ-UBND" → 123, qd, ubnd. */
export function searchWords(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
}

/** What an award is found by: its name, place and decision number, as words with one space between them. */
export function awardSearchText(award: {
  printedName: string;
  printedPlace?: string | undefined;
  decisionNumber: string;
}): string {
  return searchWords(`${award.printedName} ${award.printedPlace ?? ''} ${award.decisionNumber}`).join(' ');
}

/** What a recipient is found by: every name it bore, and its place. */
export function recipientSearchText(recipient: {
  name: string;
  formerNames?: readonly string[];
  place?: string | undefined;
}): string {
  return searchWords([recipient.name, ...(recipient.formerNames ?? []), recipient.place ?? ''].join(' ')).join(' ');
}

/**
 * The place of a name in a Vietnamese list, as text that any database orders by its letters: people by given name,
 * then family name, then what stands between; collectives and households as they are written.
 */
export function nameSortKey(name: string, kind: RecipientKind): string {
  if (kind !== 'individual') return viSortKey(name);
  const words = name.trim().split(/\s+/u);
  const given = words.pop() ?? '';
  return viSortKey([given, ...words].join(' '));
}
