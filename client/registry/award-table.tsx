import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import type { inferRouterOutputs } from '@trpc/server';
import { Link, useLocation } from 'react-router';
import type { AppRouter } from '#client/core/api.ts';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { formatDate } from '#shared/core/dates.ts';
import { RECIPIENT_KIND_LABELS } from '#shared/recipients/recipients.schema.ts';
import { AWARD_STATUS_LABELS } from '#shared/registry/registry.labels.ts';

type Row = inferRouterOutputs<AppRouter>['awards']['list']['rows'][number];
type Props = {
  rows: readonly Row[];
  firstNumber: number;
  isFiltered: boolean;
  mayRecord: boolean;
  /** The units of today for the unit of a row; undefined: shown as at the time of the award. */
  todayOf?: ((unitId: string) => string | undefined) | undefined;
};

/** The lines of the registry; a name opens the award beside the list. */
export function AwardTable({ rows, firstNumber, isFiltered, mayRecord, todayOf }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const { search, state } = useLocation();

  function open(id: string): string {
    const params = new URLSearchParams(search);
    params.set('xem', id);
    return `?${params}`;
  }

  return (
    <DataTable
      caption={t`Sổ khen thưởng`}
      rows={rows}
      rowKey={({ id }) => id}
      firstNumber={firstNumber}
      minWidth={1000}
      empty={
        isFiltered ? (
          <Trans>Không có khen thưởng nào theo bộ lọc này. Bấm “Xóa lọc” để xem tất cả.</Trans>
        ) : mayRecord ? (
          <Trans>Sổ chưa có dòng nào. Khen thưởng vào Sổ khi quyết định được ban hành, hoặc bấm “Ghi bổ sung”.</Trans>
        ) : (
          <Trans>Sổ chưa có dòng nào. Khen thưởng vào Sổ khi quyết định được ban hành.</Trans>
        )
      }
      columns={[
        {
          id: 'name',
          head: <Trans>Tên tập thể, cá nhân</Trans>,
          rowHead: true,
          wrap: true,
          cell: ({ id, printedName }) => (
            <Anchor component={Link} to={open(id)} state={state} preventScrollReset>
              {printedName}
            </Anchor>
          ),
        },
        {
          id: 'place',
          head: <Trans>Chức vụ, đơn vị, địa chỉ</Trans>,
          width: 150,
          cell: ({ printedPlace }) => printedPlace.replaceAll('\n', ' '),
        },
        {
          id: 'unit',
          head: todayOf ? <Trans>Tỉnh hiện nay</Trans> : <Trans>Tỉnh</Trans>,
          width: 110,
          title: ({ unitId, unitName }) =>
            todayOf && todayOf(unitId) !== unitName ? t`Khi khen: ${unitName}` : unitName,
          cell: ({ unitId, unitName }) => todayOf?.(unitId) ?? unitName,
        },
        {
          id: 'kind',
          head: <Trans>Đối tượng</Trans>,
          width: 84,
          cell: ({ recipientKind }) => label(RECIPIENT_KIND_LABELS[recipientKind]),
        },
        { id: 'award', head: <Trans>Hình thức khen thưởng</Trans>, width: 150, cell: ({ awardName }) => awardName },
        { id: 'year', head: <Trans>Năm</Trans>, width: 60, numeric: true, cell: ({ year }) => String(year) },
        { id: 'number', head: <Trans>Số quyết định</Trans>, width: 120, cell: ({ decisionNumber }) => decisionNumber },
        {
          id: 'date',
          head: <Trans>Ngày</Trans>,
          width: 100,
          numeric: true,
          cell: ({ decidedOn }) => formatDate(decidedOn),
        },
        {
          id: 'status',
          head: <Trans>Trạng thái</Trans>,
          width: 106,
          cell: ({ status }) =>
            status === 'cancelled' ? (
              <StatusBadge tone="bad">{label(AWARD_STATUS_LABELS.cancelled)}</StatusBadge>
            ) : (
              label(AWARD_STATUS_LABELS.active)
            ),
        },
      ]}
    />
  );
}
