import type { Facts } from '#shared/core/reason.ts';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';
import type { NotJoinable, TodayLine } from '#shared/reports/summary-today.rules.ts';
import { percentText } from '#shared/units/units.rules.ts';

export type Joined = Pick<TodayLine, 'from' | 'counted' | 'isEstimated'> & { why: NotJoinable | null };
/** A code of JOINED_WORDS with its facts. */
export type NotePart = { code: string; facts: Facts };

type Today = {
  of: readonly { unitId: string; sinceOn: string | null }[];
  units: readonly { unitId: string; formedFrom: readonly { unitId: string; name: string }[] }[];
};

/** What a unit of today was formed from beside these members, where any of them has changed at all: no figure of theirs is in it. */
export function outsideOf(unitId: string, from: Joined['from'], { of, units }: Today): string[] {
  const there = new Set(from.map((part) => part.unitId));
  if (!of.some((one) => there.has(one.unitId) && one.sinceOn !== null)) return [];
  const origins = units.find((unit) => unit.unitId === unitId)?.formedFrom ?? [];
  return origins.filter((origin) => !there.has(origin.unitId)).map(({ name }) => name);
}

/**
 * The side note of a joined figure in parts: which members it was put together from and how, or why it was not.
 * @param outside predecessors outside the cluster, see outsideOf
 */
export function joinedNote(
  aggregation: Aggregation,
  { from, counted, isEstimated, why }: Joined,
  nameOf: (unitId: string) => string,
  outside: readonly string[] = [],
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
    ...(outside.length > 0 && why === null ? [{ code: 'joined.outside', facts: { units: outside.join(', ') } }] : []),
    ...(missing > 0 && counted > 0 ? [{ code: 'joined.missing', facts: { missing } }] : []),
  ];
}

/** Put together at all: not simply the figure of a member that is what it was. */
export const isPutTogether = (unitId: string, from: Joined['from'], outside: readonly string[]): boolean =>
  outside.length > 0 || from.length > 1 || from.some((part) => part.unitId !== unitId || part.sharePermille < 1000);
