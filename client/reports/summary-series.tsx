import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef } from 'react';
import { Link } from 'react-router';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { readProblem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { asText, ChartTools } from '#client/reports/chart-tools.tsx';
import type { Series, Summary, SummaryIndicator } from '#client/reports/report-types.ts';
import { useTodayMethod } from '#client/reports/use-today-method.ts';
import { YearCharts } from '#client/reports/year-charts.tsx';
import { useUnitsToday } from '#client/units/unit-view-picker.tsx';
import type { ClusterYearId } from '#shared/clusters/clusters.schema.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { type JoinedFigure, joinedSeries } from '#shared/reports/summary-today.rules.ts';
import { groupByToday } from '#shared/units/today-groups.ts';
import type { UnitView } from '#shared/units/units.schema.ts';

type Props = { indicator: SummaryIndicator; summary: Summary; view: UnitView };

/** One indicator over up to ten years: a small chart per member and the table with the same figures. */
export function SummarySeries({ indicator, summary, view }: Props) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(
    trpc.reports.series.queryOptions({
      clusterYearId: summary.clusterYear.id as ClusterYearId,
      period: summary.period,
      indicatorVersionId: indicator.id as never,
    }),
  );
  if (error) return <ProblemAlert problem={readProblem(error)} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <Text role="status" c="gray.7">
        <Trans>Đang tải số liệu các năm</Trans>
      </Text>
    );
  return <Years indicator={indicator} series={data} view={view} />;
}

type Row = { id: string; name: string; figures: JoinedFigure[] };

function Years({ indicator, series, view }: { indicator: SummaryIndicator; series: Series; view: UnitView }) {
  const { t } = useLingui();
  const drawing = useRef<SVGSVGElement>(null);
  const { name, aggregation } = indicator;
  const { decimals, unitOfMeasure, years, units } = series;
  const ids = [...new Set(years.flatMap(({ members }) => members.map(({ unitId }) => unitId)))];
  const mapping = useUnitsToday(ids, view);
  const nameOf = new Map(units.map((unit) => [unit.unitId, unit.name]));
  const { method, isJoined } = useTodayMethod(aggregation, nameOf, mapping);
  const today = new Map(mapping?.units.map((unit) => [unit.unitId, unit.name]));
  const groups = groupByToday(ids, mapping ?? { of: [] });
  const rows: Row[] = joinedSeries(aggregation, years, groups).map(({ unitId, figures }) => {
    return { id: unitId, name: today.get(unitId) ?? nameOf.get(unitId) ?? unitId, figures };
  });
  const number = (scaled: number | null) => (scaled === null ? t`Chưa có` : formatScaled(scaled, decimals));
  const title = mapping ? t`${name} qua các năm, theo đơn vị hiện nay` : t`${name} qua các năm`;
  // What every year says alike stands once in the row; a year that says otherwise is named.
  const noteOf = ({ id, figures }: Row): string => {
    const notes = figures.flatMap((figure, at) =>
      figure.from.length === 0 || figure.why === 'no-figures' || !isJoined({ ...figure, unitId: id })
        ? []
        : [[years[at]!.year, method({ ...figure, unitId: id })] as const],
    );
    return [...Map.groupBy(notes, ([, note]) => note)]
      .map(([note, of]) => (of.length === notes.length ? note : `${of.map(([year]) => year).join(', ')}: ${note}`))
      .join('. ');
  };
  const totalOf = ({ total }: Series['years'][number]) =>
    total.value === null
      ? '–'
      : `${formatScaled(total.value, decimals)}${total.counted < total.members ? ` (${total.counted}/${total.members})` : ''}`;
  const table = () =>
    asText([
      [`${title} (${unitOfMeasure})`],
      [t`Đơn vị`, ...years.map(({ year }) => String(year)), ...(mapping ? [t`Cách tính`] : [])],
      ...rows.map((row) => [
        row.name,
        ...row.figures.map(({ value }) => number(value)),
        ...(mapping ? [noteOf(row)] : []),
      ]),
      [t`Toàn Cụm`, ...years.map(totalOf)],
    ]);

  function figure(row: Row, at: number): ReactNode {
    const { value, source, reportId, isMember } = row.figures[at]!;
    const of = years[at]!;
    if (!isMember) return '–';
    if (value === null) return <Trans>Chưa có</Trans>;
    const text = formatScaled(value, decimals);
    if (source === 'prior') return <em title={t`Theo số năm sau ghi lại`}>{text}</em>;
    if (!reportId || !of.clusterYearId) return text;
    return (
      <Anchor component={Link} to={paths.report.to(of.clusterYearId, reportId)}>
        {text}
      </Anchor>
    );
  }

  const columns: Column<Row>[] = [
    {
      id: 'unit',
      head: <Trans>Đơn vị</Trans>,
      width: mapping ? 200 : 130,
      rowHead: true,
      wrap: true,
      cell: (row) => (
        <>
          {row.name}
          {mapping && noteOf(row) && (
            <Text size="xs" c="gray.7">
              {noteOf(row)}
            </Text>
          )}
        </>
      ),
    },
    ...years.map(({ year }, at) => ({
      id: String(year),
      head: String(year),
      width: 84,
      numeric: true,
      cell: (row: Row) => figure(row, at),
    })),
  ];
  const gaps = years.filter(({ gap }) => gap === 'broken').map(({ year }) => year);
  const broken = gaps.join(', ');
  const notAsked = years
    .filter(({ gap }) => gap === 'not-asked')
    .map(({ year }) => year)
    .join(', ');
  const isPartial = years.some(({ total }) => total.value !== null && total.counted < total.members);
  if (years.length === 0)
    return (
      <Text>
        <Trans>Chưa có số liệu của năm nào cho chỉ tiêu này.</Trans>
      </Text>
    );
  return (
    <>
      <ChartTools title={title} drawing={drawing} table={table} />
      <YearCharts
        ref={drawing}
        title={title}
        years={years.map(({ year }) => year)}
        decimals={decimals}
        unitOfMeasure={unitOfMeasure}
        panels={rows.map((row) => ({
          id: row.id,
          name: row.name,
          ...(mapping && { note: noteOf(row) }),
          points: row.figures.map(({ value, source }, at) => ({
            year: years[at]!.year,
            value,
            isStated: source === 'prior',
          })),
        }))}
      />
      <DataTable
        caption={title}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<Trans>Chưa có số liệu của năm nào cho chỉ tiêu này.</Trans>}
        foot={
          <tr>
            <td />
            <th scope="row">
              <Trans>Toàn Cụm</Trans>
            </th>
            {years.map((one) => (
              <td key={one.year} style={{ textAlign: 'right', fontWeight: 600 }}>
                {totalOf(one)}
              </td>
            ))}
          </tr>
        }
      />
      <Text size="sm" c="gray.7">
        <Trans>Số in nghiêng: theo số mà năm sau ghi lại, không có báo cáo của năm đó trên hệ thống.</Trans>{' '}
        {isPartial && <Trans>Số trong ngoặc ở dòng Toàn Cụm: bao nhiêu đơn vị có số.</Trans>}
      </Text>
      {years.map(
        ({ year, conversion }) =>
          conversion && (
            <Text key={year} size="sm">
              <Trans>
                Năm {String(year)} báo cáo theo đơn vị tính khác, quy đổi: {conversion}.
              </Trans>
            </Text>
          ),
      )}
      {broken && (
        <Text size="sm">
          <Trans>
            Năm {broken}: chỉ tiêu tính theo cách hoặc đơn vị tính khác và chưa có hệ số quy đổi nên không nối được số
            liệu. Nối ở trang chỉ tiêu.
          </Trans>
        </Text>
      )}
      {notAsked && (
        <Text size="sm">
          <Trans>Năm {notAsked}: không giao chỉ tiêu này.</Trans>
        </Text>
      )}
    </>
  );
}
