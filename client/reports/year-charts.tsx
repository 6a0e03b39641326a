import { useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { ChartFrame } from '#client/reports/chart-frame.tsx';
import { INK } from '#client/reports/chart-ink.ts';
import { ChartNotes, NOTE, notesOf } from '#client/reports/chart-notes.tsx';
import { scaleOf } from '#client/reports/chart-scale.ts';
import { formatScaled } from '#shared/core/numbers.ts';

export type YearPoint = { year: number; value: number | null; isStated: boolean };
export type YearPanel = { id: string; name: string; points: readonly YearPoint[]; note?: string };

type Props = {
  title: string;
  panels: readonly YearPanel[];
  years: readonly number[];
  decimals: number;
  unitOfMeasure: string;
  ref?: Ref<SVGSVGElement>;
};

const COLUMNS = 4;
const PANEL = { width: 230, height: 128 };
const BOX = { left: 12, right: 14, top: 40, bottom: 26 };
const TOP = 28;
const FOOT = 26;

/** One small chart per member over the years, all on the same scale, in the cluster's own order. */
export function YearCharts({ title, panels, years, decimals, unitOfMeasure, ref }: Props) {
  const { t } = useLingui();
  const values = panels.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const scale = scaleOf(values, { withZero: false });
  const number = (scaled: number) => formatScaled(scaled, decimals);
  const lines = Math.ceil(panels.length / COLUMNS);
  const width = COLUMNS * PANEL.width;
  const notes = notesOf(panels);
  const foot = TOP + lines * PANEL.height + FOOT;
  const height = foot + notes.length * NOTE;
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? first;
  const x = (year: number) =>
    BOX.left + (last === first ? 0.5 : (year - first) / (last - first)) * (PANEL.width - BOX.left - BOX.right);
  const y = (value: number) => BOX.top + (1 - scale.at(value)) * (PANEL.height - BOX.top - BOX.bottom);
  const told = panels.map(
    ({ name, points }) =>
      `${name}: ${points.map(({ year, value }) => `${year} ${value === null ? t`Chưa có số liệu` : number(value)}`).join(', ')}`,
  );
  const from = number(scale.from);
  const to = number(scale.to);
  return (
    <ChartFrame
      ref={ref}
      title={title}
      unitOfMeasure={unitOfMeasure}
      told={told}
      width={width}
      height={height}
      fontSize={12}
    >
      {panels.map(({ id: of, name, points }, at) => {
        const newest = points.findLast(({ value }) => value !== null);
        return (
          <g
            key={of}
            transform={`translate(${(at % COLUMNS) * PANEL.width} ${TOP + Math.floor(at / COLUMNS) * PANEL.height})`}
          >
            <text x={BOX.left - 4} y={16} fontWeight={600}>
              {name.length > 30 ? `${name.slice(0, 29)}…` : name}
            </text>
            <text x={BOX.left - 4} y={31} fill={INK.soft}>
              {newest?.value == null ? t`Chưa có số liệu` : `${newest.year}: ${number(newest.value)}`}
            </text>
            <line
              x1={BOX.left - 4}
              x2={PANEL.width - BOX.right + 4}
              y1={PANEL.height - BOX.bottom + 4}
              y2={PANEL.height - BOX.bottom + 4}
              stroke={INK.line}
            />
            {piecesOf(points).map((piece) => (
              <polyline
                key={piece[0]!.year}
                points={piece.map(({ year, value }) => `${x(year)},${y(value!)}`).join(' ')}
                fill="none"
                stroke={INK.figure}
                strokeWidth={1.5}
              />
            ))}
            {points.map(
              ({ year, value, isStated }) =>
                value !== null && (
                  <circle
                    key={year}
                    cx={x(year)}
                    cy={y(value)}
                    r={3.2}
                    fill={isStated ? '#fff' : INK.figure}
                    stroke={INK.figure}
                    strokeWidth={1.5}
                  />
                ),
            )}
            <text x={x(first)} y={PANEL.height - 6} fontSize={11} fill={INK.soft} textAnchor="start">
              {first}
            </text>
            {last !== first && (
              <text x={x(last)} y={PANEL.height - 6} fontSize={11} fill={INK.soft} textAnchor="end">
                {last}
              </text>
            )}
          </g>
        );
      })}
      <text x={0} y={foot - 8} fill={INK.soft}>
        {t`Các ô dùng chung một thang, từ ${from} đến ${to}. Chấm đặc: theo báo cáo của năm; chấm rỗng: theo số năm sau ghi lại; chỗ ngắt: chưa có số liệu.`}
      </text>
      <ChartNotes notes={notes} top={foot + 8} />
    </ChartFrame>
  );
}

/** A missing year breaks the line: what lies between is not known. */
function piecesOf(points: readonly YearPoint[]): YearPoint[][] {
  const pieces: YearPoint[][] = [[]];
  for (const point of points) {
    if (point.value === null) pieces.push([]);
    else pieces.at(-1)!.push(point);
  }
  return pieces.filter((piece) => piece.length > 1);
}
