import { Trans, useLingui } from '@lingui/react/macro';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { comparisonColumns } from '#client/reports/comparison-columns.tsx';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import { todayLines } from '#client/reports/summary-today-lines.ts';
import { useTodayMethod } from '#client/reports/use-today-method.ts';
import { TodayUnitLink } from '#client/units/today-unit-link.tsx';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import { formatScaled } from '#shared/core/numbers.ts';

type Props = { indicator: SummaryIndicator; summary: Summary; mapping: UnitsToday };

/** The figures behind one figure of the cluster, by the units of today, each saying how it was put together. */
export function SummaryToday({ indicator, summary, mapping }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const { decimals, name } = indicator;
  const nameOf = new Map(summary.members.map((member) => [member.unitId, member.name]));
  const memberIds = new Set(nameOf.keys());
  const unitOf = new Map(mapping.units.map((unit) => [unit.unitId, unit]));
  const { method } = useTodayMethod(indicator.aggregation, nameOf, mapping);
  const lines = todayLines(indicator, summary, mapping);
  const number = (scaled: number | null) => (scaled === null ? '–' : formatScaled(scaled, decimals));

  return (
    <DataTable
      caption={t`Số thành phần quy về đơn vị hiện nay: ${name}`}
      rows={lines}
      rowKey={({ unitId }) => unitId}
      empty={<Trans>Cụm chưa có đơn vị thành viên trong năm này. Quản trị hệ thống thêm đơn vị vào cụm.</Trans>}
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
          cell: ({ value, why }) =>
            value !== null ? (
              number(value)
            ) : why === 'no-figures' ? (
              <Trans>Chưa có số liệu</Trans>
            ) : (
              <Trans>Không tính được</Trans>
            ),
        },
        ...comparisonColumns<(typeof lines)[number]>(decimals, label),
        { id: 'method', head: <Trans>Cách tính</Trans>, wrap: true, cell: method },
      ]}
    />
  );
}
