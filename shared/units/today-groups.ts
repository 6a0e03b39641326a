/** What is needed of the answer of `units.today`. */
type Mapping = { of: readonly { unitId: string; parts: readonly { unitId: string; sharePermille: number }[] }[] };

/** A unit of today with the units of the record that are in it now, each with the share of it that is (permille). */
export type TodayGroup = { unitId: string; from: { unitId: string; sharePermille: number }[] };

/**
 * Units of a record grouped by the units of today, in the order of the record; a unit that was split stands in each of
 * its parts. A unit the mapping does not know stays itself.
 */
export function groupByToday(ids: readonly string[], { of }: Mapping): TodayGroup[] {
  const partsOf = new Map(of.map(({ unitId, parts }) => [unitId, parts]));
  const groups = new Map<string, TodayGroup>();
  for (const id of ids)
    for (const { unitId, sharePermille } of partsOf.get(id) ?? [{ unitId: id, sharePermille: 1000 }]) {
      const group = groups.get(unitId) ?? { unitId, from: [] };
      group.from.push({ unitId: id, sharePermille });
      groups.set(unitId, group);
    }
  return [...groups.values()];
}
