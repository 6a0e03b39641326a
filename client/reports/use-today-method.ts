import { useWords } from '#client/core/words.ts';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';
import { type Joined, joinedNote } from '#shared/reports/joined-note.rules.ts';
import { JOINED_WORDS } from '#shared/reports/summary.labels.ts';

/** The side note of a joined figure: which members it was put together from and how, or why it was not. */
export function useTodayMethod(aggregation: Aggregation, nameOf: ReadonlyMap<string, string>) {
  const { word } = useWords();
  return (joined: Joined): string =>
    joinedNote(aggregation, joined, (id) => nameOf.get(id) ?? id)
      .map(({ code, facts }) => word(JOINED_WORDS, code, facts))
      .join('; ');
}
