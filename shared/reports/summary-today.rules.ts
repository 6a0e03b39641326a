import { aggregate, divideRounded } from '#shared/indicators/indicators.rules.ts';
import type { Aggregation, Better } from '#shared/indicators/indicators.schema.ts';
import { outcomeOf } from '#shared/pledges/pledges.rules.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import type { MemberLine } from '#shared/reports/summary.rules.ts';
import type { TodayGroup } from '#shared/units/today-groups.ts';

/** One unit of today in one row of the summary. Figures are scaled as those of the members. */
export type TodayLine = {
  unitId: string;
  from: TodayGroup['from'];
  value: number | null;
  prior: number | null;
  target: number | null;
  outcome: PledgeOutcome | null;
  /** So many of the members in it had a figure; with fewer than all no outcome is told. */
  counted: number;
  /** A member was split: its figure is divided by the share of the legal document, not measured. */
  isEstimated: boolean;
};

type Indicator = { aggregation: Aggregation; better: Better };

/**
 * Quy về đơn vị hiện nay: the members' figures of one indicator as the units of today. Sums are added (a member that
 * was split gives its share), means are taken over the members within a unit (weighted ones by their weights), and
 * what is not to be added up is shown only where one whole member stands behind it.
 * @param weights the members' weights in the same period, for weighted means
 */
export function linesOfToday(
  { aggregation, better }: Indicator,
  lines: readonly Pick<MemberLine, 'unitId' | 'value' | 'prior' | 'target'>[],
  groups: readonly TodayGroup[],
  weights: ReadonlyMap<string, number | null> = new Map(),
): TodayLine[] {
  const lineOf = new Map(lines.map((line) => [line.unitId, line]));
  return groups.map(({ unitId, from }) => {
    const figure = (read: 'value' | 'prior' | 'target') =>
      together(
        aggregation,
        from.map(({ unitId: id, sharePermille }) => ({
          value: lineOf.get(id)?.[read] ?? null,
          weight: weights.get(id) ?? null,
          sharePermille,
        })),
      );
    const value = figure('value');
    const target = figure('target');
    const counted = from.filter(({ unitId: id }) => (lineOf.get(id)?.value ?? null) !== null).length;
    return {
      unitId,
      from,
      value,
      prior: figure('prior'),
      target,
      outcome: counted === from.length ? outcomeOf(better, value, target) : null,
      counted,
      isEstimated: aggregation === 'sum' && from.some(({ sharePermille }) => sharePermille < 1000),
    };
  });
}

type Share = { value: number | null; weight: number | null; sharePermille: number };

function together(aggregation: Aggregation, shares: readonly Share[]): number | null {
  const [only] = shares;
  // One whole member: its own figure, whatever the method and whether or not its weight is known.
  if (shares.length === 1 && only && (only.sharePermille === 1000 || aggregation !== 'sum')) return only.value;
  const part = (figure: number | null, share: number) =>
    figure === null ? null : divideRounded(BigInt(figure) * BigInt(share), 1000n);
  return aggregate(
    aggregation,
    shares.map(({ value, weight, sharePermille }) => ({
      value: aggregation === 'sum' ? part(value, sharePermille) : value,
      weight: part(weight, sharePermille),
    })),
  ).value;
}
