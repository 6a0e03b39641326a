import { type Aggregated, aggregate } from '#shared/indicators/indicators.rules.ts';
import type { Aggregation } from '#shared/indicators/indicators.schema.ts';
import { type Share, shareOfPlan } from '#shared/pledges/pledges.rules.ts';

type Cell = { target: number | null; actual: number | null; progress: readonly { value: number | null }[] };
/** A figure of the whole cluster: how many of those who promised are in it, and what share of the whole plan it is. */
export type WholeFigure = Aggregated & { share: Share | null };

/**
 * Toàn Cụm of one indicator: the members that promised it, added up or averaged as the indicator says, for the plan, each
 * quarter and the year. A share only where everybody who promised is in the figure: a part of the cluster is not held
 * against the plan of all. Weighted means are left to the summary of the reports, which knows the weights.
 */
export function wholeOf({ aggregation, cells }: { aggregation: Aggregation; cells: readonly Cell[] }) {
  const method = aggregation === 'weighted-mean' ? 'none' : aggregation;
  const promised = cells.filter(({ target }) => target !== null);
  const plan = aggregate(
    method,
    promised.map(({ target }) => ({ value: target })),
  );
  const figure = (read: (cell: Cell) => number | null): WholeFigure => {
    const total = aggregate(
      method,
      promised.map((cell) => ({ value: read(cell) })),
    );
    const isWhole = total.counted === total.members;
    return { ...total, share: isWhole ? shareOfPlan(total.value, plan.value) : null };
  };
  const count = cells[0]?.progress.length ?? 0;
  return {
    plan,
    quarters: Array.from({ length: count }, (_, at) => figure(({ progress }) => progress[at]?.value ?? null)),
    actual: figure(({ actual }) => actual),
  };
}
