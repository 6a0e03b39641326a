import { Trans, useLingui } from '@lingui/react/macro';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import { TodayUnitLink } from '#client/units/today-unit-link.tsx';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import { formatScaled } from '#shared/core/numbers.ts';
import { PLEDGE_OUTCOME_LABELS, type PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import { linesOfToday, type TodayLine } from '#shared/reports/summary-today.rules.ts';
import { groupByToday } from '#shared/units/today-groups.ts';
import { percentText } from '#shared/units/units.rules.ts';

type Props = { indicator: SummaryIndicator; summary: Summary; mapping: UnitsToday };

const TONES: Record<PledgeOutcome, Tone> = {
  exceeded: 'good',
  met: 'good',
  missed: 'bad',
  'no-figure': 'neutral',
  'no-target': 'neutral',
};

/** The figures behind one figure of the cluster, by the units of today, each saying how it was put together. */
export function SummaryToday({ indicator, summary: { members, indicators }, mapping }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const { decimals, name, weightIndicatorId } = indicator;
  const nameOf = new Map(members.map((member) => [member.unitId, member.name]));
  const memberIds = new Set(nameOf.keys());
  const unitOf = new Map(mapping.units.map((unit) => [unit.unitId, unit]));
  const weights = new Map(
    (indicators.find(({ id }) => id === weightIndicatorId)?.members ?? []).map(({ unitId, value }) => [unitId, value]),
  );
  const lines = linesOfToday(indicator, indicator.members, groupByToday([...memberIds], mapping), weights);
  const number = (scaled: number | null) => (scaled === null ? '–' : formatScaled(scaled, decimals));

  function method({ from, counted, isEstimated }: TodayLine): string {
    const parts = from.map(({ unitId, sharePermille }) => {
      const member = nameOf.get(unitId) ?? unitId;
      return sharePermille < 1000 ? `${member} (${percentText(sharePermille)})` : member;
    });
    const names = parts.join(', ');
    const missing = String(from.length - counted);
    const how =
      from.length === 1
        ? t`Số của ${names}`
        : indicator.aggregation === 'sum'
          ? t`Cộng số của ${names}`
          : indicator.aggregation === 'mean'
            ? t`Bình quân số học của ${names}`
            : indicator.aggregation === 'weighted-mean'
              ? t`Bình quân gia quyền của ${names}`
              : t`Không cộng gộp được số của ${names}`;
    return [
      how,
      isEstimated && t`chia theo tỷ lệ, là số ước tính`,
      counted < from.length && t`còn thiếu ${missing} tỉnh`,
    ]
      .filter(Boolean)
      .join('; ');
  }

  return (
    <DataTable
      caption={t`Số thành phần quy về đơn vị hiện nay: ${name}`}
      rows={lines}
      rowKey={({ unitId }) => unitId}
      empty={<Trans>Cụm chưa có đơn vị thành viên.</Trans>}
      columns={[
        {
          id: 'unit',
          head: <Trans>Đơn vị hiện nay</Trans>,
          width: 220,
          rowHead: true,
          wrap: true,
          cell: ({ unitId }) => {
            const unit = unitOf.get(unitId);
            return unit ? <TodayUnitLink unit={unit} members={memberIds} /> : unitId;
          },
        },
        {
          id: 'value',
          head: <Trans>Thực hiện</Trans>,
          width: 130,
          numeric: true,
          cell: ({ value }) => (value === null ? <Trans>Chưa có số liệu</Trans> : number(value)),
        },
        {
          id: 'prior',
          head: <Trans>Thực hiện năm trước</Trans>,
          width: 160,
          numeric: true,
          cell: ({ prior }) => number(prior),
        },
        {
          id: 'target',
          head: <Trans>Kế hoạch</Trans>,
          width: 110,
          numeric: true,
          cell: ({ target }) => number(target),
        },
        {
          id: 'outcome',
          head: <Trans>So với giao ước</Trans>,
          width: 150,
          cell: ({ outcome }) =>
            outcome === null ? (
              '–'
            ) : (
              <StatusBadge tone={TONES[outcome]}>{label(PLEDGE_OUTCOME_LABELS[outcome])}</StatusBadge>
            ),
        },
        { id: 'method', head: <Trans>Cách tính</Trans>, wrap: true, cell: method },
      ]}
    />
  );
}
