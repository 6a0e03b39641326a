import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import type { RecipientRow } from '#client/recipients/recipient-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { RECIPIENT_KIND_LABELS, type RecipientSort } from '#shared/recipients/recipients.schema.ts';

type Props = {
  rows: readonly RecipientRow[];
  firstNumber: number;
  sort: RecipientSort;
  onSort: (sort: RecipientSort) => void;
  isNarrowed: boolean;
  mayAdd: boolean;
  isBusy: boolean;
};

/** One line for each recipient, with its latest award. */
export function RecipientTable({ rows, firstNumber, sort, onSort, isNarrowed, mayAdd, isBusy }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const direction = sort === 'name-asc' ? 'ascending' : sort === 'name-desc' ? 'descending' : null;
  return (
    <DataTable
      caption={t`Tập thể và cá nhân`}
      rows={rows}
      rowKey={({ id }) => id}
      firstNumber={firstNumber}
      minWidth={1040}
      isBusy={isBusy}
      empty={
        isNarrowed ? (
          <Trans>Không có tập thể, cá nhân nào theo tìm kiếm, bộ lọc này. Thử ít chữ hơn, hoặc bấm “Xóa lọc”.</Trans>
        ) : mayAdd ? (
          <Trans>Chưa có tập thể, cá nhân nào. Bấm “Thêm” để lập hồ sơ đầu tiên, hoặc dùng “Nhập từ Excel”.</Trans>
        ) : (
          <Trans>Chưa có tập thể, cá nhân nào trong phạm vi của đơn vị bạn.</Trans>
        )
      }
      columns={[
        {
          id: 'name',
          head: <Trans>Tên</Trans>,
          rowHead: true,
          sort: { direction, onSort: () => onSort(sort === 'name-asc' ? 'name-desc' : 'name-asc') },
          title: ({ name }) => name,
          cell: ({ id, name, isDemo }) => (
            <>
              <Anchor component={Link} to={paths.recipient.to(id)}>
                {name}
              </Anchor>
              {isDemo === 1 && (
                <Text span size="sm" c="gray.7">
                  {' '}
                  · <Trans>minh họa</Trans>
                </Text>
              )}
            </>
          ),
        },
        {
          id: 'kind',
          head: <Trans>Đối tượng</Trans>,
          width: 96,
          cell: ({ kind }) => label(RECIPIENT_KIND_LABELS[kind]),
        },
        {
          id: 'since',
          head: <Trans>Sinh, thành lập</Trans>,
          width: 116,
          cell: ({ birthYear, foundedOn }) => birthYear ?? (formatPartialDate(foundedOn) || '–'),
        },
        { id: 'unit', head: <Trans>Đơn vị</Trans>, width: 110, cell: ({ unitName }) => unitName ?? '–' },
        { id: 'place', head: <Trans>Nơi công tác, địa chỉ</Trans>, width: 190, cell: ({ place }) => place || '–' },
        {
          id: 'count',
          head: <Trans>Số lần khen</Trans>,
          width: 100,
          numeric: true,
          cell: ({ awardCount }) => formatScaled(awardCount, 0),
        },
        {
          id: 'latest',
          head: <Trans>Khen thưởng gần nhất</Trans>,
          width: 230,
          sort: {
            direction: sort === 'latest-desc' ? 'descending' : null,
            onSort: () => onSort(sort === 'latest-desc' ? 'name-asc' : 'latest-desc'),
          },
          title: ({ latestAwardName }) => latestAwardName ?? '',
          cell: ({ latestAwardOn, latestAwardName }) =>
            latestAwardOn ? `${formatDate(latestAwardOn)} · ${latestAwardName}` : '–',
        },
      ]}
    />
  );
}
