import { convertScaled, usualFactor } from '#shared/indicators/series.rules.ts';
import type { MemberLine } from '#shared/reports/summary.rules.ts';

type Measured = { unitOfMeasure: string; decimals: number };
type StockLine = Pick<MemberLine, 'unitId' | 'value' | 'prior'>;
type FlowLine = Pick<MemberLine, 'unitId' | 'value'>;

/** One member: `change` = stock now − stock a year ago; `difference` = change − flow. Null: not to be told. */
export type StockFlowLine = { unitId: string; change: number | null; flow: number | null; difference: number | null };

/**
 * A stock against its flow, in the stock's unit of measure and decimals, over the members that have all three figures
 * (`counted` of `members`). With `why` there is nothing to compare.
 */
export type StockFlowCheck = {
  change: number | null;
  flow: number | null;
  difference: number | null;
  counted: number;
  members: number;
  why: 'units-differ' | 'no-figures' | null;
  lines: StockFlowLine[];
};

/**
 * Đối chiếu thời điểm và thời kỳ: what a stock changed by in the year should be the flow of the year (số xã đạt chuẩn
 * cuối năm − đầu năm = số xã được công nhận trong năm). A member with a missing figure is left out, never taken as 0.
 */
export function checkStockFlow(
  stock: Measured & { members: readonly StockLine[] },
  flow: Measured & { members: readonly FlowLine[] },
): StockFlowCheck {
  const factor = usualFactor(flow.unitOfMeasure, stock.unitOfMeasure);
  const flowOf = new Map(flow.members.map(({ unitId, value }) => [unitId, value]));
  const lines = stock.members.map(({ unitId, value, prior }): StockFlowLine => {
    const change = value === null || prior === null ? null : value - prior;
    const raw = flowOf.get(unitId) ?? null;
    const decimals = { from: flow.decimals, to: stock.decimals };
    const through = raw === null || !factor ? null : convertScaled(raw, factor, decimals);
    return { unitId, change, flow: through, difference: change === null || through === null ? null : change - through };
  });
  const whole = lines.filter(({ difference }) => difference !== null);
  const sum = (read: 'change' | 'flow' | 'difference') =>
    whole.length === 0 ? null : whole.reduce((total, line) => total + (line[read] ?? 0), 0);
  return {
    change: sum('change'),
    flow: sum('flow'),
    difference: sum('difference'),
    counted: whole.length,
    members: lines.length,
    why: !factor ? 'units-differ' : whole.length === 0 ? 'no-figures' : null,
    lines,
  };
}

/** A word is asked for: the total does not go together, or a member's does not (two that cancel out are no proof). */
export const isApart = ({ lines }: Pick<StockFlowCheck, 'lines'>): boolean =>
  lines.some(({ difference }) => difference !== null && difference !== 0);
