import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { Ledger, LedgerCell } from '#client/pledges/pledge-types.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { PLEDGE_OUTCOME_LABELS, type PledgeOutcome } from '#shared/pledges/pledges.schema.ts';
import { shareText } from '#shared/pledges/progress.rules.ts';
import { QUARTER_NAMES } from '#shared/pledges/progress.schema.ts';

const TONES: Record<PledgeOutcome, Tone> = {
  exceeded: 'good',
  met: 'good',
  missed: 'bad',
  'no-figure': 'neutral',
  'no-target': 'neutral',
};

/** One promise: what the row is called, and whose it is. */
export type PromiseRow = {
  id: string;
  name: string;
  decimals: number;
  cell: LedgerCell;
  unitName: string;
  /** The year's report of the member, where it was received. */
  reportId: string | null;
};

type Props = {
  caption: string;
  head: ReactNode;
  rows: readonly PromiseRow[];
  quarters: Ledger['quarters'];
  clusterYearId: string;
  empty: ReactNode;
  foot?: ReactNode;
};

/** Promises: target, quarters with their share of it, result; pressing a result says how it was judged. */
export function LedgerRows({ caption, head, rows, quarters, clusterYearId, empty, foot }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      minWidth={1080}
      empty={empty}
      foot={foot}
      columns={[
        { id: 'name', head, rowHead: true, wrap: true, cell: ({ name }) => name },
        {
          id: 'target',
          head: <Trans>Kế hoạch</Trans>,
          width: 100,
          numeric: true,
          cell: ({ cell, decimals }) => figure(cell.target, decimals),
        },
        ...quarters.map(({ quarter }, at) => ({
          id: `q${quarter}`,
          head: t`Quý ${QUARTER_NAMES[quarter]}`,
          width: 96,
          numeric: true,
          wrap: true,
          title: ({ cell }: PromiseRow) =>
            [cell.progress[at]!.note, cell.progress[at]!.savedBy].filter(Boolean).join(' · '),
          cell: ({ cell, decimals }: PromiseRow) => {
            const { value, share, note } = cell.progress[at]!;
            return (
              <>
                {figure(value, decimals)}
                <ShareLine share={share} />
                {note && (
                  <Text span size="sm" c="gray.7" display="block">
                    {note}
                  </Text>
                )}
              </>
            );
          },
        })),
        {
          id: 'actual',
          head: <Trans>Thực hiện năm</Trans>,
          width: 110,
          numeric: true,
          cell: ({ cell, decimals }) =>
            cell.actual === null ? (
              <Trans>Chưa có</Trans>
            ) : (
              <>
                {figure(cell.actual, decimals)}
                <ShareLine share={cell.share} />
              </>
            ),
        },
        {
          id: 'outcome',
          head: <Trans>Kết quả, cách đánh giá</Trans>,
          width: 260,
          wrap: true,
          cell: ({ id, name, cell, unitName, reportId }) => (
            <>
              {cell.outcome === null ? (
                <Trans>Chỉ thống kê</Trans>
              ) : (
                <StatusBadge tone={TONES[cell.outcome]}>{label(PLEDGE_OUTCOME_LABELS[cell.outcome])}</StatusBadge>
              )}{' '}
              <Button
                variant="subtle"
                size="compact-xs"
                aria-expanded={open === id}
                aria-label={t`Vì sao? ${name}`}
                onClick={() => setOpen(open === id ? null : id)}
              >
                <Trans>Vì sao?</Trans>
              </Button>
              {open === id && (
                <Text size="sm" role="status">
                  {cell.why}
                </Text>
              )}
              {open === id && reportId && cell.actual !== null && (
                <div>
                  <Link to={paths.report.to(clusterYearId, reportId)}>
                    <Trans>Mở báo cáo năm của {unitName}</Trans>
                  </Link>
                </div>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

/** The share of the promise under its figure; none where the target is zero or none. */
export function ShareLine({ share }: { share: LedgerCell['share'] }) {
  if (share === null) return null;
  return (
    <Text span size="sm" c="gray.7" display="block">
      {shareText(share)}
    </Text>
  );
}

export const figure = (scaled: number | null, decimals: number) =>
  scaled === null ? '–' : formatScaled(scaled, decimals);
