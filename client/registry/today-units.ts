import { useUnitsToday } from '#client/units/unit-view-picker.tsx';
import type { UnitView } from '#shared/units/units.schema.ts';

/** The names of today's units for the units of these rows; undefined while they are not wanted or not known yet. */
export function useTodayUnits(rows: readonly { unitId: string }[], view: UnitView) {
  const ids = [...new Set(rows.map(({ unitId }) => unitId))].toSorted();
  const data = useUnitsToday(ids, view);
  if (!data) return undefined;
  const names = new Map(data.units.map(({ unitId, name }) => [unitId, name]));
  const parts = new Map(data.of.map((one) => [one.unitId, one.parts]));
  return {
    sinceOn: data.sinceOn,
    namesOf: (unitId: string): string | undefined =>
      parts
        .get(unitId)
        ?.map((part) => names.get(part.unitId) ?? part.unitId)
        .join(', '),
  };
}
