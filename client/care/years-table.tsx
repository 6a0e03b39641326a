import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import css from '#client/care/care.module.css';
import type { Care, Figure } from '#client/care/care-types.ts';
import { percent } from '#client/care/share.tsx';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { LENS_LABELS } from '#shared/care/care.labels.ts';
import { careLens } from '#shared/care/care.schema.ts';

type Years = Care['years'];
/** A reader compares the last years; the others stay in the registry. */
const MOST_YEARS = 8;
const BAR = 12;
const GAP = 4;
const HEIGHT = 26;

/** Lenses down, the years that the registry knows across, and how each share went as bars. */
export function YearsTable({ years }: { years: Years }) {
  const { t } = useLingui();
  const { label } = useWords();
  const shown = years.slice(-MOST_YEARS);
  return (
    <DataTable
      caption={t`Cơ cấu khen thưởng theo năm, từ Sổ khen thưởng`}
      rows={shown.length === 0 ? [] : careLens.options}
      rowKey={(lens) => lens}
      firstNumber={null}
      empty={
        <Trans>
          Sổ khen thưởng chưa có khen thưởng nào của Cụm. Số liệu theo năm hiện ở đây sau khi quyết định được ban hành.
        </Trans>
      }
      columns={[
        {
          id: 'lens',
          head: <Trans>Nội dung</Trans>,
          rowHead: true,
          wrap: true,
          cell: (lens) => label(LENS_LABELS[lens]),
        },
        {
          id: 'bars',
          head: <Trans>Diễn biến</Trans>,
          width: 24 + MOST_YEARS * (BAR + GAP),
          cell: (lens) => <Bars shares={shown.map((year) => figureOf(year, lens)?.sharePermille ?? null)} />,
        },
        ...shown.map((one) => ({
          id: one.clusterYearId,
          head: (
            <Anchor component={Link} to={`${paths.care.to(one.clusterYearId)}?nguon=awards`}>
              <Trans>Năm {String(one.year)}</Trans>
            </Anchor>
          ),
          width: 140,
          numeric: true,
          cell: (lens: Figure['lens']) => <Cell figure={figureOf(one, lens)} />,
        })),
      ]}
    />
  );
}

const figureOf = ({ figures }: Years[number], lens: Figure['lens']) => figures.find((one) => one.lens === lens);

function Cell({ figure }: { figure: Figure | undefined }) {
  if (figure?.state !== 'counted' || figure.sharePermille === null) return '–';
  return (
    <>
      {figure.count}/{figure.whole} <span className={css.soft}>({percent(figure.sharePermille)})</span>
    </>
  );
}

function Bars({ shares }: { shares: readonly (number | null)[] }) {
  return (
    <svg width={shares.length * (BAR + GAP)} height={HEIGHT + 1} aria-hidden>
      {shares.map((share, index) => {
        const height = ((share ?? 0) / 1000) * HEIGHT;
        const x = index * (BAR + GAP);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is the year
          <g key={index}>
            <rect className={css.track} x={x + 0.5} y={0.5} width={BAR - 1} height={HEIGHT} />
            <rect className={css.fill} x={x + 0.5} y={HEIGHT - height + 0.5} width={BAR - 1} height={height} />
          </g>
        );
      })}
    </svg>
  );
}
