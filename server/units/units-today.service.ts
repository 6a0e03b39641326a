import type { Reader } from '#db/database.ts';
import { findUnitLabels, linesDown, linesUp } from '#db/units/lineage.queries.ts';
import { compareVi } from '#shared/core/fold.ts';
import { type LineageFact, todayOf } from '#shared/units/lineage.rules.ts';

/** A unit of today and what it came from. */
export type TodayUnit = {
  unitId: string;
  name: string;
  fullName: string;
  validFrom: string | null;
  /** The units of the beginning that it was formed from, this one among them when it was there before; empty: none. */
  formedFrom: { unitId: string; name: string }[];
};
export type UnitsToday = {
  /** The day of the latest change on the way; null: all of them are as they were. */
  sinceOn: string | null;
  of: { unitId: string; parts: { unitId: string; sharePermille: number }[]; sinceOn: string | null }[];
  units: TodayUnit[];
};

/**
 * Quy về đơn vị hiện nay: where each of these units is today, by every line of descent that is known. A reading of the
 * catalogue only; no record is touched.
 */
export async function unitsToday(db: Reader, ids: readonly string[]): Promise<UnitsToday> {
  const asked = [...new Set(ids)];
  const down = await linesDown(db, asked);
  const of = asked.map((id) => ({ unitId: id, ...todayOf(id, down) }));
  const ends = [...new Set(of.flatMap(({ parts }) => parts.map((part) => part.unitId)))];
  const up = await linesUp(db, ends);
  const labels = await findUnitLabels(db, [...ends, ...up.map(({ ancestorId }) => ancestorId)]);
  const label = new Map(labels.map((one) => [one.id, one]));
  const units = ends.flatMap((id): TodayUnit[] => {
    const unit = label.get(id);
    if (!unit) return [];
    const formedFrom = originsOf(id, up, (one) => label.get(one)?.validFrom ?? null).map((one) => ({
      unitId: one,
      name: label.get(one)?.name ?? one,
    }));
    const { name, fullName, validFrom } = unit;
    return [
      { unitId: id, name, fullName, validFrom, formedFrom: formedFrom.toSorted((a, b) => compareVi(a.name, b.name)) },
    ];
  });
  const dates = of.flatMap(({ sinceOn }) => sinceOn ?? []).toSorted();
  return { sinceOn: dates.at(-1) ?? null, of, units: units.toSorted((a, b) => compareVi(a.name, b.name)) };
}

/** The first generation: those that came from nobody, and each that was there before it took another one over. */
function originsOf(id: string, lines: readonly LineageFact[], bornOn: (id: string) => string | null): string[] {
  const origins = new Set<string>();
  const seen = new Set<string>();
  const walk = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const taken = lines.filter(({ descendantId }) => descendantId === at);
    const born = bornOn(at);
    if (at !== id || taken.length > 0) if (taken.every(({ fromOn }) => born === null || born < fromOn)) origins.add(at);
    for (const { ancestorId } of taken) walk(ancestorId);
  };
  walk(id);
  return [...origins];
}
