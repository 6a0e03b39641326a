import { aggregate, divideRounded, type NoTotal } from '#shared/indicators/indicators.rules.ts';
import type { Aggregation, Better } from '#shared/indicators/indicators.schema.ts';
import type { PledgeRule } from '#shared/pledges/pledge-rule.schema.ts';
import { outcomeOf } from '#shared/pledges/pledges.rules.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import type { TodayGroup } from '#shared/units/today-groups.ts';

/** One unit of today in one row of the summary. Figures are scaled as those of the members. */
export type TodayLine = {
  unitId: string;
  from: TodayGroup['from'];
  value: number | null;
  /** Why there is no value. */
  why: NotJoinable | null;
  prior: number | null;
  target: number | null;
  outcome: PledgeOutcome | null;
  /** So many of the members in it had a figure; with fewer than all no outcome is told. */
  counted: number;
  /** A member was split: its figure is divided by the share of the legal document, not measured. */
  isEstimated: boolean;
};

type Indicator = { aggregation: Aggregation; better: Better; rule: PledgeRule | null };
type Figures = { value: number | null; prior: number | null; target: number | null };

/**
 * Quy về đơn vị hiện nay: the members' figures of one indicator as the units of today. What is added up (stocks, flows)
 * is the sum of the merged members, a member that was split giving its share; shares and other means are weighted means.
 * Where a weight is missing there is no figure, and `why` says so: an arithmetic mean of merged members would be wrong.
 * What is not to be added up is shown only where one whole member stands behind it.
 * @param weights what the members weigh, in the same figures: last year is weighed by last year's weights
 */
export function linesOfToday(
  { aggregation, better, rule }: Indicator,
  lines: readonly ({ unitId: string } & Figures)[],
  groups: readonly TodayGroup[],
  weights: ReadonlyMap<string, Figures> = new Map(),
): TodayLine[] {
  const lineOf = new Map(lines.map((line) => [line.unitId, line]));
  return groups.map(({ unitId, from }) => {
    const figure = (read: keyof Figures) =>
      joinShares(
        aggregation,
        from.map(({ unitId: id, sharePermille }) => {
          const weight = weights.get(id);
          // A target is weighed by the planned weight, else by the reported one.
          const weighs = read === 'target' ? (weight?.target ?? weight?.value) : weight?.[read];
          return { value: lineOf.get(id)?.[read] ?? null, weight: weighs ?? null, sharePermille };
        }),
      );
    const { value, why } = figure('value');
    const target = figure('target').value;
    const counted = from.filter(({ unitId: id }) => (lineOf.get(id)?.value ?? null) !== null).length;
    return {
      unitId,
      from,
      value,
      why,
      prior: figure('prior').value,
      target,
      outcome: rule && counted === from.length ? outcomeOf(better, value, target, rule) : null,
      counted,
      isEstimated: aggregation === 'sum' && from.some(({ sharePermille }) => sharePermille < 1000),
    };
  });
}

export type Share = { value: number | null; weight: number | null; sharePermille: number };
/** Why merged members give no figure together. */
export type NotJoinable = NoTotal | 'not-added';

/** The figure of one unit of today from the members in it, with the reason where there is none. */
export function joinShares(
  aggregation: Aggregation,
  shares: readonly Share[],
): { value: number | null; why: NotJoinable | null } {
  const [only] = shares;
  if (shares.every(({ value }) => value === null)) return { value: null, why: 'no-figures' };
  // One whole member: its own figure, whatever the method and whether or not its weight is known.
  if (shares.length === 1 && only && (only.sharePermille === 1000 || aggregation !== 'sum'))
    return { value: only.value, why: null };
  if (aggregation === 'none' || aggregation === 'last') return { value: null, why: 'not-added' };
  const lacksWeight = shares.some(({ value, weight }) => value !== null && (weight === null || weight < 0));
  if (aggregation !== 'sum' && (aggregation === 'mean' || lacksWeight)) return { value: null, why: 'no-weights' };
  const part = (figure: number | null, share: number) =>
    figure === null ? null : divideRounded(BigInt(figure) * BigInt(share), 1000n);
  const { value, why } = aggregate(
    aggregation,
    shares.map(({ value: whole, weight, sharePermille }) => ({
      value: aggregation === 'sum' ? part(whole, sharePermille) : whole,
      weight: part(weight, sharePermille),
    })),
  );
  return { value, why: why ?? null };
}

type YearFigure = { unitId: string; value: number | null; weight: number | null; source: 'report' | 'prior' | null };

/** A unit in one year of a series. `isMember` false: none of what it was formed from was in the cluster then. */
export type JoinedFigure = {
  value: number | null;
  why: NotJoinable | null;
  from: TodayGroup['from'];
  counted: number;
  isEstimated: boolean;
  isMember: boolean;
  /** `prior` where any part of it was stated by the year after. */
  source: 'report' | 'prior' | null;
  /** Its report, where one whole member stands behind it. */
  reportId: string | null;
};

/** A series by groups of members: each year joined by itself, from those that were members in that year. */
export function joinedSeries(
  aggregation: Aggregation,
  years: readonly { members: readonly (YearFigure & { reportId: string | null })[] }[],
  groups: readonly TodayGroup[],
): { unitId: string; figures: JoinedFigure[] }[] {
  const byYear = years.map(({ members }) => new Map(members.map((member) => [member.unitId, member])));
  return groups.map(({ unitId, from: all }) => ({
    unitId,
    figures: byYear.map((members): JoinedFigure => {
      const from = all.filter((part) => members.has(part.unitId));
      const there = from.map(({ unitId: id, sharePermille }) => ({ ...members.get(id)!, sharePermille }));
      const { value, why } = joinShares(aggregation, there);
      const known = there.filter((one) => one.value !== null);
      const [only] = there;
      return {
        value,
        why,
        from,
        counted: known.length,
        isEstimated: aggregation === 'sum' && from.some(({ sharePermille }) => sharePermille < 1000),
        isMember: from.length > 0,
        source: known.length === 0 ? null : known.some(({ source }) => source === 'prior') ? 'prior' : 'report',
        reportId: there.length === 1 && only ? only.reportId : null,
      };
    }),
  }));
}
