import { formatDate } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { Share } from '#shared/pledges/pledges.rules.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import { shareText } from '#shared/pledges/progress.rules.ts';
import { QUARTER_NAMES, type Quarter } from '#shared/pledges/progress.schema.ts';

type Cell = {
  unitId: string;
  target: number | null;
  outcome: PledgeOutcome | null;
  why: string;
  progress: readonly { quarter: Quarter; value: number | null; share: Share | null }[];
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

type Member = {
  unitId: string;
  name: string;
  /** In their order; null: nothing entered. */
  quarters: readonly ({ asOf: string | null } | null)[];
};

/** 'quý I: 31/03/2023; quý II: 30/06/2023', of the quarters whose day was said. */
export function daysText(quarters: Member['quarters']): string {
  return quarters
    .flatMap((entered, at) =>
      entered?.asOf ? [`quý ${QUARTER_NAMES[(at + 1) as Quarter]}: ${formatDate(entered.asOf)}`] : [],
    )
    .join('; ');
}

/** The promises of one member as text for a letter or a group; official words, so Vietnamese only. */
export function memberLedgerText(
  year: number,
  { unitId, name, quarters }: Member,
  { indicators, rule }: Pick<Ledger, 'indicators'> & { rule: { words: Localized } },
): string {
  const lines = indicators.flatMap(({ name: indicator, unitOfMeasure, decimals, cells }) => {
    const cell = cells.find((one) => one.unitId === unitId);
    if (!cell || cell.target === null) return [];
    const figure = (scaled: number) => formatScaled(scaled, decimals);
    const quarters = cell.progress.flatMap(({ quarter, value, share }) =>
      value === null
        ? []
        : [`quý ${QUARTER_NAMES[quarter]} ${figure(value)}${share === null ? '' : ` (${shareText(share)})`}`],
    );
    const head = `- ${indicator}: kế hoạch ${figure(cell.target)} ${unitOfMeasure}`;
    return [`${[head, ...quarters].join('; ')}. ${cell.why}`];
  });
  const days = daysText(quarters);
  return [
    `Thực hiện giao ước thi đua năm ${year}, ${name}:`,
    ...lines,
    ...(days ? [`Số liệu tính đến ngày: ${days}.`] : []),
    `Cách đánh giá: ${rule.words.vi}`,
  ].join('\n');
}
