import type { Facts } from '#shared/core/reason.ts';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';
import type { NotJoinable, TodayLine } from '#shared/reports/summary-today.rules.ts';
import { percentText } from '#shared/units/units.rules.ts';

export type Joined = Pick<TodayLine, 'from' | 'counted' | 'isEstimated'> & { why: NotJoinable | null };
/** A code of JOINED_WORDS with its facts. */
export type NotePart = { code: string; facts: Facts };

/** The side note of a joined figure in parts: which members it was put together from and how, or why it was not. */
export function joinedNote(
  aggregation: Aggregation,
  { from, counted, isEstimated, why }: Joined,
  nameOf: (unitId: string) => string,
): NotePart[] {
  const units = from
    .map(({ unitId, sharePermille }) =>
      sharePermille < 1000 ? `${nameOf(unitId)} (${percentText(sharePermille)})` : nameOf(unitId),
    )
    .join(', ');
  const how = why ?? (from.length === 1 ? 'own' : aggregation === 'sum' ? 'sum' : 'weighted-mean');
  const missing = from.length - counted;
  return [
    { code: `joined.${how}`, facts: { units } },
    ...(isEstimated ? [{ code: 'joined.estimated', facts: {} }] : []),
    ...(missing > 0 && counted > 0 ? [{ code: 'joined.missing', facts: { missing } }] : []),
  ];
}
