import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import { type Column, DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ImportStatusBadge } from '#client/imports/import-status-badge.tsx';
import { formatInstant } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { IMPORT_KIND_LABELS } from '#shared/imports/imports.schema.ts';
import type { ImportRunLine } from '#shared/imports/imports.views.ts';

/** One line for each import: the file, where it stands, how many rows, until when it can be taken back. */
export function RunTable({ rows, mayStart }: { rows: readonly ImportRunLine[]; mayStart: boolean }) {
  const { t } = useLingui();
  const { label } = useWords();
  const count = (each: number | undefined) => (each === undefined ? '–' : formatScaled(each, 0));
  const figure = (
    id: string,
    head: string,
    of: (counts: NonNullable<ImportRunLine['counts']>) => number,
  ): Column<ImportRunLine> => ({
    id,
    head,
    width: 72,
    numeric: true,
    cell: ({ counts }) => count(counts === null ? undefined : of(counts)),
  });
  return (
    <DataTable
      caption={t`Các lần nhập từ Excel`}
      rows={rows}
      rowKey={({ id }) => id}
      firstNumber={null}
      empty={
        mayStart ? (
          <Trans>Chưa có lần nhập nào. Tải tệp mẫu, điền rồi thả vào ô ở trên để bắt đầu.</Trans>
        ) : (
          <Trans>Chưa có lần nhập nào trong phạm vi của bạn.</Trans>
        )
      }
      columns={[
        {
          id: 'file',
          head: <Trans>Tệp</Trans>,
          rowHead: true,
          title: ({ fileName }) => fileName,
          cell: ({ id, fileName }) => (
            <Anchor component={Link} to={paths.importRun.to(id)}>
              {fileName}
            </Anchor>
          ),
        },
        {
          id: 'kind',
          head: <Trans>Nội dung</Trans>,
          width: 132,
          cell: ({ kind }) => label(IMPORT_KIND_LABELS[kind]),
        },
        { id: 'scope', head: <Trans>Thuộc</Trans>, width: 118, cell: ({ scopeName }) => scopeName ?? '–' },
        {
          id: 'status',
          head: <Trans>Trạng thái</Trans>,
          width: 186,
          cell: ({ status }) => <ImportStatusBadge status={status} />,
          title: () => '',
        },
        figure('total', t`Số dòng`, ({ total }) => total),
        figure('applied', t`Đã ghi`, ({ applied }) => applied),
        figure('wrong', t`Lỗi`, ({ wrong }) => wrong),
        {
          id: 'by',
          head: <Trans>Người nhập, lúc</Trans>,
          width: 168,
          cell: ({ createdByName, createdAt }) => (
            <>
              {createdByName}{' '}
              <Text span size="sm" c="gray.7" className="tabular">
                {formatInstant(createdAt)}
              </Text>
            </>
          ),
          title: ({ createdByName, createdAt }) => `${createdByName} ${formatInstant(createdAt)}`,
          wrap: true,
        },
        {
          id: 'undo',
          head: <Trans>Hoàn tác đến</Trans>,
          width: 124,
          cell: ({ undoUntil, undoneAt }) => {
            if (undoneAt !== null) return t`đã hoàn tác`;
            if (undoUntil === null) return '–';
            return Date.parse(undoUntil) > Date.now() ? formatInstant(undoUntil) : t`đã hết hạn`;
          },
        },
      ]}
    />
  );
}
