import { type Aggregated, aggregate } from '#shared/indicators/indicators.rules.ts';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';
import {
  conversionsTo,
  conversionText,
  convertScaled,
  type Factor,
  type VersionLink,
} from '#shared/indicators/series.rules.ts';

export type SeriesVersion = VersionLink & { indicatorId: string; unitOfMeasure: string; name: string };
/** The version of a year that is read as the shown one. `text`: '1.000 triệu đồng = 1 tỷ đồng' where it is converted. */
export type JoinedVersion = { id: string; factor: Factor; decimals: { from: number; to: number }; text: string | null };
/** `not-asked`: the year did not ask for it; `broken`: it was counted otherwise and nobody has said how they go together. */
export type NotJoined = 'not-asked' | 'broken';

/**
 * Which of the versions that a year asked goes on in the shown one: by the chain; else the same indicator in the same
 * unit of measure and as many decimals, unless a person said that the series begins anew.
 */
export function joinVersion(
  versions: readonly SeriesVersion[],
  shownId: string,
  asked: readonly string[],
): JoinedVersion | NotJoined {
  const byId = new Map(versions.map((one) => [one.id, one]));
  const shown = byId.get(shownId);
  if (!shown) return 'not-asked';
  const ways = conversionsTo(versions, shownId);
  const joined = (one: SeriesVersion, factor: Factor): JoinedVersion => ({
    id: one.id,
    factor,
    decimals: { from: one.decimals, to: shown.decimals },
    text: conversionText(factor, one, shown),
  });
  const there = asked.flatMap((id) => byId.get(id) ?? []);
  for (const one of there) {
    const factor = ways.get(one.id);
    if (factor) return joined(one, factor);
  }
  const same = there.find(({ indicatorId }) => indicatorId === shown.indicatorId);
  if (!same) return there.some(({ id }) => id === shown.predecessorId) ? 'broken' : 'not-asked';
  const isUnlinked = shown.predecessorId === null && same.predecessorId === null;
  return isUnlinked && same.unitOfMeasure === shown.unitOfMeasure ? joined(same, { num: 1n, den: 1n }) : 'broken';
}

export const readAs = (value: number | null, { factor, decimals }: JoinedVersion): number | null =>
  value === null ? null : convertScaled(value, factor, decimals);

/** One member in one year. `source`: its report of that year, or what the year after stated about it. */
export type SeriesFigure = {
  unitId: string;
  value: number | null;
  weight: number | null;
  source: 'report' | 'prior' | null;
};

/** The cluster's figure of one year from the members' figures of that year. */
export const totalOfYear = (aggregation: Aggregation, members: readonly SeriesFigure[]): Aggregated =>
  aggregate(aggregation, members);
