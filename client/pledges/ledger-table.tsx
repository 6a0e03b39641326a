import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { StatusBadge, type Tone } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { Ledger, LedgerCell, LedgerMember } from '#client/pledges/pledge-types.ts';
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

type Props = { ledger: Ledger; member: LedgerMember; clusterYearId: string };
type Row = Ledger['indicators'][number] & { cell: LedgerCell };

/** The promises of one member: target, quarters with their share of it, result; pressing a result says how it was judged. */
export function LedgerTable({ ledger, member, clusterYearId }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const [open, setOpen] = useState<string | null>(null);
  const rows = ledger.indicators.flatMap((indicator): Row[] => {
    const cell = indicator.cells.find(({ unitId }) => unitId === member.unitId);
    return cell ? [{ ...indicator, cell }] : [];
  });
  return (
    <DataTable
      caption={t`Chỉ tiêu đã giao ước của ${member.name}`}
      rows={rows}
      rowKey={({ id }) => id}
      minWidth={1080}
      empty={<Trans>Năm này chưa có bộ chỉ tiêu.</Trans>}
      columns={[
        {
          id: 'name',
          head: <Trans>Chỉ tiêu, đơn vị tính</Trans>,
          rowHead: true,
          wrap: true,
          cell: ({ name, unitOfMeasure }) => `${name} (${unitOfMeasure})`,
        },
        {
          id: 'target',
          head: <Trans>Kế hoạch</Trans>,
          width: 100,
          numeric: true,
          cell: ({ cell, decimals }) => figure(cell.target, decimals),
        },
        ...ledger.quarters.map(({ quarter }, at) => ({
          id: `q${quarter}`,
          head: t`Quý ${QUARTER_NAMES[quarter]}`,
          width: 96,
          numeric: true,
          wrap: true,
          title: ({ cell }: Row) => [cell.progress[at]!.note, cell.progress[at]!.savedBy].filter(Boolean).join(' · '),
          cell: ({ cell, decimals }: Row) => {
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
          cell: ({ id, name, cell }) => (
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
              {open === id && member.reportId && cell.actual !== null && (
                <div>
                  <Link to={paths.report.to(clusterYearId, member.reportId)}>
                    <Trans>Mở báo cáo năm của {member.name}</Trans>
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
function ShareLine({ share }: { share: LedgerCell['share'] }) {
  if (share === null) return null;
  return (
    <Text span size="sm" c="gray.7" display="block">
      {shareText(share)}
    </Text>
  );
}

const figure = (scaled: number | null, decimals: number) => (scaled === null ? '–' : formatScaled(scaled, decimals));
