import { Trans, useLingui } from '@lingui/react/macro';
import { DataTable } from '#client/core/table/data-table.tsx';
import { useWords } from '#client/core/words.ts';
import { ExemplarName } from '#client/exemplars/exemplar-name.tsx';
import type { ExemplarRow } from '#client/exemplars/exemplar-types.ts';
import { EXEMPLAR_KIND_LABELS } from '#shared/exemplars/exemplars.schema.ts';

type Props = { rows: readonly ExemplarRow[]; isFiltered: boolean; mayAdd: boolean };

/** One line for each exemplar: what, who, where. */
export function ExemplarTable({ rows, isFiltered, mayAdd }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  return (
    <DataTable
      caption={t`Điển hình tiên tiến, mô hình hay`}
      rows={rows}
      rowKey={({ id }) => id}
      minWidth={1000}
      empty={
        isFiltered ? (
          <Trans>Không có điển hình nào theo tìm kiếm, bộ lọc này. Thử ít chữ hơn, hoặc bấm “Xóa lọc”.</Trans>
        ) : mayAdd ? (
          <Trans>Chưa có điển hình nào. Bấm “Thêm điển hình” để giới thiệu điển hình đầu tiên của đơn vị.</Trans>
        ) : (
          <Trans>
            Chưa có điển hình nào. Cán bộ tổng hợp của các đơn vị thành viên thêm điển hình của đơn vị mình.
          </Trans>
        )
      }
      columns={[
        {
          id: 'title',
          head: <Trans>Tên điển hình, mô hình</Trans>,
          rowHead: true,
          wrap: true,
          cell: (row) => <ExemplarName row={row} />,
        },
        {
          id: 'kind',
          head: <Trans>Loại</Trans>,
          width: 130,
          cell: ({ kind }) => label(EXEMPLAR_KIND_LABELS[kind]),
        },
        {
          id: 'who',
          head: <Trans>Người giới thiệu, địa chỉ</Trans>,
          width: 330,
          wrap: true,
          cell: ({ presenter, place }) => [presenter, place].filter(Boolean).join(', ') || '–',
        },
        { id: 'field', head: <Trans>Lĩnh vực</Trans>, width: 130, cell: ({ field }) => field || '–' },
        { id: 'unit', head: <Trans>Đơn vị</Trans>, width: 100, cell: ({ unitName }) => unitName },
        { id: 'year', head: <Trans>Năm</Trans>, width: 64, numeric: true, cell: ({ year }) => year },
      ]}
    />
  );
}
