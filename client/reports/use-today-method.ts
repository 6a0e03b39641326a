import { useWords } from '#client/core/words.ts';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';
import { isPutTogether, type Joined, joinedNote, outsideOf } from '#shared/reports/joined-note.rules.ts';
import { JOINED_WORDS } from '#shared/reports/summary.labels.ts';

type OfToday = Joined & { unitId: string };

/** The side note of a joined figure: which members it was put together from and how, or why it was not. */
export function useTodayMethod(
  aggregation: Aggregation,
  nameOf: ReadonlyMap<string, string>,
  mapping: UnitsToday | undefined,
) {
  const { word } = useWords();
  const outside = ({ unitId, from }: OfToday) => (mapping ? outsideOf(unitId, from, mapping) : []);
  return {
    isJoined: (joined: OfToday): boolean => isPutTogether(joined.unitId, joined.from, outside(joined)),
    method: (joined: OfToday): string =>
      joinedNote(aggregation, joined, (id) => nameOf.get(id) ?? id, outside(joined))
        .map(({ code, facts }) => word(JOINED_WORDS, code, facts))
        .join('; '),
  };
}
