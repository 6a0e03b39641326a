import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '#client/core/api.ts';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import type { UnitId } from '#shared/units/units.schema.ts';

export type TodayUnits = {
  /** The day of the latest change on the way to today's units; null: none. */
  sinceOn: string | null;
  /** The names of the units of today that this unit has become; undefined: not asked yet. */
  namesOf: (unitId: string) => string | undefined;
};
type Known = TodayUnits & { names: ReadonlyMap<string, string>; last: UnitsToday | undefined };

const NOTHING: Known = withNames(new Map(), null, undefined);

/**
 * The names of today's units for the units of these rows. What is known stays known, so that a search draws its rows
 * once: only units never met before are asked for, and only when the rows are there.
 */
export function useTodayUnits(rows: readonly { unitId: string }[], enabled: boolean): TodayUnits {
  const trpc = useTRPC();
  const [known, setKnown] = useState(NOTHING);
  const unknown = [...new Set(rows.map(({ unitId }) => unitId))].filter((id) => !known.names.has(id)).toSorted();
  const { data } = useQuery({
    ...trpc.units.today.queryOptions({ ids: unknown as UnitId[] }),
    enabled: enabled && unknown.length > 0,
    staleTime: 5 * 60_000,
  });
  if (data && data !== known.last && unknown.length > 0) setKnown(joined(known, data, unknown));
  return known;
}

function joined(known: Known, data: UnitsToday, asked: readonly string[]): Known {
  const nameOf = new Map(data.units.map(({ unitId, name }) => [unitId, name]));
  const partsOf = new Map(data.of.map((one) => [one.unitId, one.parts]));
  const names = new Map(known.names);
  // A unit without an answer is known to be none: it is not asked for again.
  for (const id of asked)
    names.set(id, (partsOf.get(id) ?? []).map((part) => nameOf.get(part.unitId) ?? part.unitId).join(', '));
  const days = [known.sinceOn, data.sinceOn].filter((day) => day !== null).toSorted();
  return withNames(names, days.at(-1) ?? null, data);
}

function withNames(names: ReadonlyMap<string, string>, sinceOn: string | null, last: UnitsToday | undefined): Known {
  return { names, sinceOn, last, namesOf: (unitId) => names.get(unitId) || undefined };
}
