import { useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import { asText, ChartTools } from '#client/reports/chart-tools.tsx';
import { type ChartRow, MemberChart } from '#client/reports/member-chart.tsx';
import type { Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import { todayLines } from '#client/reports/summary-today-lines.ts';
import { useTodayMethod } from '#client/reports/use-today-method.ts';
import type { UnitsToday } from '#client/units/unit-view-picker.tsx';
import { formatScaled } from '#shared/core/numbers.ts';

type Props = { indicator: SummaryIndicator; summary: Summary; mapping: UnitsToday | undefined };

/** The members' figures of one indicator drawn, beside the table that holds the same. */
export function SummaryChart({ indicator, summary, mapping }: Props) {
  const { t } = useLingui();
  const [form, setForm] = useState<'dots' | 'bars'>('dots');
  const drawing = useRef<SVGSVGElement>(null);
  const { name, decimals, unitOfMeasure, aggregation } = indicator;
  const { year } = summary.clusterYear;
  const names = new Map(summary.members.map((member) => [member.unitId, member.name]));
  const { method, isJoined } = useTodayMethod(aggregation, names, mapping);
  const today = new Map(mapping?.units.map((unit) => [unit.unitId, unit.name]));
  const lines: (ChartRow & { prior: number | null; remark: string })[] = mapping
    ? todayLines(indicator, summary, mapping).map((line) => {
        const { unitId, value, target, prior } = line;
        return {
          id: unitId,
          name: today.get(unitId) ?? names.get(unitId) ?? unitId,
          value,
          target,
          prior,
          remark: method(line),
          ...(isJoined(line) && { note: method(line) }),
        };
      })
    : indicator.members.map(({ unitId, value, target, prior, note: remark }) => {
        return { id: unitId, name: names.get(unitId) ?? unitId, value, target, prior, remark };
      });
  const number = (scaled: number | null, missing = '–') => (scaled === null ? missing : formatScaled(scaled, decimals));
  const title = mapping ? t`${name} năm ${year}, theo đơn vị hiện nay` : t`${name} năm ${year}`;
  const table = () =>
    asText([
      [`${title} (${unitOfMeasure})`],
      [t`Đơn vị`, t`Thực hiện`, t`Thực hiện năm trước`, t`Kế hoạch`, mapping ? t`Cách tính` : t`Giải trình`],
      ...lines.map((line) => [
        line.name,
        number(line.value, t`Chưa có số liệu`),
        number(line.prior),
        number(line.target),
        line.remark,
      ]),
    ]);
  return (
    <>
      <ChartTools title={title} drawing={drawing} table={table}>
        <SegmentedControl
          size="xs"
          aria-label={t`Dạng biểu đồ: ${name}`}
          value={form}
          onChange={(next) => setForm(next as typeof form)}
          data={[
            { value: 'dots', label: t`Biểu đồ chấm` },
            { value: 'bars', label: t`Biểu đồ cột` },
          ]}
        />
      </ChartTools>
      <MemberChart
        ref={drawing}
        title={title}
        rows={lines}
        decimals={decimals}
        unitOfMeasure={unitOfMeasure}
        form={form}
      />
    </>
  );
}
