import { Trans, useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { ChartFrame } from '#client/reports/chart-frame.tsx';
import { INK } from '#client/reports/chart-ink.ts';
import { ChartNotes, NOTE, notesOf } from '#client/reports/chart-notes.tsx';
import { scaleOf } from '#client/reports/chart-scale.ts';
import { formatScaled } from '#shared/core/numbers.ts';

export type ChartRow = { id: string; name: string; value: number | null; target: number | null; note?: string };

type Props = {
  title: string;
  rows: readonly ChartRow[];
  decimals: number;
  unitOfMeasure: string;
  /** Dots show where a figure stands, bars how large it is from zero on. */
  form: 'dots' | 'bars';
  ref?: Ref<SVGSVGElement>;
};

const WIDTH = 720;
const LEFT = 190;
const RIGHT = 130;
const ROW = 26;
const TOP = 34;
const FOOT = 46;

/** The members' figures in the cluster's own order, which is no ranking, each with its target. */
export function MemberChart({ title, rows, decimals, unitOfMeasure, form, ref }: Props) {
  const { t } = useLingui();
  const known = rows.flatMap(({ value, target }) => [value, target]).filter((one) => one !== null);
  const scale = scaleOf(known, { withZero: form === 'bars' });
  const x = (value: number) => LEFT + 8 + scale.at(value) * (WIDTH - LEFT - RIGHT - 16);
  const bottom = TOP + rows.length * ROW;
  const notes = notesOf(rows);
  const height = bottom + FOOT + notes.length * NOTE;
  const number = (scaled: number) => formatScaled(scaled, decimals);
  const told = rows.map(({ name, value, target }) =>
    [
      `${name}: ${value === null ? t`Chưa có số liệu` : number(value)}`,
      target !== null && t`kế hoạch ${number(target)}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
  const zero = x(Math.min(Math.max(0, scale.from), scale.to));
  return (
    <ChartFrame
      ref={ref}
      title={title}
      unitOfMeasure={unitOfMeasure}
      told={told}
      width={WIDTH}
      height={height}
      fontSize={13}
    >
      {known.length > 0 &&
        scale.ticks.map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={TOP - 4} y2={bottom} stroke={INK.line} />
            <text x={x(tick)} y={bottom + 15} textAnchor="middle" fontSize={11} fill={INK.soft}>
              {number(tick)}
            </text>
          </g>
        ))}
      {rows.map(({ id: of, name, value, target }, at) => {
        const y = TOP + at * ROW + ROW / 2;
        return (
          <g key={of}>
            <text x={LEFT - 6} y={y + 4} textAnchor="end">
              {name.length > 25 ? `${name.slice(0, 24)}…` : name}
            </text>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y + ROW / 2} y2={y + ROW / 2} stroke={INK.line} strokeWidth={0.5} />
            {value !== null && form === 'bars' && (
              <rect
                x={Math.min(zero, x(value))}
                y={y - 7}
                width={Math.max(1, Math.abs(x(value) - zero))}
                height={14}
                fill={INK.figure}
              />
            )}
            {value !== null && form === 'dots' && <circle cx={x(value)} cy={y} r={5.5} fill={INK.figure} />}
            {target !== null && (
              <line x1={x(target)} x2={x(target)} y1={y - 10} y2={y + 10} stroke="#fff" strokeWidth={5} />
            )}
            {target !== null && (
              <line x1={x(target)} x2={x(target)} y1={y - 10} y2={y + 10} stroke={INK.target} strokeWidth={2.5} />
            )}
            <text x={WIDTH - RIGHT + 6} y={y + 4} fill={value === null ? INK.soft : INK.text}>
              {value === null ? t`Chưa có số liệu` : number(value)}
            </text>
          </g>
        );
      })}
      <g fontSize={12} fill={INK.soft}>
        {form === 'dots' ? (
          <circle cx={LEFT + 6} cy={bottom + 33} r={5} fill={INK.figure} />
        ) : (
          <rect x={LEFT} y={bottom + 28} width={12} height={10} fill={INK.figure} />
        )}
        <text x={LEFT + 18} y={bottom + 37}>
          <Trans>Thực hiện</Trans>
        </text>
        <line x1={LEFT + 100} x2={LEFT + 100} y1={bottom + 25} y2={bottom + 41} stroke={INK.target} strokeWidth={2.5} />
        <text x={LEFT + 108} y={bottom + 37}>
          <Trans>Kế hoạch</Trans>
        </text>
      </g>
      <ChartNotes notes={notes} top={bottom + FOOT + 8} />
    </ChartFrame>
  );
}
