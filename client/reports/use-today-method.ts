import { useWords } from '#client/core/words.ts';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';
import { type Joined, joinedNote, outsideOf } from '#shared/reports/joined-note.rules.ts';
import { JOINED_WORDS } from '#shared/reports/summary.labels.ts';

/** The side note of a joined figure: which members it was put together from and how, or why it was not. */
export function useTodayMethod(
  aggregation: Aggregation,
  nameOf: ReadonlyMap<string, string>,
  mapping: UnitsToday | undefined,
) {
  const { word } = useWords();
  return (joined: Joined & { unitId: string }): string =>
    joinedNote(
      aggregation,
      joined,
      (id) => nameOf.get(id) ?? id,
      mapping ? outsideOf(joined.unitId, joined.from, mapping) : [],
    )
      .map(({ code, facts }) => word(JOINED_WORDS, code, facts))
      .join('; ');
}
