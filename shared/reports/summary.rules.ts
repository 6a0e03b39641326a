import { type Aggregated, aggregate, paperWording } from '#shared/indicators/indicators.rules.ts';
import type { Aggregation, Better, IndicatorKind } from '#shared/indicators/indicators.schema.ts';
import type { PledgeRule } from '#shared/pledges/pledge-rule.schema.ts';
import { outcomeOf } from '#shared/pledges/pledges.rules.ts';
import type { PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import { measureOf, spreadsOfOthers } from '#shared/reports/peers.rules.ts';
import { openReportDoubts } from '#shared/reports/plausibility.rules.ts';
import { isCounted } from '#shared/reports/reports.rules.ts';
import type { ReportPeriod, ReportStatus, ValueStatus } from '#shared/reports/reports.schema.ts';

export type SummedIndicator = {
  id: string;
  indicatorId: string;
  weightIndicatorId: string | null;
  aggregation: Aggregation;
  better: Better;
  kind: IndicatorKind;
  unitOfMeasure: string;
  decimals: number;
  paperWording: string | null;
};
export type SummedMember = { unitId: string; status: ReportStatus | null };
export type SummedCell = {
  unitId: string;
  indicatorVersionId: string;
  value: number | null;
  valueStatus: ValueStatus;
  sourceOffice: string;
  note: string;
};
export type Promised = { unitId: string; indicatorVersionId: string; value: number | null };

/**
 * One member in one row of the summary. `value` is null unless the report was sent and stands still; `state` says
 * why: `not-sent` (no report or a draft), `completing` (đang bổ sung), `missing` (sent without this figure).
 */
export type MemberLine = {
  unitId: string;
  state: 'figure' | 'missing' | 'not-sent' | 'completing';
  value: number | null;
  valueStatus: ValueStatus | null;
  sourceOffice: string;
  note: string;
  prior: number | null;
  target: number | null;
  outcome: PledgeOutcome | null;
  /** Looks wrong by the rules of the report and nobody has explained it: the total should be read with care. */
  isDoubtful: boolean;
};
export type SummaryLine = {
  indicatorVersionId: string;
  total: Aggregated;
  /** The wording for paper, once every member's figure is in; a part of the cluster is no cluster. */
  paper: string | null;
  outcomes: { exceeded: number; met: number; missed: number };
  members: MemberLine[];
};

type Input = {
  year: number;
  period: ReportPeriod;
  indicators: readonly SummedIndicator[];
  members: readonly SummedMember[];
  cells: readonly SummedCell[];
  targets: readonly Promised[];
  priors: readonly Promised[];
  /** How promises of the year are judged; null: not yet, half a year is not held against the target of a whole one. */
  rule: PledgeRule | null;
};

/** Biểu tổng hợp: every indicator over all members, computed from their reports, each beside its promise. */
export function summarise({ year, period, indicators, members, cells, targets, priors, rule }: Input): SummaryLine[] {
  const cellOf = keyed(cells);
  const targetOf = keyed(targets);
  const priorOf = keyed(priors);
  const figure = ({ unitId, status }: SummedMember, versionId: string | undefined): number | null =>
    status !== null && isCounted(status) && versionId ? (cellOf.get(`${unitId} ${versionId}`)?.value ?? null) : null;

  return indicators.map((indicator) => {
    const weightVersionId = indicators.find(({ indicatorId }) => indicatorId === indicator.weightIndicatorId)?.id;
    const total = aggregate(
      indicator.aggregation,
      members.map((member) => ({ value: figure(member, indicator.id), weight: figure(member, weightVersionId) })),
    );
    const priorFor = (unitId: string) => priorOf.get(`${unitId} ${indicator.id}`)?.value ?? null;
    const peersOf = spreadsOfOthers(
      members.map((member) =>
        measureOf({ ...indicator, value: figure(member, indicator.id), prior: priorFor(member.unitId) }),
      ),
    );
    const lines = members.map((member, at): MemberLine => {
      const key = `${member.unitId} ${indicator.id}`;
      const value = figure(member, indicator.id);
      const cell = value === null ? undefined : cellOf.get(key);
      const target = targetOf.get(key)?.value ?? null;
      const prior = priorFor(member.unitId);
      const compared = { ...indicator, value, prior, target, period, peers: peersOf[at] ?? null };
      return {
        unitId: member.unitId,
        state: stateOf(member.status, value),
        value,
        valueStatus: cell?.valueStatus ?? null,
        sourceOffice: cell?.sourceOffice ?? '',
        note: cell?.note ?? '',
        prior,
        target,
        outcome: rule && outcomeOf(indicator.better, value, target, rule),
        isDoubtful: openReportDoubts(compared, cell?.note ?? '').length > 0,
      };
    });
    const count = (wanted: PledgeOutcome) => lines.filter(({ outcome }) => outcome === wanted).length;
    return {
      indicatorVersionId: indicator.id,
      total,
      paper: paperOf(indicator, total, year),
      outcomes: { exceeded: count('exceeded'), met: count('met'), missed: count('missed') },
      members: lines,
    };
  });
}

function paperOf({ paperWording: pattern, decimals }: SummedIndicator, total: Aggregated, year: number): string | null {
  if (pattern === null || total.value === null || total.counted < total.members) return null;
  return paperWording(pattern, { scaled: total.value, decimals, year }) ?? null;
}

function stateOf(status: ReportStatus | null, value: number | null): MemberLine['state'] {
  if (status === null || status === 'draft') return 'not-sent';
  if (status === 'supplement') return 'completing';
  return value === null ? 'missing' : 'figure';
}

function keyed<Row extends { unitId: string; indicatorVersionId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [`${row.unitId} ${row.indicatorVersionId}`, row]));
}
