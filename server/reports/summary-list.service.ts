import type * as z from 'zod/mini';
import type { ActorContext } from '#server/core/context.ts';
import { summariseReports } from '#server/reports/summary-view.service.ts';
import { unitsToday } from '#server/units/units-today.service.ts';
import type { Language } from '#shared/core/localized.ts';
import { fill } from '#shared/core/wording.ts';
import { AGGREGATION_LABELS } from '#shared/indicators/indicators.schema.ts';
import { PLEDGE_OUTCOME_LABELS, type PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import { joinedNote, outsideOf } from '#shared/reports/joined-note.rules.ts';
import { JOINED_WORDS, SUMMARY_WORDS } from '#shared/reports/summary.labels.ts';
import type { summaryFilters } from '#shared/reports/summary.schema.ts';
import { linesOfToday } from '#shared/reports/summary-today.rules.ts';
import { groupByToday } from '#shared/units/today-groups.ts';

/** A figure as the program keeps it: scaled by its decimals. */
type Figure = { scaled: number; decimals: number };
/** A row of the file: figures are numbers there, a missing one is words, never 0. */
export type SummaryFileRow = {
  indicator: string;
  measure: string;
  unit: string;
  value: Figure | string;
  prior: Figure | null;
  target: Figure | null;
  outcome: string;
  method: string;
  paper: string;
  note: string;
};

/** Biểu tổng hợp as a list, as on the screen: by the units of the report, or by the units of today. */
export async function summaryList(
  ctx: ActorContext,
  { view, ...of }: z.infer<typeof summaryFilters>,
  lang: Language,
): Promise<SummaryFileRow[]> {
  const summary = await summariseReports(ctx, of);
  const ids = summary.members.map(({ unitId }) => unitId);
  const mapping = view === 'hien-nay' ? await unitsToday(ctx.db.reads, ids) : null;
  const nameOf = new Map<string, string>(summary.members.map(({ unitId, name }) => [unitId, name]));
  const todayName = new Map<string, string>(mapping?.units.map(({ unitId, name }) => [unitId, name]));
  const say = (code: string, facts = {}) => fill(SUMMARY_WORDS[code]![lang], facts);
  const outcomeWord = (outcome: PledgeOutcome | null) => (outcome === null ? '' : PLEDGE_OUTCOME_LABELS[outcome][lang]);

  return summary.indicators.flatMap((indicator): SummaryFileRow[] => {
    const { name, unitOfMeasure, decimals, aggregation, total, weightName } = indicator;
    const about = { indicator: name, measure: unitOfMeasure };
    const figure = (scaled: number | null) => (scaled === null ? null : { scaled, decimals });
    const mean = AGGREGATION_LABELS[aggregation][lang];
    const method = weightName ? say('summary.weighted', { method: mean, weight: weightName }) : mean;
    const isTotalled = aggregation !== 'none' && aggregation !== 'last';
    const missing = total.why === 'no-figures' ? 'summary.no-figure' : 'summary.not-computable';
    const whole: SummaryFileRow = {
      ...about,
      unit: say('summary.cluster'),
      value: figure(total.value) ?? (isTotalled ? say(missing) : ''),
      prior: null,
      target: null,
      outcome: '',
      method: isTotalled ? say('summary.counted', { method, counted: total.counted, of: total.members }) : method,
      paper: indicator.paperNote?.content || indicator.paper || '',
      note: indicator.stockFlow?.note?.content ?? '',
    };
    if (mapping === null)
      return [
        whole,
        ...indicator.members.map((line): SummaryFileRow => {
          const word = line.state === 'completing' ? 'summary.completing' : 'summary.no-figure';
          return {
            ...about,
            unit: nameOf.get(line.unitId) ?? line.unitId,
            value: figure(line.value) ?? say(word),
            prior: figure(line.prior),
            target: figure(line.target),
            outcome: outcomeWord(line.outcome),
            method: '',
            paper: '',
            note: line.note,
          };
        }),
      ];
    const weighing = summary.indicators.find(({ id }) => id === indicator.weightIndicatorId)?.members ?? [];
    const weights = new Map(weighing.map((line) => [line.unitId, line]));
    const lines = linesOfToday(
      { ...indicator, rule: summary.pledgeRule },
      indicator.members,
      groupByToday(ids, mapping),
      weights,
    );
    return [
      whole,
      ...lines.map((line): SummaryFileRow => {
        const parts = joinedNote(
          aggregation,
          line,
          (id) => nameOf.get(id) ?? id,
          outsideOf(line.unitId, line.from, mapping),
        );
        const word = line.why === 'no-figures' ? 'summary.no-figure' : 'summary.not-computable';
        return {
          ...about,
          unit: todayName.get(line.unitId) ?? line.unitId,
          value: figure(line.value) ?? say(word),
          prior: figure(line.prior),
          target: figure(line.target),
          outcome: outcomeWord(line.outcome),
          method: parts.map(({ code, facts }) => fill(JOINED_WORDS[code]![lang], facts)).join('; '),
          paper: '',
          note: '',
        };
      }),
    ];
  });
}
