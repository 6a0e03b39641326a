import { formatScaled } from '#shared/core/numbers.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import { QUARTER_NAMES, type Quarter } from '#shared/pledges/progress.schema.ts';

type Cell = {
  unitId: string;
  target: number | null;
  outcome: PledgeOutcome | null;
  why: string;
  progress: readonly { quarter: Quarter; value: number | null; percent: number | null }[];
};
type Ledger = {
  quarters: readonly { quarter: Quarter }[];
  members: readonly { unitId: string; name: string; isActive: boolean }[];
  indicators: readonly { name: string; unitOfMeasure: string; decimals: number; cells: readonly Cell[] }[];
};

/** For each member: how many promises, how many figures each quarter has, how they ended. */
export function ledgerTotals({ quarters, members, indicators }: Ledger) {
  return members.map(({ unitId, name, isActive }) => {
    const cells = indicators.flatMap((indicator) =>
      indicator.cells.filter((cell) => cell.unitId === unitId && cell.target !== null),
    );
    const count = (outcome: PledgeOutcome) => cells.filter((cell) => cell.outcome === outcome).length;
    return {
      unitId,
      name,
      isActive,
      promised: cells.length,
      entered: quarters.map((_, at) => cells.filter(({ progress }) => progress[at]!.value !== null).length),
      outcomes: {
        exceeded: count('exceeded'),
        met: count('met'),
        missed: count('missed'),
        'no-figure': count('no-figure'),
      },
    };
  });
}

/** The promises of one member as text for a letter or a group; official words, so Vietnamese only. */
export function memberLedgerText(
  year: number,
  { unitId, name }: { unitId: string; name: string },
  { indicators }: Pick<Ledger, 'indicators'>,
): string {
  const lines = indicators.flatMap(({ name: indicator, unitOfMeasure, decimals, cells }) => {
    const cell = cells.find((one) => one.unitId === unitId);
    if (!cell || cell.target === null) return [];
    const figure = (scaled: number) => formatScaled(scaled, decimals);
    const quarters = cell.progress.flatMap(({ quarter, value, percent }) =>
      value === null
        ? []
        : [
            `quý ${QUARTER_NAMES[quarter]} ${figure(value)}${percent === null ? '' : ` (${formatScaled(percent, 1)}%)`}`,
          ],
    );
    const head = `- ${indicator}: kế hoạch ${figure(cell.target)} ${unitOfMeasure}`;
    return [`${[head, ...quarters].join('; ')}. ${cell.why}`];
  });
  return [`Thực hiện giao ước thi đua năm ${year}, ${name}:`, ...lines].join('\n');
}
