import type * as z from 'zod/mini';
import type { ActorContext } from '#server/core/context.ts';
import { viewLedger } from '#server/pledges/progress.service.ts';
import type { Language } from '#shared/core/localized.ts';
import { daysText } from '#shared/pledges/ledger-text.ts';
import { PLEDGE_OUTCOME_LABELS } from '#shared/pledges/pledges.schema.ts';
import { type ledgerFilters, QUARTER_NAMES, type Quarter } from '#shared/pledges/progress.schema.ts';

type Figure = { scaled: number; decimals: number } | null;

/** Theo dõi thực hiện giao ước as a list: every promise of the members asked for, figures as numbers. */
export async function ledgerList(
  ctx: ActorContext,
  { clusterYearId, unitId, indicatorVersionId }: z.infer<typeof ledgerFilters>,
  lang: Language,
) {
  const { ledger } = await viewLedger(ctx, clusterYearId);
  if (!ledger) return [];
  return ledger.members
    .filter((member) => unitId === undefined || member.unitId === unitId)
    .flatMap((member) =>
      ledger.indicators.flatMap(({ id, name, unitOfMeasure, decimals, cells }) => {
        const cell = cells.find((one) => one.unitId === member.unitId);
        if (!cell || (indicatorVersionId !== undefined && id !== indicatorVersionId)) return [];
        const figure = (scaled: number | null | undefined): Figure => (scaled == null ? null : { scaled, decimals });
        const [q1, q2, q3, q4] = cell.progress.map(({ value }) => figure(value));
        return [
          {
            unit: member.name,
            indicator: name,
            measure: unitOfMeasure,
            target: figure(cell.target),
            q1,
            q2,
            q3,
            q4,
            actual: figure(cell.actual),
            share: cell.share,
            outcome: cell.outcome === null ? '' : PLEDGE_OUTCOME_LABELS[cell.outcome][lang],
            why: cell.why,
            asOf: daysText(member.quarters),
            evidence: evidenceText(member.quarters),
            rule: ledger.rule.words[lang],
          },
        ];
      }),
    );
}

/** 'quý I: bao cao.pdf, so lieu.xlsx; quý II: …'. */
const evidenceText = (quarters: readonly ({ files: readonly { name: string }[] } | null)[]) =>
  quarters
    .flatMap((entered, at) =>
      entered && entered.files.length > 0
        ? [`quý ${QUARTER_NAMES[(at + 1) as Quarter]}: ${entered.files.map(({ name }) => name).join(', ')}`]
        : [],
    )
    .join('; ');
